import DoubletEngine
import DoubletJSON
import Testing

/// What must be seen of CRM.COM.
@Suite enum CRMCOMTests {}

extension CRMCOMTests {
  /// What an error is: HTTP 200, a code of CRM.COM's form, a message, and no data.
  static func expectError(
    _ answer: Answer,
    _ code: String,
    status: Int = 200,
    _ comment: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(answer.status == status, "\(comment)", sourceLocation: sourceLocation)
    #expect(answer.type == "application/json", "\(comment)", sourceLocation: sourceLocation)
    #expect(answer.members == ["status"], "\(comment)", sourceLocation: sourceLocation)
    #expect(
      answer["/status/code"] == .string("COM.CRM.EXCEPTION.\(code)EXCEPTION"),
      "\(comment)",
      sourceLocation: sourceLocation
    )
    #expect(answer["/status/message"]?.string?.isEmpty == false, "\(comment)", sourceLocation: sourceLocation)
  }

  @Suite struct Login {
    @Test(arguments: Transport.allCases)
    func `any user, password and organisation give a token of 32 upper-case hex digits`(
      transport: Transport
    ) async throws {
      try await Client.with(transport) { client in
        for login: JSON in [
          CRM.login, ["username": "ü", "password": " ", "organisation": "0", "unit": "7", "more": 1],
        ] {
          let answer = try await client.send("POST", "/authentication/token", json: login)
          #expect(answer.status == 200)
          #expect(answer.members == ["data", "status"])
          #expect(answer["/status"] == CRM.ok)
          #expect(answer["/data"]?.members == ["token"])
          let token = try #require(answer["/data/token"]?.string)
          #expect(token.utf8.count == 32)
          #expect(token.utf8.allSatisfy { "0123456789ABCDEF".utf8.contains($0) })
        }
        #expect(try await client.token() != client.token())
      }
    }

    @Test(arguments: Transport.allCases)
    func `a login that lacks something, or cannot be read, is an error without data`(transport: Transport) async throws
    {
      try await Client.with(transport) { client in
        for name in ["username", "password", "organisation"] {
          for value: JSON? in [nil, "", nil as JSON, 5] {
            var login = CRM.login
            login[name] = value
            expectError(
              try await client.send("POST", "/authentication/token", json: login),
              "AUTHENTICATION.INVALIDLOGIN",
              "\(login)"
            )
          }
        }
        let json: Headers = ["Content-Type": "application/json"]
        for body in ["", "{", "nonsense"] {
          expectError(
            try await client.send("POST", "/authentication/token", json, body: Array(body.utf8)),
            "AUTHENTICATION.MALFORMEDLOGIN",
            body
          )
        }
        expectError(
          try await client.send(
            "POST",
            "/authentication/token",
            ["Content-Type": "text/plain"],
            body: Array("{}".utf8)
          ),
          "AUTHENTICATION.UNSUPPORTEDMEDIATYPE"
        )
      }
    }

    @Test(arguments: Transport.allCases)
    func `a token is good for an hour after it was last used`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let token = try await client.token()
        let path = "/leads/show?token=\(token)&lead_identifier=number=19"
        for _ in 0..<3 {
          try await client.advance("59m")
          #expect(try await client.get(path)["/status/code"] == "OK")
        }
        try await client.advance("3599s")
        #expect(try await client.get(path)["/status/code"] == "OK")
        try await client.advance("1h")
        let expired = try await client.get(path)
        expectError(expired, "LEADS.INVALIDTOKEN")
        #expect(expired["/status/message"]?.string?.contains("expired") == true)
        expectError(try await client.get(path), "LEADS.INVALIDTOKEN", "it stays expired")
      }
    }

    @Test(arguments: Transport.allCases)
    func `a wrong, missing, empty or foreign token is refused`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let token = try await client.token()
        let foreign = try await client.inSandbox("box").token()
        #expect(token != foreign)
        let lead = "lead_identifier=number=116"
        for query in [
          lead, "token=&\(lead)", "token=ABC&\(lead)", "token=\(foreign)&\(lead)",
          "token=\(token.lowercased())&\(lead)",
          "Token=\(token)&\(lead)",
        ] {
          expectError(try await client.get("/leads/show?\(query)"), "LEADS.INVALIDTOKEN", query)
        }
        #expect(try await client.inSandbox("box").get("/leads/show?token=\(foreign)&\(lead)")["/status/code"] == "OK")
        #expect(try await client.get("/leads/show?token=\(token)&\(lead)")["/status/code"] == "OK")
      }
    }
  }
}
