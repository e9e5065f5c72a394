import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

extension RebillyTests {
  @Suite struct Refusals {
    @Test(arguments: Transport.allCases)
    func `without credentials everything is 401, whatever the body`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let bodies = ["", "{", "[]", #"{"medium":5}"#, #"{"medium":"fine"}"#]
        for body in bodies {
          for credentials: Headers in [[:], ["REB-APIKEY": ""], ["Authorization": "Bearer "]] {
            for method in ["PUT", "DELETE"] {
              let answer = try await client.with(credentials).send(
                method,
                Rebilly.source,
                ["Content-Type": "application/json"],
                body: Array(body.utf8)
              )
              #expect(answer.status == 401)
              #expect(answer.type == "application/json")
              #expect(answer.members == Rebilly.problem)
              #expect(answer["/title"] == "Unauthorized")
              #expect(answer["/status"] == 401)
              #expect(answer["/instance"] == .string(Rebilly.source))
            }
          }
        }
        #expect(try await client.get(Rebilly.source, Rebilly.key)["/medium"] == "search")
      }
    }

    @Test(arguments: Transport.allCases)
    func `three broken fields are three invalidFields, and nothing is stored`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        let body: JSON = [
          "medium": 5, "source": .string(String(repeating: "s", count: 600)), "referrer": "not a url", "term": "kept?",
        ]
        let answer = try await client.send("PUT", "/customers/new/lead-source", json: body)
        #expect(answer.status == 422)
        #expect(answer.type == "application/json")
        #expect(answer.members == Rebilly.problem.union(["invalidFields"]))
        #expect(answer["/title"] == "Validation error")
        #expect(answer["/invalidFields"]?.array?.count == 3)
        #expect(
          answer["/invalidFields"]?.array?.compactMap { $0["field"]?.string } == ["medium", "source", "referrer"]
        )
        #expect(answer["/invalidFields/0/message"] == "must be a string or null, is the number 5")
        #expect(answer["/invalidFields/1/message"] == "must be at most 512 characters, is 600")
        #expect(answer["/invalidFields/2/message"]?.string?.contains("not a url") == true)
        #expect(client.lastExchange?.violations.map(\.code) == ["body.type", "body.maxLength", "body.format"])
        #expect(try await client.get("/customers/new/lead-source").status == 404)
      }
    }

    @Test(arguments: Transport.allCases)
    func `a field that breaks two rules is told twice`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let long = String(repeating: "no url ", count: 300)
        let answer = try await client.with(Rebilly.key).send("PUT", Rebilly.source, json: ["referrer": .string(long)])
        #expect(answer.status == 422)
        #expect(answer["/invalidFields"]?.array?.compactMap { $0["field"]?.string } == ["referrer", "referrer"])
        let messages = (answer["/invalidFields"]?.array ?? []).compactMap { $0["message"]?.string }
        #expect(messages.contains("must be at most 2083 characters, is 2100"))
      }
    }

    @Test(arguments: Transport.allCases)
    func `lengths count characters, not bytes`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        for character in ["a", "ü", "😀"] {
          for (count, status) in [(512, 201), (513, 422)] {
            let text = JSON.string(String(repeating: character, count: count))
            #expect(
              try await client.send("PUT", Rebilly.source, json: ["medium": text]).status == status,
              "\(count) \(character)"
            )
          }
        }
        let escaped = #"{"medium":""# + String(repeating: #"\ud83d\ude00"#, count: 512) + #""}"#
        let answer = try await client.send(
          "PUT",
          Rebilly.source,
          ["Content-Type": "application/json"],
          body: Array(escaped.utf8)
        )
        #expect(answer.status == 201)
        #expect(answer["/medium"]?.string == String(repeating: "😀", count: 512))
      }
    }

    @Test(arguments: Transport.allCases)
    func `a body that cannot be read is a problem of the API's own shape`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        for body in [
          "", "{", "nonsense", #"{"medium":"a"}}"#, "[]", "null", "\"text\"", #"{"medium":"a","medium":"b"}"#,
        ] {
          let answer = try await client.send(
            "PUT",
            "/customers/new/lead-source",
            ["Content-Type": "application/json"],
            body: Array(body.utf8)
          )
          #expect(answer.status == 422, "\(body)")
          #expect(answer.type == "application/json", "\(body)")
          #expect(answer.members == Rebilly.problem.union(["invalidFields"]), "\(body)")
          #expect(client.lastExchange?.isUndocumented == false)
        }
        for type in ["text/plain", "application/xml", "application/x-www-form-urlencoded"] {
          let answer = try await client.send(
            "PUT",
            "/customers/new/lead-source",
            ["Content-Type": type],
            body: Array("{}".utf8)
          )
          #expect(answer.status == 415, "\(type)")
          #expect(answer.type == "application/json")
          #expect(answer.members == Rebilly.problem)
        }
        #expect(try await client.get("/customers/new/lead-source").status == 404)
      }
    }
  }
}
