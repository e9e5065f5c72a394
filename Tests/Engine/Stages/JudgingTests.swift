import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct JudgingTests {
  private func refusal(_ body: String, _ path: String = "/orders/1") throws -> (Answer, Exchange) {
    let fake = try Fake(shop)
    let answer = fake.answer(
      Request(
        "PUT",
        path,
        headers: Headers(shopper + [("Content-Type", "application/json")]),
        body: Array(body.utf8)
      )
    )
    return (answer, try #require(fake.journal().first))
  }

  @Test func `all violations are told, nested ones in dot notation`() throws {
    let (answer, exchange) = try refusal(
      #"{"note":"too long","buyer":{"name":"x"},"lines":[{"count":1},{"count":0},{"count":"1"}]}"#
    )
    #expect(answer.status == 422)
    #expect(
      answer["/fields"] == [
        ["field": "note", "code": "body.maxLength", "message": "must be at most 5 characters, is 8"],
        ["field": "buyer.name", "code": "body.minLength", "message": "must be at least 2 characters, is 1"],
        ["field": "lines.1.count", "code": "body.minimum", "message": "must be at least 1, is 0"],
        ["field": "lines.2.count", "code": "body.type", "message": "must be an integer, is the string \"1\""],
      ]
    )
    #expect(exchange.violations.map(\.pointer.description).last == "/body/lines/2/count")
    #expect(answer["/detail"]?.string?.hasPrefix("The request breaks 4 rules. The first: 'note' must be") == true)
  }

  @Test func `parameters and body are judged together`() throws {
    let (answer, exchange) = try refusal(#"{"note":5}"#, "/orders/\(String(repeating: "x", count: 41))")
    #expect(exchange.violations.map(\.code) == ["path.maxLength", "body.type"])
    #expect(answer["/fields/0/field"] == "id")
  }

  @Test(arguments: [
    ("", "body.required"), ("{", "body.malformed"), ("{\"a\":1,}", "body.malformed"), ("nul", "body.malformed"),
    ("{}x", "body.malformed"), ("\u{FEFF}{}", "body.malformed"), (" ", "body.malformed"),
    (String(repeating: "[", count: 100_000), "body.depth"),
  ])
  func `a body that cannot be read is malformed`(body: String, code: String) throws {
    let (answer, exchange) = try refusal(body)
    #expect(answer["/kind"] == "malformed")
    #expect(answer.status == 400)
    #expect(exchange.violations.map(\.code) == [code])
    #expect(answer["/fields/0/field"] == "")
  }

  @Test func `a body that is no UTF-8 is malformed`() throws {
    let fake = try Fake(shop)
    let headers = Headers(shopper + [("Content-Type", "application/json")])
    let body = Array(#"{"note":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
    #expect(fake.answer(Request("PUT", "/orders/1", headers: headers, body: body))["/kind"] == "malformed")
  }

  @Test(arguments: [
    (#"{"note":"a","note":"b"}"#, ["body.duplicateKey"]), ("[]", ["body.type"]), ("null", ["body.type"]),
    (#"{"buyer":{"name":"ab","name":"x"}}"#, ["body.duplicateKey", "body.minLength"]),
  ])
  func `a body that can be read and breaks a rule is invalid`(body: String, codes: [String]) throws {
    let (answer, exchange) = try refusal(body)
    #expect(answer["/kind"] == "invalid")
    #expect(exchange.violations.map(\.code) == codes)
  }

  @Test func `read-only members are dropped before the body is judged, unknown ones after`() throws {
    let (answer, exchange) = try refusal(#"{"made":5,"changed":{},"other":true,"buyer":{"name":"ab","x":1}}"#)
    #expect(answer.status == 201)
    #expect(exchange.violations.isEmpty)
    #expect(answer["/made"] == "1970-01-01T00:00:00Z")
    #expect(answer["/other"] == nil)
    #expect(answer["/buyer/name"] == "ab")
  }

  @Test func `an answer that breaks its contract is a violation of the response side`() throws {
    let fake = try Fake(
      shop,
      as: ["description": "d", "state": ["orders": ["1": ["id": "1", "note": "far too long"]]]]
    )
    let answer = fake.send("GET", "/orders/1", headers: Headers(shopper))
    #expect(answer.status == 200)
    let exchange = fake.journal()[0]
    #expect(exchange.problem == nil)
    #expect(exchange.violations.map(\.side) == [.response])
    #expect(exchange.violations.map(\.code) == ["body.maxLength"])
    #expect(exchange.violations[0].pointer.description == "/body/note")
    fake.send("GET", "/orders", headers: Headers(shopper))
    #expect(fake.journal()[1].violations.map(\.pointer.description) == ["/body/0/note"])
  }

  @Test func `a status that the operation does not declare is marked, and is no violation`() throws {
    let fake = try Fake(shop)
    fake.send("GET", "/orders/1", headers: Headers(shopper))
    fake.send("GET", "/orders", headers: Headers(shopper))
    #expect(fake.journal().map(\.isUndocumented) == [true, false])
    #expect(fake.journal().allSatisfy { $0.violations.isEmpty })
  }
}
