import DoubletEngine
import DoubletJSON
import Testing

@Suite struct NegotiationTests {
  private static let document = """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    paths:
      /a:
        post:
          operationId: Post
          requestBody:
            content:
              application/json: {schema: {type: object}}
              text/*: {}
          responses:
            '200':
              description: d
              content:
                application/json: {example: {a: 1}}
                text/plain: {example: plain}
            '400': {description: d}
    """

  private func answer(_ headers: Headers, _ body: String = "") throws -> Answer {
    try Fake(Self.document).answer(Request("POST", "/a", headers: headers, body: Array(body.utf8)))
  }

  @Test(arguments: [
    ("application/json", 200), ("Application/JSON; charset=utf-8", 200), ("text/plain", 200), ("text/x", 200),
    ("application/xml", 415), ("application/jsonx", 415), ("application/problem+json", 415), ("nonsense", 415),
    ("*/*", 415), ("", 415),
  ])
  func `a body must be of a type that the operation takes`(type: String, status: Int) throws {
    #expect(try answer(["Content-Type": type], "{}").status == status)
  }

  @Test func `a body without a type is refused, no body needs none`() throws {
    let refused = try answer([:], "{}")
    #expect(refused.status == 415)
    #expect(refused["/detail"] == "The body has no Content-Type; this operation takes application/json, text/*.")
    #expect(refused["/violations/0/code"] == "header.mediaType")
    #expect(try answer([:]).status == 200)
    #expect(try answer(["Content-Type": "application/xml"]).status == 200)
  }

  @Test(arguments: [
    ("*/*", "application/json"), ("text/*", "text/plain"), ("text/plain, application/json;q=0", "text/plain"),
    ("application/json;q=0.1", "application/json"), ("*/*, application/json;q=0", "text/plain"),
    ("", "application/json"),
    ("image/png, text/plain;q=0.1", "text/plain"), ("TEXT/PLAIN", "text/plain"),
    ("application/json;q=0.2, text/plain;q=0.3", "text/plain"), ("text/*;q=0.5, */*;q=0.4", "text/plain"),
    ("text/*, application/*, text/plain;q=0.1", "application/json"),
  ])
  func `the declared type that the client likes best is answered`(accept: String, type: String) throws {
    let answer = try answer(["Accept": accept])
    #expect(answer.status == 200)
    #expect(answer.headers["Content-Type"] == type)
    #expect(answer.text == (type == "text/plain" ? "plain" : #"{"a":1}"#))
  }

  @Test(arguments: ["image/png", "application/xml, text/html", "*/*;q=0", "text/plain;q=0, application/json;q=0"])
  func `an Accept that holds no declared type is 406, with what there is`(accept: String) throws {
    let answer = try answer(["Accept": accept])
    #expect(answer.status == 406)
    #expect(
      answer["/detail"]?.string == "The client accepts \(accept); this operation answers application/json, text/plain."
    )
  }

  /// A document with one operation and these responses.
  private func fake(_ responses: String) throws -> Fake {
    try Fake(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths: {/a: {get: {operationId: A, responses: \(responses)}}}
      """
    )
  }

  @Test(arguments: [
    ("image/*", "image/png"), ("image/jpeg", "image/jpeg"), ("image/webp;q=0.5, image/gif", "image/gif"),
    ("*/*", "image/png"), ("", "image/png"),
  ])
  func `a range that is declared is answered by a type of it`(accept: String, type: String) throws {
    let fake = try fake("{'200': {description: d, content: {image/*: {}}}}")
    let answer = fake.send("GET", "/a", headers: ["Accept": accept])
    #expect(answer.status == 200)
    #expect(answer.headers["Content-Type"] == type)
    #expect(fake.send("GET", "/a", headers: ["Accept": "text/html"]).status == 406)
  }

  @Test func `JSON is answered where the client does not mind`() throws {
    let fake = try fake("{'200': {description: d, content: {text/html: {example: h}, application/json: {example: 1}}}}")
    #expect(fake.send("GET", "/a").text == "1")
    #expect(fake.send("GET", "/a", headers: ["Accept": "text/html, */*"]).text == "1")
    #expect(fake.send("GET", "/a", headers: ["Accept": "text/html, */*;q=0.1"]).text == "h")
  }

  @Test(arguments: [
    "{default: {description: d, content: {text/html: {}}}}", "{2XX: {description: d, content: {text/html: {}}}}",
  ])
  func `a success that only a range or default declares is negotiated too`(responses: String) throws {
    let fake = try fake(responses)
    #expect(fake.send("GET", "/a", headers: ["Accept": "text/html"]).status == 200)
    #expect(fake.send("GET", "/a", headers: ["Accept": "application/json"]).status == 406)
  }

  @Test func `media type parameters of a range must be the type's`() throws {
    let fake = try fake(
      "{'200': {description: d, content: {application/json;v=1: {example: 1}, application/json;v=2: {example: 2}}}}"
    )
    #expect(fake.send("GET", "/a", headers: ["Accept": "application/json;v=2"]).text == "2")
    #expect(fake.send("GET", "/a", headers: ["Accept": "application/json"]).text == "1")
    #expect(fake.send("GET", "/a", headers: ["Accept": "application/json;v=3"]).status == 406)
  }
}
