import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct ResponseSideTests {
  @Test(arguments: Transport.allCases)
  func `a record of a scenario that breaks its schema is marked on the response side`(transport: Transport) async throws
  {
    let bad: JSON = ["medium": 5, "createdTime": "yesterday", "_links": [["rel": "parent"]]]
    let scenario = try Scenario(
      ["description": "d", "state": ["leadSources": ["bad": bad]]],
      name: "bad",
      api: "rebilly"
    )
    try await Client.with(transport, start: ["bad"], scenarios: [scenario]) { client in
      let answer = try await client.get("/customers/bad/lead-source", Rebilly.key)
      #expect(answer.status == 200, "the client is not to blame")
      let exchange = try #require(client.lastExchange)
      #expect(exchange.problem == nil)
      #expect(exchange.violations.allSatisfy { $0.side == .response })
      #expect(exchange.violations.map(\.pointer.description) == ["/body/medium", "/body/createdTime"])
      #expect(!exchange.isUndocumented)
    }
  }

  @Test(arguments: Transport.allCases)
  func `a status that the document lacks is marked undocumented, and is no violation`(transport: Transport) async throws
  {
    try await Client.with(transport) { client in
      for (path, status, isUndocumented) in [
        (Rebilly.source, 401, false), (Rebilly.source, 404, false), (Rebilly.source, 429, true),
        (Rebilly.source, 500, true),
        ("/customers/c", 409, true),
      ] {
        let answer = try await client.get(path, ["REB-APIKEY": "k", "Prefer": "code=\(status)"])
        #expect(answer.status == status)
        #expect(client.lastExchange?.isUndocumented == isUndocumented, "\(status)")
        #expect(client.lastExchange?.violations.contains { $0.side == .response } == false, "\(status)")
      }
    }
  }

  @Test(arguments: Transport.allCases)
  func `nothing that a bundled fake answers breaks its own contract`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      let token = try await client.token()
      for known in Known.all {
        for status in [nil, 400, 401, 403, 404, 406, 409, 415, 422, 429, 500, 503] {
          let more: Headers = status.map { ["Prefer": "code=\($0)"] } ?? [:]
          _ = try await known.send(client, more, token: token)
          let broken = client.lastExchange?.violations.filter { $0.side == .response } ?? []
          #expect(broken.isEmpty, "\(known.operation) \(status ?? 200): \(broken)")
        }
      }
    }
  }
}
