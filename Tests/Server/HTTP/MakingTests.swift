import DoubletEngine
import NIOEmbedded
import Synchronization
import Testing

@testable import DoubletServer

/// Answers that are made off the event loop.
@Suite struct MakingTests {
  private static let length = 3 * PreparedAnswer.pieceLength + 5

  private let loop = EmbeddedEventLoop()
  private let work = HeldWork()
  private let responder = RecordingResponder(
    late: "/late",
    answering: { request in
      let long = [UInt8](repeating: UInt8(ascii: "x"), count: request.target == "/late/long" ? length : 0)
      return (Answer(status: 200, body: Array(request.target.utf8) + long), .whole)
    }
  )

  private func connection() throws -> EmbeddedConnection {
    let services = ConnectionServices(responder: responder, background: work.background)
    return try EmbeddedConnection(services, on: loop)
  }

  private func text(_ body: String) -> String { "Content-Length: \(body.utf8.count)\r\n\r\n\(body)" }

  @Test func `an answer that takes long holds up no other connection, and those behind it wait`() throws {
    let (first, second) = (try connection(), try connection())
    try first.send(get("/late") + get("/a"))
    try second.send(get("/b"))
    #expect(try second.receivedRaw().hasSuffix(text("/b")))
    #expect(try first.receivedRaw() == "")
    work.release()
    let received = try first.receivedRaw()
    #expect(received.contains(text("/late") + "HTTP/1.1 200 OK"))
    #expect(received.hasSuffix(text("/a")))
    #expect(responder.events.suffix(3).first == .finish(1, .sent))
  }

  @Test func `a long answer is written piece by piece, and others are answered in between`() throws {
    let (first, second) = (try connection(), try connection())
    try first.send(get("/late/long") + get("/a"))
    work.release()
    var received = try first.receivedRaw(endsRound: false)
    #expect(received.utf8.count < 2 * PreparedAnswer.pieceLength)
    try second.send(get("/b"))
    #expect(try second.receivedRaw(endsRound: false) == "")
    loop.run()
    #expect(try second.receivedRaw().hasSuffix(text("/b")))
    for _ in 0..<8 {
      first.takeTurns()
      received += try first.receivedRaw()
    }
    #expect(received.contains("Content-Length: \(Self.length + 10)\r\n"))
    #expect(received.contains("xxHTTP/1.1 200 OK\r\n"))
    #expect(received.hasSuffix(text("/a")))
    #expect(received.utf8.count { $0 == UInt8(ascii: "x") } == Self.length)
  }

  @Test func `no piece is written while the client does not read`() throws {
    let connection = try connection()
    try connection.send(get("/late/long"))
    connection.isWritable = false
    work.release()
    connection.takeTurns()
    #expect(try connection.receivedRaw().utf8.count < 200, "the head alone")
    connection.isWritable = true
    for _ in 0..<8 { connection.takeTurns() }
    #expect(try connection.receivedRaw().utf8.count == Self.length + 10)
  }

  @Test func `a HEAD is told the length alone`() throws {
    let connection = try connection()
    try connection.send("HEAD /late/long HTTP/1.1\nHost: x\n\n")
    work.release()
    #expect(try connection.receivedRaw().hasSuffix("Content-Length: \(Self.length + 10)\r\n\r\n"))
    try connection.send(get("/a"))
    #expect(try connection.receivedRaw().hasSuffix(text("/a")))
  }

  @Test func `a client that closed its direction is answered, and one that is gone is recorded`() throws {
    let connection = try connection()
    try connection.send(get("/late"))
    connection.closeInput()
    #expect(connection.isOpen)
    work.release()
    #expect(try connection.receivedRaw().hasSuffix(text("/late")))
    #expect(!connection.isOpen)
    let gone = try self.connection()
    try gone.send(get("/late"))
    try gone.reset()
    #expect(responder.events.last == .finish(2, .clientClosed))
    work.release()
    #expect(try gone.receivedRaw() == "")
  }

  @Test func `a server that shuts down sends what is being made`() throws {
    let connection = try connection()
    try connection.send(get("/late/long"))
    connection.drain()
    work.release()
    for _ in 0..<8 { connection.takeTurns() }
    let received = try connection.receivedRaw()
    #expect(received.contains("Connection: close\r\n"))
    #expect(received.utf8.count { $0 == UInt8(ascii: "x") } == Self.length)
    #expect(!connection.isOpen)
  }
}

/// Work that is done when the test says so.
private final class HeldWork: Sendable {
  private let held = Mutex<[@Sendable () -> Void]>([])

  var background: Background { Background { work in self.held.withLock { $0.append(work) } } }

  func release() {
    let due = held.withLock { held in
      defer { held = [] }
      return held
    }
    for work in due { work() }
  }
}
