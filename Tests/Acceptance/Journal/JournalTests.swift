import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// What must be seen of the journal.
@Suite struct JournalTests {
  /// One exchange of each sort.
  private func fill(_ client: Client) async throws {
    let client = client.with(Rebilly.key)
    _ = try await client.send("PUT", "/customers/c/lead-source?why=1", ["Doublet-Test": "t1"], json: ["medium": "a"])
    _ = try await client.send("PUT", "/customers/c/lead-source", json: ["medium": 5, "source": 6])
    _ = try await client.get("/customers/none/lead-source")
    _ = try await client.get("/nowhere/at/all")
    _ = try await client.send("PATCH", Rebilly.source, json: [:])
    _ = try await client.get(Rebilly.source, ["Prefer": "code=503"])
    try await client.inject(["id": "mine", "operation": "GetCustomer", "problem": "forbidden"])
    _ = try await client.get("/customers/c")
  }

  @Test(arguments: Transport.allCases)
  func `every exchange is there with what was decided about it`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      try await fill(client)
      let exchanges = client.fake.journal()
      #expect(exchanges.map(\.sequence) == Array(1...7))
      #expect(
        exchanges.map(\.operation) == [
          "PutCustomerLeadSource", "PutCustomerLeadSource", "GetCustomerLeadSource", nil, nil, "GetCustomerLeadSource",
          "GetCustomer",
        ]
      )
      #expect(exchanges.map(\.answer.status) == [201, 422, 404, 404, 405, 503, 403])
      #expect(
        exchanges.map(\.problem) == [
          nil, .invalid, .notFound, .unknownPath, .methodNotAllowed, .unavailable, .forbidden,
        ]
      )
      #expect(exchanges.map(\.fault) == [nil, nil, nil, nil, nil, "Prefer", "mine"])
      #expect(exchanges[1].violations.map(\.code) == ["body.type", "body.type"])
      #expect(exchanges[1].violations.allSatisfy { $0.position.line > 1 })
      #expect(exchanges.map(\.api) == ["rebilly", "rebilly", "rebilly", nil, "rebilly", "rebilly", "rebilly"])
      #expect(exchanges[0].test == "t1")
      #expect(exchanges[0].query == "why=1")
      #expect(exchanges[0].effect == "+leadSources/c")
      #expect(exchanges.allSatisfy { $0.end == .sent })
    }
  }

  @Test(arguments: Transport.allCases)
  func `expectations of count, order and never are judged`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      try await fill(client)
      let held = try await client.verify([
        ["exchange": ["operation": "PutCustomerLeadSource"], "count": 2], ["exchange": ["problem": "notFound"]],
        ["exchange": ["method": "GET"], "min": 2, "max": 4], ["never": ["method": "DELETE"]],
        ["order": [["status": 201], ["violations": ["body.type"]], ["fault": "mine"]]],
        [
          "exchange": ["path": "/customers/*/lead-source", "test": "t1", "body": ["medium": ["$pattern": "^a$"]]],
          "count": 1,
        ],
      ])
      #expect(held.holds, "\(held.results.filter { !$0.holds })")
      #expect(held.results.count == 6)
      #expect(held.results.allSatisfy { $0.holds && $0.closest.isEmpty })
    }
  }

  @Test(arguments: Transport.allCases)
  func `what fails tells the closest exchanges and the fields in which they differ`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      try await fill(client)
      let failed = try await client.verify([
        ["exchange": ["operation": "PutCustomerLeadSource", "status": 201, "body": ["medium": "b"]], "count": 1],
        ["never": ["status": 422]], ["order": [["status": 422], ["status": 201]]], ["never": ["status": 500]],
      ])
      #expect(!failed.holds)
      #expect(failed.results.map(\.holds) == [false, false, false, true])
      #expect(
        failed.results[0].message == "expected exactly 1 of PutCustomerLeadSource with status 201, a body, found 0"
      )
      #expect(
        failed.results[0].closest.first
          == #"PUT /customers/c/lead-source -> 201: /body/medium: expected "b", found "a""#
      )
      #expect(
        failed.results[0].closest.dropFirst().first
          == "PUT /customers/c/lead-source -> 422: /status: expected 201, found 422; "
          + #"/body/medium: expected "b", found 5"#
      )
      #expect(failed.results[1].message == "expected no exchange with status 422, found 1")
      #expect(failed.results[2].message.contains("as number 2 of 2 after exchange 2, found none"))
    }
  }

  @Test(arguments: Transport.allCases)
  func `the journal of a sandbox holds its own exchanges only`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      _ = try await client.inSandbox("a").get(Rebilly.source)
      _ = try await client.get(Rebilly.source, ["Doublet-Sandbox": "a"])
      _ = try await client.inSandbox("b").get(Rebilly.source)
      #expect(client.fake.journal(of: "a").map(\.path) == [Rebilly.source, Rebilly.source])
      #expect(client.fake.journal(of: "b").count == 1)
      #expect(client.fake.journal().isEmpty)
      #expect(try await client.inSandbox("a").verify([["exchange": ["status": 401], "count": 2]]).holds)
    }
  }

  @Test func `the journal is readable over HTTP, and steering is in no journal`() async throws {
    try await Client.with(.http) { client in
      try await fill(client)
      let answer = try await client.get("/__doublet/journal")
      let exchanges = try #require(answer["/exchanges"]?.array)
      #expect(exchanges.map { $0["status"] } == [201, 422, 404, 404, 405, 503, 403])
      #expect(exchanges[1]["problem"] == "invalid")
      #expect(exchanges[1]["violations"]?.array?.count == 2)
      #expect(exchanges[6]["fault"] == "mine")
      #expect(answer["/evicted"] == 0)
    }
  }
}
