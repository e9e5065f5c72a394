import DoubletEngine
import DoubletJSON
import Testing

extension RebillyTests {
  @Suite struct Quota {
    @Test(arguments: Transport.allCases)
    func `3,000 writes in ten minutes are let through, and one more is told when to come back`(
      transport: Transport
    ) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        let put = Request("PUT", Rebilly.source, headers: ["Content-Type": "application/json"], body: Array("{}".utf8))
        var remaining: [String?] = []
        for _ in 0..<12 {
          client.time.advance(seconds: 10)
          let answers = try await client.send(Array(repeating: put, count: 250))
          #expect(answers.allSatisfy { $0.status == 201 })
          remaining += answers.map { $0.headers["X-RateLimit-Remaining"] }
        }
        #expect(remaining == (0..<3000).reversed().map { "\($0)" })
        #expect(try await client.get(Rebilly.source).status == 200, "reading is not limited")

        let refused = try await client.send("PUT", Rebilly.source, json: [:])
        #expect(refused.status == 429)
        #expect(refused.type == "application/json")
        #expect(refused.members == Rebilly.problem)
        #expect(refused["/type"] == "about:blank")
        #expect(refused["/title"] == "Rate Limit Exceeded")
        #expect(
          refused["/detail"]
            == "A request cannot be executed because the user has sent too many requests within a certain period of time"
        )
        let end = try #require(Instant("2026-01-31T12:00:10Z")).seconds + 600
        #expect(refused.headers["X-RateLimit-Retry-After"] == "\(end)")
        #expect(refused.headers["Retry-After"] == "\(end - client.time.now.seconds)")
        #expect(refused.headers["Retry-After"] == "490")
        #expect(try await client.send("DELETE", Rebilly.source).status == 429, "both count for the organization")

        try await client.advance("489s")
        #expect(try await client.send("PUT", Rebilly.source, json: [:]).headers["Retry-After"] == "1")
        try await client.advance("1s")
        #expect(try await client.send("PUT", Rebilly.source, json: [:]).headers["X-RateLimit-Remaining"] == "2999")
      }
    }

    @Test(arguments: Transport.allCases)
    func `an organization's writes are its own`(transport: Transport) async throws {
      let scenario = try Scenario(
        ["description": "d", "quotas": ["writes": ["limit": 1, "window": "5s"]]],
        name: "lowered",
        api: "rebilly"
      )
      try await Client.with(transport, start: ["lowered"], scenarios: [scenario]) { client in
        let client = client.with(Rebilly.key)
        for organization in ["one", "two"] {
          let path = "/organizations/\(organization)/customers/c/lead-source"
          let answer = try await client.send("PUT", path, json: [:])
          #expect(answer.headers["X-RateLimit-Limit"] == "1")
          #expect(try await client.send("PUT", path, json: [:]).headers["Retry-After"] == "5")
        }
        try await client.advance("5s")
        #expect(try await client.send("DELETE", "/organizations/one/customers/c/lead-source").status == 204)
      }
    }

    @Test(arguments: Transport.allCases)
    func `a scenario raises the limit or lifts it`(transport: Transport) async throws {
      for (quota, limit, remaining) in [(["limit": 9000] as JSON, "9000", "8999"), (nil, nil, nil)] {
        let scenario = try Scenario(["description": "d", "quotas": ["writes": quota]], name: "other", api: "rebilly")
        try await Client.with(transport, start: ["other"], scenarios: [scenario]) { client in
          let answer = try await client.with(Rebilly.key).send("PUT", Rebilly.source, json: [:])
          #expect(answer.status == 201)
          #expect(answer.headers["X-RateLimit-Limit"] == limit)
          #expect(answer.headers["X-RateLimit-Remaining"] == remaining)
        }
      }
    }
  }
}
