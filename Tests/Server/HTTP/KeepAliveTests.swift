import DoubletEngine
import NIOCore
import NIOEmbedded
import Testing

@testable import DoubletServer

@Suite struct KeepAliveTests {
  let responder = RecordingResponder()

  @Test func `pipelined requests are answered in order`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(get("/a") + post("/b", "body") + get("/c"))
    let received = try connection.received()
    #expect(
      received
        == ["GET /a", "POST /b", "GET /c"].map {
          "HTTP/1.1 200 OK\nContent-Length: \($0.count)\n\n\($0)"
        }.joined()
    )
    #expect(connection.isOpen)
  }

  @Test func `requests that wait their turn when the client is gone are done and recorded`() throws {
    var limits = ServerLimits()
    limits.requestsInTurn = 2
    let connection = try EmbeddedConnection(responder, limits: limits)
    try connection.send(get("/a") + get("/b") + post("/c", "body") + get("/d"))
    #expect(responder.begun.count == 2)
    try connection.reset()
    #expect(
      responder.begun.map { if case .begin(_, let target, _, _) = $0 { target } else { "" } } == [
        "/a", "/b", "/c", "/d",
      ]
    )
  }

  @Test func `of many pipelined requests some are answered, then other connections have their turn`() throws {
    var limits = ServerLimits()
    limits.requestsInTurn = 2
    let connection = try EmbeddedConnection(responder, limits: limits)
    let reads = connection.reads
    try connection.send(get("/a") + get("/b") + get("/c") + get("/d") + get("/e"))
    try connection.send(get("/f"))
    #expect(responder.begun.count == 2)
    #expect(connection.reads == reads, "what came waits for its turn, so no more is read")
    connection.takeTurns()
    #expect(
      responder.begun.map { if case .begin(_, let target, _, _) = $0 { target } else { "" } } == [
        "/a", "/b", "/c", "/d", "/e", "/f",
      ]
    )
    #expect(connection.reads == reads + 1)
  }

  @Test func `connections that wait have one turn each before one of them has two`() throws {
    let loop = EmbeddedEventLoop()
    let turns = ServerQueues().queues(of: loop).turns
    var taken: [String] = []
    func wait(_ name: String, _ times: Int) {
      turns.wait {
        taken.append(name)
        if times > 1 { wait(name, times - 1) }
      }
    }
    wait("a", 3)
    wait("b", 2)
    #expect(taken == [])
    loop.advanceTime(by: .milliseconds(1))
    #expect(taken == ["a", "b", "a", "b", "a"])
  }

  @Test func `answers leave when the loop has served every connection that had bytes`() throws {
    let loop = EmbeddedEventLoop()
    let services = ConnectionServices(responder: responder)
    let connections = try (0..<2).map { _ in try EmbeddedConnection(services, on: loop) }
    for connection in connections { try connection.send(get("/a")) }
    #expect(try connections.map { try $0.receivedRaw(endsRound: false) } == ["", ""])
    #expect(responder.begun.count == 2)
    loop.run()
    for connection in connections { #expect(try connection.receivedRaw(endsRound: false).hasSuffix("GET /a")) }
  }

  @Test func `a client that closes its direction while requests wait for their turn has all of them answered`() throws {
    var limits = ServerLimits()
    limits.requestsInTurn = 1
    let connection = try EmbeddedConnection(responder, limits: limits)
    try connection.send(get("/a") + get("/b") + get("/c"))
    connection.closeInput()
    connection.takeTurns()
    #expect(responder.begun.count == 3)
    #expect(!connection.isOpen)
  }

  @Test func `an exchange is finished before its answer is written and the next request begun`() throws {
    try EmbeddedConnection(responder, recordsWrites: true).send(get("/a") + get("/b"))
    #expect(
      responder.events == [
        .begin("GET", "/a", body: "", refused: nil), .finish(1, .sent), .written,
        .begin("GET", "/b", body: "", refused: nil), .finish(2, .sent), .written,
      ]
    )
  }

  @Test func `a request may come byte by byte`() throws {
    let connection = try EmbeddedConnection(responder)
    for character in post("/a", "body") { try connection.send(String(character)) }
    #expect(responder.begun == [.begin("POST", "/a", body: "body", refused: nil)])
    #expect(connection.isOpen)
  }

  @Test func `a connection is kept after an answer of an error`() throws {
    let responder = RecordingResponder { _ in (Answer(status: 422, body: [0x7B, 0x7D]), .whole) }
    let connection = try EmbeddedConnection(responder)
    try connection.send(post("/a", "{}")).send(post("/a", "{}"))
    #expect(try connection.received().contains("422 Unprocessable Content\nContent-Length: 2\n\n{}HTTP/1.1 422"))
    #expect(connection.isOpen)
  }

  @Test func `Connection close ends the connection after its answer, and later requests are not begun`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(get("/a", "Connection: Close") + get("/b"))
    #expect(try connection.received() == "HTTP/1.1 200 OK\nConnection: close\nContent-Length: 6\n\nGET /a")
    #expect(responder.begun.count == 1)
    #expect(!connection.isOpen)
  }

  @Test func `HTTP 1.0 is kept only when asked`() throws {
    let kept = try EmbeddedConnection(responder)
    try kept.send("GET /a HTTP/1.0\nConnection: keep-alive\n\n")
    #expect(try kept.received() == "HTTP/1.1 200 OK\nConnection: keep-alive\nContent-Length: 6\n\nGET /a")
    #expect(kept.isOpen)
    let closed = try EmbeddedConnection(responder)
    try closed.send("GET /a HTTP/1.0\n\n")
    #expect(try closed.received().contains("Connection: close\nContent-Length: 6\n"))
    #expect(!closed.isOpen)
  }

  @Test func `a client that closed its direction is answered first`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(get("/a"))
    connection.closeInput()
    #expect(try connection.received().hasSuffix("GET /a"))
    #expect(!connection.isOpen)
  }

  @Test func `a draining connection ends with the answer that is under way`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 2\n\nh")
    connection.drain()
    #expect(connection.isOpen)
    try connection.send("i")
    #expect(try connection.received().contains("Connection: close"))
    #expect(!connection.isOpen)
  }

  @Test func `an idle connection ends at once when the server shuts down`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(get("/a"))
    connection.drain()
    #expect(!connection.isOpen)
  }

  @Test func `no request is taken while the client does not read`() throws {
    let connection = try EmbeddedConnection(responder)
    connection.isWritable = false
    let reads = connection.reads
    try connection.send(get("/a") + get("/b"))
    #expect(responder.begun.isEmpty)
    #expect(connection.reads == reads)
    connection.isWritable = true
    #expect(responder.begun.count == 2)
    #expect(connection.reads == reads + 1)
  }
}
