import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ScenarioRunTests {
  private func failures(_ steps: JSON, expect: JSON = []) async throws -> [String] {
    let json: JSON = ["description": "d", "clock": "2026-01-31T12:00:00Z", "steps": steps, "expect": expect]
    let scenario = try Scenario(json, name: "s", api: "shop")
    let fake = try Fake([try compiled(shop)], scenarios: [scenario], start: ["s"])
    var run = ScenarioRun(scenario, over: .inProcess(fake))
    return try await run.failures().map(\.description)
  }

  private let headers: JSON = ["X-Key": "k", "Cookie": "sid=s"]

  @Test func `steps that come as they say have no failures, and save values for later ones`() async throws {
    let failures = try await failures([
      [
        "send": ["method": "POST", "path": "/orders", "headers": headers, "body": ["note": "a"]],
        "answer": ["status": 201, "headers": ["Location": ["$pattern": "/orders/.{16}$"]], "body": ["note": "a"]],
        "save": ["id": "/id", "where": "header.Location"],
      ],
      ["advance": "90s"],
      [
        "send": ["method": "PATCH", "path": "/orders/{id}", "headers": headers, "body": ["buyer": ["name": "x {id}"]]],
        "answer": [
          "status": 200, "body": ["changed": "2026-01-31T12:01:30Z", "buyer": ["name": ["$pattern": "^x .{16}$"]]],
        ],
      ],
      ["send": ["path": "{where}", "headers": headers], "answer": ["status": 200]],
      ["set": "2027-01-01T00:00:00Z"],
      [
        "send": ["method": "PUT", "path": "/orders/1", "headers": headers, "body": ["note": 5, "lines": 1]],
        "answer": ["status": 422, "problem": "invalid", "violations": ["body.type", "body.type"]],
      ],
    ])
    #expect(failures == [])
  }

  @Test func `each difference is a failure with its step`() async throws {
    let failures = try await failures(
      [
        ["send": ["path": "/orders", "headers": headers], "answer": ["status": 201, "body": [1]]],
        ["send": ["path": "/orders"], "answer": ["problem": "forbidden", "fault": "f1"]],
        [
          "send": ["path": "/orders", "headers": headers],
          "answer": ["exactly": ["a": 1], "text": "x", "headers": ["X-A": "1"], "violations": ["body.type"]],
        ],
      ],
      expect: [["never": ["status": 401]]]
    )
    #expect(failures.count == 9)
    #expect(failures[0] == "/steps/0: GET /orders: expected the status 201, was 200: []")
    #expect(failures[1].contains("an array of 1 elements"))
    #expect(failures.contains("/steps/1: GET /orders: expected the problem forbidden, was unauthenticated"))
    #expect(failures.contains("/steps/1: GET /orders: expected the fault f1, was none"))
    #expect(failures.contains("/steps/2: GET /orders: the header X-A was not there"))
    #expect(failures.last == "/expect/0: expected no exchange with status 401, found 1")
  }
}
