import DoubletContracts
import DoubletEngine
import DoubletScenarios
import DoubletServer
import DoubletSpecs
import Testing

@testable import doublet

/// The Swift of README.md, so that it stays true.
@Suite struct ReadmeTests {
  @Test func `a fake answers without a socket`() throws {
    let fake = try Fake(Specs.bundled, scenarios: Scenarios.bundled)
    let get = Request("GET", "/sources/src_01", headers: ["Authorization": "Bearer any"])

    #expect(fake.answer(get).status == 200)

    var fault = Fault(scope: .operation(OperationID.sourcesGet.rawValue), answer: .status(429), times: .first(1))
    fault.retryAfter = 30
    try fake.inject(fault)
    #expect(fake.answer(get).headers["Retry-After"] == "30")
    #expect(fake.answer(get).status == 200)
    #expect(fake.journal().map(\.answer.status) == [200, 429, 200])
  }

  @Test func `a client finds the fake at a free port`() async throws {
    let fake = try Fake(Specs.bundled, scenarios: Scenarios.bundled)
    let server = try await FakeServer.start(fake)
    // … the client under test talks to server.url(of: "checkout") …
    let address = try HTTPAddress(server.url(of: "checkout"))
    let answer = try HTTPProbe(timeout: 5, token: "any").get("/sources/src_02", at: address)
    #expect(answer.status == 200)
    await server.stop()
    #expect(fake.journal(of: "checkout").map(\.operation) == ["Sources_Get"])
  }
}
