import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletScenarios
import DoubletSpecs
import Testing

@Suite struct ConfigurationTests {
  @Test func `a clock and a seed that are given stand before those of a scenario`() throws {
    let moment = try #require(Instant("2031-05-05T05:05:05Z"))
    let configuration = FakeConfiguration(clock: .fixed(moment), seed: 7)
    let fake = try Fake(
      Specs.bundled,
      scenarios: Scenarios.bundled,
      start: ["rebilly/original-is-kept"],
      configuration: configuration
    )
    #expect(fake.clock().now == moment)
    #expect(fake.status().seed == 7)
  }

  @Test func `without them the scenario's clock holds`() throws {
    let fake = try Fake(Specs.bundled, scenarios: Scenarios.bundled, start: ["rebilly/original-is-kept"])
    #expect(fake.clock().now.description == "2026-01-31T12:00:00Z")
  }

  @Test func `a fault for a path parameter that no operation has is refused`() throws {
    let fake = try Fake(Specs.bundled, scenarios: Scenarios.bundled)
    let fault = try Fault(["operation": "Sources_Get", "status": 429, "where": ["path": ["idd": "src_01"]]])
    let error = #expect(throws: FakeError.self) { try fake.inject(fault) }
    #expect(
      error?.description
        == "No operation of the fault has a path parameter 'idd' (did you mean 'id'?); the fault would never fire."
    )
  }
}
