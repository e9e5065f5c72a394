import DoubletEngine
import DoubletJSON
import Testing

@Suite struct FaultEncodingTests {
  @Test(
    arguments: [
      ["operation": "*", "problem": "invalid"],
      ["operation": "*", "deliver": ["delay": "50ms"], "times": ["first": 2]],
      ["id": "a", "operation": "rebilly/GetCustomer", "status": 503, "times": ["every": 3]],
      ["match": ["path": "/customers/**"], "status": 500, "times": ["between": [2, 4]]],
      ["match": ["method": "PUT", "path": "/customers/*"], "status": 500, "times": ["probability": 0.25]],
      [
        "operation": "*", "status": 422, "times": ["after": 1],
        "details": [
          "reason": "Because.", "retryAfter": 30,
          "violations": [["pointer": "/body/a", "code": "body.type", "message": "is wrong"]],
        ],
      ],
      [
        "operation": "*", "status": 429, "times": ["first": 1],
        "where": [
          "headers": ["X-A": ["$pattern": "^a"]], "query": ["b": ["$present": false]], "path": ["id": "x"],
          "body": ["a": [1, ["$exactly": ["b": 2]]], "c": ["$exactly": [3]], "d": nil],
        ],
      ],
    ] as [JSON]
  )
  func `a fault is written as it is read`(json: JSON) throws {
    #expect(try Fault(json).json == json)
  }

  @Test func `a length of time is written in the largest unit that fits`() {
    #expect([0, 1, 60, 90, 3600, 86_400, 90_000].map(Timespan.text) == ["0s", "1s", "1m", "90s", "1h", "1d", "25h"])
  }
}
