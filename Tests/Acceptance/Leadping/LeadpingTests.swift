import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct LeadpingTests {
  static let members: Set = [
    "description", "enabled", "adminEnablementOverride", "apiKeyPreview", "apiKeyIssuedAt", "user", "createdByUser",
    "modifiedByUser", "business", "costPerLead", "allowedStates", "allowedProducts", "requiresTrustedForm",
    "complianceApproved", "complianceNotes", "defaultTagIds", "defaultTags", "name", "id", "createdAt", "modifiedAt",
  ]
  static let problem: Set = ["type", "title", "status", "detail", "instance"]

  @Test(arguments: Transport.allCases)
  func `a source with everything in it has all 21 members with their types`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      let answer = try await client.get("/sources/src_01", Leadping.key)
      #expect(answer.status == 200)
      #expect(answer.type == "application/json")
      #expect(answer.members == Self.members)
      let source = try #require(answer.json)
      for name in ["description", "apiKeyPreview", "complianceNotes", "name", "id"] {
        #expect(source[name]?.string?.isEmpty == false, "\(name)")
      }
      for name in ["apiKeyIssuedAt", "createdAt", "modifiedAt"] {
        #expect(source[name]?.string.flatMap { Instant($0) } != nil, "\(name)")
      }
      for name in ["enabled", "requiresTrustedForm", "complianceApproved"] {
        #expect(source[name]?.bool != nil, "\(name)")
      }
      for name in ["allowedStates", "allowedProducts"] {
        #expect(source[name]?.array?.isEmpty == false, "\(name)")
        #expect(source[name]?.array?.allSatisfy { $0.string != nil } == true, "\(name)")
      }
      for name in ["user", "createdByUser", "modifiedByUser", "business"] {
        #expect(source[name]?.members == ["id", "name"], "\(name)")
      }
      #expect(source["costPerLead"]?.number?.text == "12.5", "a number, not text")
      #expect(source["adminEnablementOverride"]?.members == ["enabled", "reason", "updatedByUserId", "updatedAt"])
      #expect(source["adminEnablementOverride"]?["enabled"]?.bool != nil)
      let tags = try #require(source["defaultTags"]?.array)
      #expect(!tags.isEmpty)
      #expect(tags.allSatisfy { $0.members == ["id", "name", "normalizedName", "color"] })
    }
  }

  @Test(arguments: Transport.allCases)
  func `a source has null wherever null may stand, and all 21 members still`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      let answer = try await client.get("/sources/src_02", Leadping.key)
      #expect(answer.members == Self.members)
      let nulls = (answer.json?.object ?? [:]).filter { $0.value.isNull }.map(\.key)
      #expect(
        Set(nulls) == [
          "description", "adminEnablementOverride", "apiKeyPreview", "apiKeyIssuedAt", "user", "createdByUser",
          "modifiedByUser", "business", "costPerLead", "complianceNotes", "modifiedAt",
        ]
      )
      #expect(answer["/defaultTags/0/color"] == .null)
      #expect(client.lastExchange?.violations.isEmpty == true)
    }
  }

  @Test(arguments: Transport.allCases)
  func `ids of tags agree with the tags, in their order`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      for id in ["src_01", "src_02"] {
        let answer = try await client.get("/sources/\(id)", Leadping.key)
        let ids = try #require(answer["/defaultTagIds"]?.array)
        #expect(!ids.isEmpty)
        #expect(ids == answer["/defaultTags"]?.array?.compactMap { $0["id"] })
      }
    }
  }

  @Test(arguments: Transport.allCases)
  func `problems are ProblemDetails, in the media type that each status has`(transport: Transport) async throws {
    let scenario = try Scenario(
      [
        "description": "d", "quotas": ["requests": ["limit": 1]],
        "credentials": [
          ["scheme": "Bearer", "value": "key-1"], ["scheme": "Bearer", "value": "weak", "operations": []],
        ],
      ],
      name: "strict",
      api: "leadping"
    )
    try await Client.with(transport, start: ["strict"], scenarios: [scenario]) { client in
      let missing = try await client.get(Leadping.source, Leadping.key)
      let expected: [(Answer, Int, String)] = [
        (try await client.get(Leadping.source), 401, "application/json"),
        (try await client.get(Leadping.source, ["Authorization": "Bearer other"]), 401, "application/json"),
        (try await client.get(Leadping.source, ["Authorization": "Bearer weak"]), 403, "application/problem+json"),
        (missing, 404, "application/json"),
        (try await client.get(Leadping.source, Leadping.key), 429, "application/problem+json"),
        (try await client.get("/sources/", Leadping.key), 404, "application/problem+json"),
      ]
      for (answer, status, type) in expected.dropLast() {
        #expect(answer.status == status)
        #expect(answer.type == type)
        #expect(answer.members == Self.problem)
        #expect(answer["/status"] == .number(JSONNumber(status)))
        #expect(answer["/instance"] == .string(Leadping.source))
        #expect(answer["/detail"]?.string?.isEmpty == false)
        #expect(answer["/title"]?.string?.isEmpty == false)
      }
      #expect(expected.last?.0.status == 404)
      #expect(expected[0].0.headers["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
      #expect(expected[4].0.headers["Retry-After"] == "60")
      #expect(expected[4].0["/title"] == "Too many requests.")
    }
  }

  @Test(arguments: Transport.allCases)
  func `300 requests a minute are let through, each token its own`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      let get = Request("GET", Leadping.source)
      let answers = try await client.with(Leadping.key).send(Array(repeating: get, count: 301))
      #expect(answers.map(\.status) == Array(repeating: 200, count: 300) + [429])
      #expect(try await client.get(Leadping.source, ["Authorization": "Bearer key-2"]).status == 200)
      try await client.advance("60s")
      #expect(try await client.get(Leadping.source, Leadping.key).status == 200)
    }
  }

  @Test(arguments: Transport.allCases)
  func `a status that Leadping does not declare is its ProblemDetails, and is marked`(transport: Transport) async throws
  {
    try await Client.with(transport) { client in
      for status in [400, 409, 418, 422, 500, 503] {
        let answer = try await client.get(Leadping.source, ["Authorization": "Bearer k", "Prefer": "code=\(status)"])
        #expect(answer.status == status)
        #expect(answer.type == "application/problem+json")
        #expect(Self.problem.isSubset(of: answer.members))
        #expect(client.lastExchange?.isUndocumented == true)
        #expect(client.lastExchange?.violations.filter { $0.side == .response }.isEmpty == true)
      }
    }
  }
}
