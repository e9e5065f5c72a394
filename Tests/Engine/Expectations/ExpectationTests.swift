import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ExpectationTests {
  /// A fake that has answered: PUT 1 (201), PUT 1 (200), GET 1 (200), GET 2 (404), PUT 3 with a note too long (422).
  private func fake() throws -> Fake {
    let fake = try Fake(shop)
    fake.send("PUT", "/orders/1", ["note": "a"], headers: Headers(shopper))
    fake.send("PUT", "/orders/1", ["note": "b"], headers: Headers(shopper))
    fake.send("GET", "/orders/1?deep=1", headers: Headers(shopper + [("Doublet-Test", "t1")]))
    fake.send("GET", "/orders/2", headers: Headers(shopper))
    fake.send("PUT", "/orders/3", ["note": "too long"], headers: Headers(shopper))
    return fake
  }

  private func judge(_ json: JSON) throws -> Verdict {
    let expectation = try Expectation(json)
    return try #require(fake().judge([expectation]).first)
  }

  @Test(arguments: [
    (#"{"exchange":{"operation":"PutOrder"},"count":3}"#, true),
    (#"{"exchange":{"operation":"PutOrder"},"count":2}"#, false),
    (#"{"exchange":{"operation":"shop/PutOrder","status":201},"count":1}"#, true),
    (#"{"exchange":{"operation":"ReadOrder"},"min":2}"#, true),
    (#"{"exchange":{"operation":"ReadOrder"},"min":3}"#, false),
    (#"{"exchange":{"operation":"ReadOrder"},"max":1}"#, false),
    (#"{"exchange":{"operation":"DropOrder"},"max":1}"#, true),
    (#"{"exchange":{"operation":"DropOrder"}}"#, false), (#"{"exchange":{"operation":"ReadOrder"}}"#, true),
    (#"{"never":{"method":"DELETE"}}"#, true), (#"{"never":{"problem":"invalid"}}"#, false),
    (#"{"exchange":{"path":"/orders/*"},"count":5}"#, true), (#"{"exchange":{"path":"/orders/1"},"count":3}"#, true),
    (#"{"exchange":{"path":"/**","method":"GET"},"count":2}"#, true),
    (#"{"exchange":{"violations":["body.maxLength"]},"count":1}"#, true),
    (#"{"exchange":{"test":"t1"},"count":1}"#, true), (#"{"exchange":{"query":{"deep":"1"}},"count":1}"#, true),
    (#"{"exchange":{"body":{"note":{"$pattern":"^.$"}}},"count":2}"#, true),
    (#"{"exchange":{"headers":{"x-key":"k"}},"count":5}"#, true),
    (#"{"exchange":{"problem":"notFound"},"count":1}"#, true),
  ])
  func `exchanges are counted by what is known of them`(text: String, holds: Bool) throws {
    let verdict = try judge(JSON(parsing: text))
    #expect(verdict.holds == holds, "\(verdict.message)")
  }

  @Test(arguments: [
    (#"[{"operation":"PutOrder"},{"operation":"ReadOrder"}]"#, true),
    (#"[{"status":200},{"status":201}]"#, false), (#"[{"method":"GET"},{"method":"GET"}]"#, true),
    (#"[{"method":"GET"},{"method":"GET"},{"method":"GET"}]"#, false),
    (#"[{"status":201},{"status":422}]"#, true), ("[{}]", true),
  ])
  func `an order lets other exchanges stand between`(patterns: String, holds: Bool) throws {
    let verdict = try judge(["order": JSON(parsing: patterns)])
    #expect(verdict.holds == holds, "\(verdict.message)")
  }

  @Test func `a count that fails names both numbers and the closest exchanges with their differences`() throws {
    let verdict = try judge(["exchange": ["operation": "PutOrder", "status": 422, "body": ["note": "b"]], "count": 1])
    #expect(verdict.message == "expected exactly 1 of PutOrder with status 422, a body, found 0")
    #expect(verdict.closest.map(\.sequence) == [5, 2, 1], "the fewest differences first")
    #expect(verdict.closest[0].summary == "PUT /orders/3 -> 422")
    #expect(verdict.closest[0].differences.map(\.description) == [#"/body/note: expected "b", found "too long""#])
    #expect(verdict.closest[1].differences.map(\.description) == ["/status: expected 422, found 200"])
  }

  @Test(arguments: [
    (#"{"exchange":{"method":"DELETE"},"min":1,"max":3}"#, "expected 1 to 3 of DELETE, found 0"),
    (#"{"exchange":{"method":"DELETE","path":"/a"},"min":2}"#, "expected at least 2 of DELETE /a, found 0"),
    (#"{"never":{"status":404}}"#, "expected no exchange with status 404, found 1"),
    (
      #"{"order":[{"status":404},{"method":"DELETE"}]}"#,
      "expected DELETE as number 2 of 2 after exchange 4, found none"
    ),
  ])
  func `a message is a sentence`(text: String, message: String) throws {
    let verdict = try judge(JSON(parsing: text))
    #expect(!verdict.holds)
    #expect(verdict.message == message)
  }

  @Test func `a verdict over a journal that lost exchanges says so`() throws {
    let exchanges = try fake().journal()
    let verdict = try Expectation(["never": ["method": "DELETE"]]).judge(exchanges, evicted: 7)
    #expect(verdict.message == "expected no DELETE, found 0 (7 older exchanges were evicted from the journal)")
  }

  @Test(arguments: [
    #"{}"#, #"{"exchange":{},"never":{}}"#, #"{"exchange":{"operatoin":"a"}}"#, #"{"exchange":{},"count":1,"min":1}"#,
    #"{"exchange":{},"count":-1}"#, #"{"order":{}}"#, #"{"order":[]}"#, #"{"exchange":{},"min":3,"max":2}"#,
    #"{"exchange":{"status":"200"}}"#, #"{"never":{},"count":1}"#,
  ])
  func `what says nothing that can be judged is refused`(text: String) throws {
    let json = try JSON(parsing: text)
    #expect(throws: (any Error).self) { try Expectation(json) }
  }
}

@Suite struct EvictedExpectationTests {
  @Test(arguments: [
    (DoubletEngine.Expectation.never(ExchangePattern()), false),
    (.count(ExchangePattern(), minimum: 0, maximum: 3), false),
    (.count(ExchangePattern(), minimum: 0, maximum: nil), true),
  ])
  func `what only a whole journal can show does not hold once exchanges were evicted`(
    expectation: DoubletEngine.Expectation,
    holds: Bool
  ) {
    let verdict = expectation.judge([], evicted: 2)
    #expect(verdict.holds == holds)
    #expect(verdict.message.hasSuffix("(2 older exchanges were evicted from the journal)"))
  }
}
