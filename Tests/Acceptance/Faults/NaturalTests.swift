import DoubletEngine
import DoubletJSON
import Testing

extension FaultTests {
  /// An injected answer equals the natural problem of its kind: status, header fields but `Date`, body.
  @Suite struct Natural {
    /// Sends the same request to two sandboxes, of which one has a fault; both answers.
    private func pair(
      _ client: Client,
      fault: JSON,
      prepare: (Client) async throws -> Void = { _ in },
      natural: (Client) async throws -> Answer,
      injected: (Client) async throws -> Answer
    ) async throws -> (natural: Answer, injected: Answer) {
      let (first, second) = (client.inSandbox("natural"), client.inSandbox("injected"))
      for client in [first, second] { try await client.setClock("2026-01-31T12:00:00.5Z") }
      for client in [first, second] { try await prepare(client) }
      #expect(try await second.inject(fault) == nil)
      let answers = (natural: try await natural(first), injected: try await injected(second))
      #expect(first.lastExchange?.fault == nil)
      #expect(first.lastExchange?.problem != nil)
      #expect(second.lastExchange?.fault == "f1")
      return answers
    }

    @Test(arguments: Transport.allCases, Known.all.filter { $0.operation != "AuthenticationToken" })
    func `401 is that of missing credentials`(transport: Transport, known: Known) async throws {
      try await Client.with(transport) { client in
        let answers = try await pair(
          client,
          fault: ["operation": .string(known.operation), "problem": "unauthenticated"],
          natural: { client in
            guard let body = known.body else { return try await client.send(known.method, known.path) }
            return try await client.send(known.method, known.path, json: body)
          },
          injected: { try await known.send($0, token: known.operation == "LeadsShow" ? $0.token() : "") }
        )
        #expect(answers.injected.comparable == answers.natural.comparable)
      }
    }

    @Test(arguments: Transport.allCases, Known.all.filter { $0.operation != "AuthenticationToken" })
    func `403 is that of a credential that lacks the operation`(transport: Transport, known: Known) async throws {
      let other = ["GetCustomer": "PutCustomerLeadSource"][known.operation] ?? "GetCustomer"
      let listed: [(api: String, credentials: JSON)] = [
        (
          "rebilly",
          [
            ["scheme": "SecretApiKey", "value": "weak", "operations": [.string(other)]],
            ["scheme": "SecretApiKey", "value": "key-1"],
          ]
        ),
        (
          "leadping",
          [["scheme": "Bearer", "value": "weak", "operations": []], ["scheme": "Bearer", "value": "key-1"]]
        ),
        ("crmcom", [["scheme": "token", "value": "WEAK", "operations": ["AuthenticationToken"]]]),
      ]
      let scenarios = try listed.map {
        try Scenario(["description": "d", "credentials": $0.credentials], name: "listed-\($0.api)", api: $0.api)
      }
      try await Client.with(transport, start: scenarios.map(\.name), scenarios: scenarios) { client in
        let answers = try await pair(
          client,
          fault: ["operation": .string(known.operation), "problem": "forbidden"],
          natural: { client in
            var weak = known
            if known.operation == "LeadsShow" { weak.path += "&token=WEAK" }
            // One good alternative would be enough: only the weak credential is sent.
            let client = client.with(
              known.operation == "Sources_Get" ? ["Authorization": "Bearer weak"] : ["REB-APIKEY": "weak"]
            )
            guard let body = known.body else { return try await client.send(known.method, weak.path) }
            return try await client.send(known.method, weak.path, json: body)
          },
          injected: { try await known.send($0, token: known.operation == "LeadsShow" ? $0.token() : "") }
        )
        #expect(answers.natural.status == (known.operation == "LeadsShow" ? 200 : 403))
        #expect(answers.injected.comparable == answers.natural.comparable)
      }
    }

    @Test(arguments: Transport.allCases)
    func `422 is that of the first rule of the document`(transport: Transport) async throws {
      let long = String(repeating: "x", count: 51)
      try await Client.with(transport) { client in
        for known in Known.all where known.path.contains("cus_01") {
          let path = known.path.replacing("cus_01", with: long)
          let answers = try await pair(
            client.afresh,
            fault: ["operation": .string(known.operation), "problem": "invalid"],
            natural: {
              try await Known(operation: known.operation, method: known.method, path: path, body: known.body).send($0)
            },
            injected: { try await known.send($0) }
          )
          #expect(answers.natural.status == 422)
          let injected = answers.injected.comparable.map { $0.replacing(known.path, with: path) }
          #expect(injected == answers.natural.comparable, "\(known.operation)")
        }
      }
    }

    @Test(arguments: Transport.allCases)
    func `422 of CRM.COM is that of the first rule of the document`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let lead = try await pair(
          client,
          fault: ["operation": "LeadsShow", "problem": "invalid"],
          natural: { try await $0.get("/leads/show?token=\(try await $0.token())") },
          injected: { try await $0.lead("lead_identifier=number=116") }
        )
        CRMCOMTests.expectError(lead.natural, "LEADS.INVALIDPARAMETER")
        #expect(lead.injected.comparable == lead.natural.comparable)
      }
      try await Client.with(transport) { client in
        let login = try await pair(
          client,
          fault: ["operation": "AuthenticationToken", "problem": "invalid"],
          natural: { try await $0.send("POST", "/authentication/token", json: 0) },
          injected: { try await $0.send("POST", "/authentication/token", json: CRM.login) }
        )
        CRMCOMTests.expectError(login.natural, "AUTHENTICATION.INVALIDLOGIN")
        #expect(login.injected.comparable == login.natural.comparable)
      }
    }

    @Test(arguments: Transport.allCases, ["PutCustomerLeadSource", "DeleteCustomerLeadSource", "Sources_Get"])
    func `429 is that of the quota used up, at the same moment`(transport: Transport, operation: String) async throws {
      let known = try #require(Known.all.first { $0.operation == operation })
      let scenarios = [
        try Scenario(["description": "d", "quotas": ["writes": ["limit": 2]]], name: "r", api: "rebilly"),
        try Scenario(["description": "d", "quotas": ["requests": ["limit": 2]]], name: "l", api: "leadping"),
      ]
      try await Client.with(transport, start: ["r", "l"], scenarios: scenarios) { client in
        let answers = try await pair(
          client,
          fault: ["operation": .string(operation), "problem": "tooManyRequests"],
          prepare: { client in
            _ = try await known.send(client)
            try await client.advance("7s")
          },
          natural: { client in
            _ = try await known.send(client)
            return try await known.send(client)
          },
          injected: { try await known.send($0) }
        )
        #expect(answers.natural.status == 429)
        #expect(answers.natural.headers["Retry-After"] == (operation == "Sources_Get" ? "53" : "593"))
        #expect(answers.injected.comparable == answers.natural.comparable)
      }
    }

    @Test(arguments: Transport.allCases)
    func `429 of an operation without a quota asks for a minute`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        try await client.setClock("2026-01-31T12:00:00Z")
        let answer = try await client.with(Rebilly.key).get(Rebilly.source, ["Prefer": "code=429"])
        #expect(answer.status == 429)
        #expect(answer.headers["Retry-After"] == "60")
        #expect(answer.headers["X-RateLimit-Retry-After"] == "\(try #require(Instant("2026-01-31T12:01:00Z")).seconds)")
        #expect(client.lastExchange?.isUndocumented == true, "the page has no 429 for GET")
      }
    }
  }
}

extension Client {
  /// The same client, its pair of sandboxes dropped.
  fileprivate var afresh: Client {
    fake.dropSandbox("natural")
    fake.dropSandbox("injected")
    return self
  }
}
