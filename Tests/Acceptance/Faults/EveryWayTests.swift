import DoubletEngine
import DoubletJSON
import Testing

/// What must be seen of faults.
@Suite enum FaultTests {}

extension FaultTests {
  /// The ways in which a test can ask for a failure.
  enum Way: String, CaseIterable, Sendable {
    /// As `--fault` does.
    case configuration
    case scenario
    /// The control API, where it is over HTTP.
    case control
    case preference
  }

  @Suite struct EveryWay {
    /// The answers of all operations to a status that is asked for in one way.
    private func answers(_ status: Int, _ way: Way, _ transport: Transport) async throws -> [Answer] {
      let fault: JSON = ["operation": "*", "status": .number(JSONNumber(status)), "id": "mine"]
      var scenarios = [try Scenario(["description": "d"], name: "none", api: "rebilly")]
      var configuration = FakeConfiguration()
      switch way {
      case .configuration: configuration.faults = [try Fault(fault)]
      case .scenario:
        // A scenario's faults are for its own API: it takes one for each.
        scenarios = try ["crmcom", "leadping", "rebilly"].map { api in
          var fault = fault
          fault["id"] = .string("mine-\(api)")
          return try Scenario(["description": "d", "faults": [fault]], name: "faulty", api: api)
        }
      case .control, .preference: break
      }
      var answers: [Answer] = []
      try await Client.with(
        transport,
        start: scenarios.map { "\($0.api)/\($0.name)" },
        scenarios: scenarios,
        configuration: configuration
      ) { client in
        if way == .control { #expect(try await client.inject(fault) == nil) }
        // Without a token a lead is refused before all else but the injected 401.
        for known in Known.all where known.operation != "LeadsShow" || status == 401 {
          let more: Headers = way == .preference ? ["Prefer": "code=\(status)"] : [:]
          let answer = try await known.send(client, more)
          answers.append(answer)
          #expect(answer.status == status, "\(known.operation)")
          #expect(client.lastExchange?.fault?.hasPrefix(way == .preference ? "Prefer" : "mine") == true)
          #expect(client.lastExchange?.operation == known.operation)
        }
      }
      return answers
    }

    @Test(arguments: Transport.allCases, [401, 403, 422, 429])
    func `each way gives each status on every operation, and the same answer`(
      transport: Transport,
      status: Int
    ) async throws {
      let preferred = try await answers(status, .preference, transport).map(\.comparable)
      #expect(preferred.count == (status == 401 ? 7 : 6))
      for way in [Way.configuration, .scenario, .control] {
        let others = try await answers(status, way, transport).map(\.comparable)
        #expect(others == preferred, "\(way)")
      }
    }

    @Test(arguments: Transport.allCases, [403, 422, 429])
    func `a lead can be refused to a good token too`(transport: Transport, status: Int) async throws {
      try await Client.with(transport) { client in
        let path = "/leads/show?lead_identifier=number=116&token=\(try await client.token())"
        let preferred = try await client.get(path, ["Prefer": "code=\(status)"])
        #expect(preferred.status == status)
        #expect(preferred["/status/code"]?.string?.hasPrefix("COM.CRM.EXCEPTION.LEADS.") == true)
        #expect(preferred["/data"] == nil)
        try await client.inject(["operation": "LeadsShow", "status": .number(JSONNumber(status))])
        #expect(try await client.get(path).comparable == preferred.comparable)
        try await client.removeFaults()
        #expect(try await client.get(path)["/status/code"] == "OK")
      }
    }

    @Test(arguments: Transport.allCases)
    func `the first n fail, then all is normal again`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        try await client.inject(["operation": "GetCustomerLeadSource", "status": 429, "times": ["first": 2]])
        var statuses: [Int] = []
        for _ in 0..<4 { statuses.append(try await client.get(Rebilly.source, Rebilly.key).status) }
        #expect(statuses == [429, 429, 200, 200])
      }
    }

    @Test(arguments: Transport.allCases, [401, 403, 404, 409, 415, 422, 429, 500, 503])
    func `an injected answer to a write stores nothing`(transport: Transport, status: Int) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        let before = try await client.get(Rebilly.source)
        try await client.inject([
          "match": ["method": "PUT", "path": "/customers/*/lead-source"], "status": .number(JSONNumber(status)),
        ])
        try await client.inject(["operation": "DeleteCustomerLeadSource", "status": .number(JSONNumber(status))])
        client.time.advance(seconds: 5)
        #expect(try await client.send("PUT", Rebilly.source, json: ["medium": "x"]).status == status)
        #expect(try await client.send("DELETE", Rebilly.source).status == status)
        #expect(try await client.get(Rebilly.source).body == before.body)
      }
    }

    @Test(arguments: Transport.allCases)
    func `a fault on an operation that does not exist is refused with the nearest names`(
      transport: Transport
    ) async throws {
      try await Client.with(transport) { client in
        for (operation, near) in [
          ("PutCustomerLeadSorce", "PutCustomerLeadSource"), ("rebilly/Sources_Get", "leadping/Sources_Get"),
        ] {
          let refusal = try #require(await client.inject(["operation": .string(operation), "status": 429]))
          #expect(refusal.contains(operation))
          #expect(refusal.contains(near))
        }
        let match = try #require(
          await client.inject(["match": ["path": "/customer/*/lead-source"], "status": 429])
        )
        #expect(match.contains("/customers/{id}/lead-source"))
        #expect(client.fake.faults().isEmpty)
        #expect(try await client.get(Rebilly.source, Rebilly.key).status == 200)
      }
    }
  }
}
