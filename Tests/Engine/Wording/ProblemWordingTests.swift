import DoubletContracts
import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ProblemWordingTests {
  /// A document with wordings at both levels and these responses.
  private func document(responses: String) -> String {
    """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    x-doublet:
      problems:
        default:
          mediaType: application/x-own+json
          headers: {X-Kind: '{kind}', X-Empty: '{retryAfter}'}
          body: {error: {kind: '{kind}', status: '{status}'}, same: everywhere, at: '{method} {path}: {status}'}
        invalid: {status: 460, headers: {X-More: '1'}, body: {error: {why: '{violation.code}'}}}
        forbidden: {mediaType: text/x-own}
    paths:
      /a:
        post:
          operationId: A
          x-doublet: {problems: {conflict: {status: 498, body: {error: {mine: true}}}}}
          requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
          responses:
            '200': {description: d, content: {application/json: {example: 1}}}
    \(responses)
    """
  }

  private func answer(_ code: Int, responses: String = "") throws -> Answer {
    try Fake(document(responses: responses)).send("POST", "/a", [:], headers: ["Prefer": "code=\(code)"])
  }

  @Test func `a kind's wording is laid over the default, objects by member`() throws {
    let fake = try Fake(document(responses: ""))
    let answer = fake.send("POST", "/a", [])
    #expect(answer.status == 460)
    #expect(answer.headers["X-Kind"] == "invalid")
    #expect(answer.headers["X-More"] == "1")
    #expect(answer.headers["X-Empty"] == nil, "a header without a value is not sent")
    #expect(answer.headers["Content-Type"] == "application/x-own+json")
    #expect(answer["/same"] == "everywhere")
    #expect(answer["/at"] == "POST /a: 460")
    #expect(answer["/error/kind"] == "invalid")
    #expect(try self.answer(403).headers["Content-Type"] == "text/x-own")
  }

  @Test func `an operation's wording is laid over the document's`() throws {
    let fake = try Fake(document(responses: ""))
    try fake.inject(Fault(scope: .all, answer: .problem(.conflict)))
    let answer = fake.send("POST", "/a", [:])
    #expect(answer.status == 498)
    #expect(answer["/error"] == ["kind": "conflict", "status": 498, "mine": true])
  }

  @Test func `a status given by number is that status, whatever the wording says`() throws {
    #expect(try answer(409).status == 409)
    #expect(try answer(422)["/error/status"] == 422)
  }

  @Test(arguments: [
    ("        '422': {description: d}", 422), ("        '400': {description: d}", 400), ("", 400),
    ("        '400': {description: d}\n        '422': {description: d}", 400), ("        '404': {description: d}", 400),
  ])
  func `a malformed body has the first status that the operation declares for it`(
    responses: String,
    status: Int
  ) throws {
    let fake = try Fake(document(responses: responses))
    let request = Request("POST", "/a", headers: ["Content-Type": "application/json"], body: Array("{".utf8))
    #expect(fake.answer(request).status == status)
  }

  @Test func `HTTP's own statuses replace those of the wordings where that is asked`() throws {
    let fake = try Fake(document(responses: ""), as: ["description": "d", "problemStatus": "http"])
    #expect(fake.send("POST", "/a", []).status == 422)
    let configured = try Fake(document(responses: ""), configuration: FakeConfiguration(usesHTTPStatuses: true))
    #expect(configured.send("POST", "/a", []).status == 422)
  }

  @Test func `a declared media type of the answer is sent`() throws {
    let responses = "        '403': {description: d, content: {application/vnd.t+json: {}}}"
    #expect(try answer(403, responses: responses).headers["Content-Type"] == "application/vnd.t+json")
  }
}
