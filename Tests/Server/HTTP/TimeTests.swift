import DoubletContracts
import DoubletEngine
import Testing

@testable import DoubletServer

@Suite struct TimeTests {
  let responder = RecordingResponder { request in
    (.text(request.target), request.target == "/slow" ? Delivery(delayMilliseconds: 1000) : .whole)
  }

  @Test func `a delayed answer waits, and those behind it wait too`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(get("/slow") + get("/b"))
    connection.advance(milliseconds: 999)
    #expect(try connection.received() == "")
    #expect(responder.events == [.begin("GET", "/slow", body: "", refused: nil)])
    connection.advance(milliseconds: 1)
    #expect(
      try connection.received()
        == "HTTP/1.1 200 OK\nContent-Length: 5\n\n/slowHTTP/1.1 200 OK\nContent-Length: 2\n\n/b"
    )
  }

  @Test func `a client that goes while its answer waits is recorded`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(get("/slow"))
    connection.closeInput()
    #expect(responder.events.last == .finish(1, .clientClosed))
    connection.advance(seconds: 2)
    #expect(responder.events.count == 2)
    #expect(!connection.isOpen)
  }

  @Test func `a reset while the answer waits is recorded`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(get("/slow"))
    try connection.reset()
    #expect(responder.events.last == .finish(1, .clientClosed))
  }

  @Test func `what comes while an answer waits is bounded`() throws {
    var limits = ServerLimits()
    limits.pipelinedBytes = 100
    let connection = try EmbeddedConnection(responder, limits: limits)
    try connection.send(get("/slow"))
    let reads = connection.reads
    try connection.send(get("/b"))
    #expect(connection.reads == reads + 1)
    try connection.send(get("/c", "X: \(String(repeating: "x", count: 100))"))
    #expect(connection.reads == reads + 1)
    connection.advance(seconds: 1)
    #expect(connection.reads == reads + 2)
    #expect(responder.begun.count == 3)
  }

  @Test func `a request that does not end in time is refused with what was read`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 9\n\n")
    connection.advance(seconds: 20)
    try connection.send("half")
    connection.advance(seconds: 9)
    #expect(connection.isOpen)
    connection.advance(seconds: 1)
    #expect(responder.events == [.begin("POST", "/a", body: "half", refused: .requestTimeout), .finish(1, .sent)])
    #expect(try connection.received().hasPrefix("HTTP/1.1 408 Request Timeout\nConnection: close\n"))
    #expect(!connection.isOpen)
  }

  @Test func `half a request line that does not end in time is told so`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("GET /a")
    connection.advance(seconds: 30)
    #expect(responder.events == [.unreadable])
    #expect(try connection.received().hasPrefix("HTTP/1.1 408 Request Timeout\n"))
  }

  @Test func `an idle connection is kept for the idle time from its last request`() throws {
    let connection = try EmbeddedConnection(responder)
    connection.advance(seconds: 50)
    try connection.send(get("/a"))
    connection.advance(seconds: 59)
    #expect(connection.isOpen)
    connection.advance(seconds: 1)
    #expect(!connection.isOpen)
    #expect(responder.events.count == 2)
  }

  @Test func `an answer may wait longer than a connection may be idle`() throws {
    let responder = RecordingResponder { _ in (.text("late"), Delivery(delayMilliseconds: 300_000)) }
    let connection = try EmbeddedConnection(responder)
    try connection.send(get("/a"))
    connection.advance(seconds: 299)
    #expect(connection.isOpen)
    connection.advance(seconds: 1)
    #expect(try connection.received().hasSuffix("late"))
  }
}
