import DoubletEngine
import Testing

@testable import DoubletServer

@Suite struct ServerAnswersTests {
  let responder = RecordingResponder()

  @Test(arguments: ["/", "/?a=b", "http://x", "http://x/"])
  func `the index is the server's`(target: String) throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(get(target))
    #expect(
      try connection.received()
        == "HTTP/1.1 200 OK\nContent-Type: text/plain; charset=utf-8\nContent-Length: 10\n\nthe index\n"
    )
    #expect(responder.events.isEmpty)
  }

  @Test func `the icon and OPTIONS of the server as a whole are answered without an exchange`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(get("/favicon.ico") + "OPTIONS * HTTP/1.1\nHost: x\n\nHEAD / HTTP/1.1\nHost: x\n\n")
    let received = try connection.received()
    #expect(received.hasPrefix("HTTP/1.1 204 No Content\n\nHTTP/1.1 204 No Content\nAllow: GET"))
    #expect(received.hasSuffix("Content-Length: 10\n\n"))
    #expect(responder.events.isEmpty)
  }

  @Test func `a document that defines the root answers it`() throws {
    let responder = RecordingResponder(ownsRoot: true)
    try EmbeddedConnection(responder).send(get("/"))
    #expect(responder.begun.count == 1)
  }

  @Test(arguments: ["/favorites", "/favicon.ico/x", "/a", "//"])
  func `other paths are the responder's`(target: String) throws {
    try EmbeddedConnection(responder).send(get(target))
    #expect(responder.begun.count == 1)
  }

  @Test func `a tunnel is refused, and the connection kept`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("CONNECT a:1 HTTP/1.1\nHost: a:1\n\n" + get("/a"))
    #expect(try connection.received().hasPrefix("HTTP/1.1 501 Not Implemented\n"))
    #expect(responder.begun == [.begin("GET", "/a", body: "", refused: nil)])
  }
}
