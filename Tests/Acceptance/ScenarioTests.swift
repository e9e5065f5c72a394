import DoubletContracts
public import DoubletEngine
import DoubletJSON
import DoubletScenarios
import DoubletSpecs
public import Testing

/// Every file of `scenarios/` is a test: its steps are replayed in process and over HTTP, its expectations judged the same
/// way.
@Suite struct ScenarioTests {
  @Test(arguments: Scenarios.all, Transport.allCases)
  func `it comes as the scenario says`(scenario: Scenario, transport: Transport) async throws {
    try await Client.with(transport, start: ["\(scenario.api)/\(scenario.name)"]) { client in
      var run = ScenarioRun(scenario, over: client.scenarioTransport)
      for failure in try await run.failures() {
        let line = scenario.lines[failure.pointer.description].map { ":\($0)" } ?? ""
        Issue.record("\(scenario.file)\(line): \(failure.message)")
      }
    }
  }

  @Test func `every bundled API has a baseline and five scenarios besides`() {
    for contract in Specs.bundled {
      let names = Scenarios.of(contract.info.name).map(\.name)
      #expect(names.contains("baseline") && names.count >= 6, "\(contract.info.name) has \(names)")
    }
  }
}

extension Client {
  /// The way of a scenario's steps: requests by this client, steering by the control API where it is over HTTP.
  fileprivate var scenarioTransport: ScenarioRun.Transport {
    ScenarioRun.Transport(
      send: { try await send([$0])[0] },
      lastExchange: { lastExchange },
      moveClock: { move in
        switch move {
        case .advance(let nanoseconds): try await advance("\(nanoseconds / 1_000_000)ms")
        case .set(let instant): try await setClock(instant.description)
        case .live: try fake.moveClock(of: sandbox, .live)
        }
      },
      judge: { try fake.judge([$0], in: [sandbox])[0] }
    )
  }
}

extension Scenario: CustomTestStringConvertible {
  /// The API and the name.
  public var testDescription: String { "\(api)/\(name)" }
}
