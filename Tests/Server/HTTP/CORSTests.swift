import DoubletEngine
import Testing

@testable import DoubletServer

@Suite struct CORSTests {
  func preflight(_ target: String, _ more: Headers = [:]) -> Request {
    var headers: Headers = ["Host": "x", "Origin": "http://localhost:5173", "Access-Control-Request-Method": "PUT"]
    for (name, value) in more { headers.append(name, value) }
    return Request("OPTIONS", target, headers: headers)
  }

  @Test func `a preflight is granted what it asks for, by name`() throws {
    let answer = try #require(CORS.preflight(preflight("/a", ["Access-Control-Request-Headers": "x-a, authorization"])))
    #expect(answer.status == 204)
    #expect(
      answer.headers == [
        "Access-Control-Allow-Origin": "http://localhost:5173",
        "Access-Control-Allow-Credentials": "true",
        "Access-Control-Allow-Methods": "PUT",
        "Access-Control-Allow-Headers": "x-a, authorization",
        "Access-Control-Max-Age": "600",
        "Vary": "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
      ]
    )
  }

  @Test func `a preflight for the private network is granted`() throws {
    let answer = try #require(CORS.preflight(preflight("/a", ["Access-Control-Request-Private-Network": "true"])))
    #expect(answer.headers["Access-Control-Allow-Private-Network"] == "true")
  }

  @Test func `an OPTIONS without origin or method asked for is no preflight`() {
    #expect(CORS.preflight(Request("OPTIONS", "/a", headers: ["Origin": "http://o"])) == nil)
    #expect(CORS.preflight(Request("OPTIONS", "/a", headers: ["Access-Control-Request-Method": "PUT"])) == nil)
    #expect(CORS.preflight(Request("GET", "/a", headers: preflight("/a").headers)) == nil)
  }

  @Test(arguments: [
    "/__doublet", "/__doublet/faults", "/__doublet?x", "/~w1/__doublet/reset", "http://x/__doublet/a",
    "/%5F%5Fdoublet/reset", "/%7ew1/__doublet", "HTTP://x/__doublet",
  ])
  func `the control API is not shared`(target: String) {
    #expect(CORS.preflight(preflight(target)) == nil)
    var answer = Answer.text("x")
    CORS.share(&answer, with: Request("GET", target, headers: ["Origin": "http://o"]))
    #expect(answer.headers == [:])
  }

  @Test(arguments: ["/a", "/~w1/a", "/__doubletx", "/a/__doublet", "/~w1/a/__doublet", "/_", "http://x", "*"])
  func `all other paths are`(target: String) {
    #expect(CORS.preflight(preflight(target)) != nil)
  }

  @Test func `an answer exposes its own fields that are not safe by themselves`() {
    var answer = Answer(
      status: 429,
      headers: [
        "Content-Type": "application/json", "Retry-After": "1", "X-RateLimit-Limit": "5", "x-ratelimit-limit": "5",
        "Set-Cookie": "a=b", "Location": "/a",
      ]
    )
    CORS.share(&answer, with: Request("GET", "/a", headers: ["Origin": "null"]))
    #expect(answer.headers["Access-Control-Allow-Origin"] == "null")
    #expect(answer.headers["Access-Control-Allow-Credentials"] == "true")
    #expect(answer.headers["Access-Control-Expose-Headers"] == "Retry-After, X-RateLimit-Limit, Location")
    #expect(answer.headers["Vary"] == "Origin")
  }

  @Test(arguments: [("Accept", "Accept, Origin"), ("origin, Accept", "origin, Accept"), ("*", "*")])
  func `an answer that varies also varies by origin`(vary: String, merged: String) {
    var answer = Answer(status: 200, headers: ["Vary": vary])
    CORS.share(&answer, with: Request("GET", "/a", headers: ["Origin": "http://o"]))
    #expect(answer.headers.all("Vary") == [merged])
  }

  @Test func `what a document says of origins itself gives way, and the names it exposes stay`() {
    var answer = Answer(
      status: 200,
      headers: ["Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "X-B", "X-A": "1"]
    )
    CORS.share(&answer, with: Request("GET", "/a", headers: ["Origin": "http://o"]))
    #expect(answer.headers.all("Access-Control-Allow-Origin") == ["http://o"])
    #expect(answer.headers["Access-Control-Expose-Headers"] == "X-B, X-A")
  }

  @Test func `no origin, no fields`() {
    var answer = Answer.text("x")
    CORS.share(&answer, with: Request("GET", "/a"))
    #expect(answer.headers == [:])
  }

  @Test func `a preflight is answered before the responder, and a refusal is shared`() throws {
    let responder = RecordingResponder()
    let connection = try EmbeddedConnection(responder)
    try connection.send("OPTIONS /a HTTP/1.1\nHost: x\nOrigin: http://o\nAccess-Control-Request-Method: PUT\n\n")
    #expect(responder.events.isEmpty)
    #expect(try !connection.received().contains("Expose"))
    try connection.send(get("/a", "Origin: http://o", "Content-Length: x"))
    #expect(try connection.received().contains("Access-Control-Allow-Origin: http://o\n"))
  }
}
