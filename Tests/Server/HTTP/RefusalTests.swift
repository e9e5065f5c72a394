import DoubletContracts
import DoubletEngine
import Testing

@testable import DoubletServer

@Suite struct RefusalTests {
  let responder = RecordingResponder()

  @Test(arguments: [
    "GET /a HTTP/1.1\n\n",
    "GET /a HTTP/1.1\nHost: x\nHost: x\n\n",
    "GET /a HTTP/1.1\nHost: a b\n\n",
    "GET /a HTTP/1.1\nHost: x\nContent-Length: 1\nContent-Length: 1\n\n",
    "GET /a HTTP/1.1\nHost: x\nContent-Length: +1\n\n",
    "GET /a HTTP/1.1\nHost: x\nContent-Length: 1, 1\n\n",
    "GET /a HTTP/1.1\nHost: x\nContent-Length:\n\n",
    "GET /a HTTP/1.1\nHost: x\nContent-Length: 1\nTransfer-Encoding: chunked\n\n",
    "GET /a HTTP/1.1\nHost: x\nTransfer-Encoding: gzip, chunked\n\n",
    "GET /a HTTP/1.1\nHost: x\nTransfer-Encoding: identity\n\n",
    "GET /a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\nTransfer-Encoding: chunked\n\n",
    "GET /a HTTP/1.0\nTransfer-Encoding: chunked\n\n",
    "GET /a HTTP/1.1\nHost : x\n\n",
    "GET /a HTTP/1.1\nHost: x\n folded\n\n",
    "GET /a HTTP/1.1\nHost: x\nno colon\n\n",
    "GET /a HTTP/1.1\nHost: x\n: no name\n\n",
    "GET /a HTTP/1.1\nHost: x\nX: a\u{0}b\n\n",
    "GET /a HTTP/1.1\nHost: x\nX: a\rb\n\n",
    "GET a HTTP/1.1\nHost: x\n\n",
    "GET * HTTP/1.1\nHost: x\n\n",
  ])
  func `bad framing is malformed, and the connection closes`(text: String) throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(text + get("/smuggled"))
    let begun = try #require(responder.begun.first)
    guard case .begin("GET", _, _, refused: .malformed) = begun else { return #expect(Bool(false), "\(begun)") }
    #expect(responder.begun.count == 1)
    #expect(try connection.received().hasPrefix("HTTP/1.1 400 Bad Request\nConnection: close\n"))
    #expect(!connection.isOpen)
  }

  @Test(arguments: [
    "\u{0}\u{1}\u{2}", "\u{16}\u{3}\u{1}", "{\"json\": true}", "GET\n", "GET /\n", "GET  / HTTP/1.1\n",
    "GET / HTTP/1.1 \n", "GET / FTP/1.1\n", "GET / HTTP/11\n", "G(T / HTTP/1.1\n", "GET /\u{1} HTTP/1.1\n",
    String(repeating: "A", count: 65),
  ])
  func `bytes that are no request are counted and told so at once`(text: String) throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(text)
    #expect(responder.events == [.unreadable])
    let received = try connection.received()
    #expect(received.hasPrefix("HTTP/1.1 400 Bad Request\nContent-Type: application/problem+json\nConnection: close\n"))
    #expect(received.contains(#""status":400,"detail":"#))
    #expect(!connection.isOpen)
  }

  @Test(arguments: [
    ("hello\n", "a request line is METHOD TARGET VERSION, such as GET / HTTP/1.1"),
    ("{}\n", "the bytes begin no HTTP request; one begins like GET / HTTP/1.1"),
    ("\u{16}\u{3}\u{1}", "this port speaks HTTP without TLS, and the bytes look like TLS"),
    ("GET / HTTPS\n", "a request line ends in HTTP/1.1 or HTTP/1.0"),
  ])
  func `an answer to bytes that are no request says why`(text: String, reason: String) throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(text)
    #expect(try connection.received().contains(#""detail":"\#(reason)""#))
  }

  @Test(arguments: [
    ("GET /a HTTP/1.1\nHost: x\nno colon\n\n", "line 3: a header field is NAME: VALUE"),
    ("GET /a HTTP/1.1\nHost: x\nX: a\u{0}b\n\n", "line 3: the value of a header field holds no control characters"),
    ("POST /a HTTP/1.1\nHost: x\nContent-Length: +1\n\n", "Content-Length is a number in decimal digits"),
  ])
  func `who words the refusal of a request is told the reason`(text: String, reason: String) throws {
    try EmbeddedConnection(responder).send(text)
    #expect(responder.reasons == [reason])
  }

  @Test func `another version of HTTP is not spoken`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("PRI * HTTP/2.0\n\nSM\n\n")
    #expect(try connection.received().hasPrefix("HTTP/1.1 505 HTTP Version Not Supported\n"))
    #expect(responder.events == [.unreadable])
  }

  @Test func `lines end in CR LF`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.sendRaw("GET /a HTTP/1.1\r\nHost: x\n\n")
    #expect(responder.begun == [.begin("GET", "/a", body: "", refused: .malformed)])
  }

  @Test func `a target that is too long is refused with its beginning, before its end`() throws {
    var limits = ServerLimits()
    limits.targetBytes = 10
    let connection = try EmbeddedConnection(responder, limits: limits)
    try connection.send("GET /" + String(repeating: "a", count: 10))
    #expect(responder.begun == [.begin("GET", "/aaaaaaaaa", body: "", refused: .uriTooLong)])
    #expect(try connection.received().hasPrefix("HTTP/1.1 414 URI Too Long\n"))
    #expect(!connection.isOpen)
  }

  @Test func `a target as long as the limit is read`() throws {
    var limits = ServerLimits()
    limits.targetBytes = 10
    try EmbeddedConnection(responder, limits: limits).send(get("/123456789") + get("/1234567890"))
    #expect(
      responder.begun == [
        .begin("GET", "/123456789", body: "", refused: nil),
        .begin("GET", "/123456789", body: "", refused: .uriTooLong),
      ]
    )
  }

  @Test(arguments: ["", "\n\n"])
  func `header fields that are too large are refused, whole or not`(end: String) throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("GET /a HTTP/1.1\nHost: x\nX: \(String(repeating: "a", count: 65_536))\(end)")
    #expect(responder.begun == [.begin("GET", "/a", body: "", refused: .headersTooLarge)])
    #expect(try connection.received().hasPrefix("HTTP/1.1 431 Request Header Fields Too Large\n"))
    #expect(!connection.isOpen)
  }

  @Test func `empty lines before a request are skipped, but not without end`() throws {
    try EmbeddedConnection(responder).send("\n\n" + get("/a"))
    #expect(responder.begun == [.begin("GET", "/a", body: "", refused: nil)])
    try EmbeddedConnection(responder).send(String(repeating: "\n", count: 40_000))
    #expect(responder.events.last == .unreadable)
  }

  @Test func `methods keep their case, and absolute targets their form`() throws {
    try EmbeddedConnection(responder).send("get http://x/a?b HTTP/1.1\nHost: x\n\n")
    #expect(responder.begun == [.begin("get", "http://x/a?b", body: "", refused: nil)])
  }
}
