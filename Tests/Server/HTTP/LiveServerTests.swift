import DoubletContracts
import DoubletEngine
import Logging
import Testing

@testable import DoubletServer

@Suite(.timeLimit(.minutes(5))) struct LiveServerTests {
  let responder = RecordingResponder { request in
    let body = request.target == "/large" ? String(repeating: "x", count: 8 << 20) + "." : request.target
    return (.text(body), Delivery(delayMilliseconds: request.target == "/slow" ? 50 : 0))
  }

  /// Runs a server on any free port while the body runs.
  func serving(
    _ configuration: ServerConfiguration = ServerConfiguration(host: "127.0.0.1", limits: .patient),
    _ body: (DoubletServer, BoundServer) async throws -> Void
  ) async throws {
    let server = server(configuration)
    let bound = try await server.start()
    do { try await body(server, bound) } catch { Issue.record(error) }
    await server.shutdown()
  }

  func server(_ configuration: ServerConfiguration) -> DoubletServer {
    var logger = Logger(label: "test")
    logger.logLevel = .error
    return DoubletServer(responder: responder, configuration: configuration, logger: logger)
  }

  @Test func `localhost is both loopback addresses on one port number`() async throws {
    try await serving(ServerConfiguration()) { _, bound in
      #expect(bound.port > 0)
      #expect(bound.url == "http://127.0.0.1:\(bound.port)")
      for address in bound.addresses {
        let client = try await LiveClient.connect(bound.port, host: address)
        try await client.send(get("/here"))
        #expect(await client.received(endingIn: "/here").hasPrefix("HTTP/1.1 200 OK\r\n"))
      }
      #expect(bound.addresses == ["127.0.0.1", "::1"] || bound.addresses == ["127.0.0.1"])
    }
  }

  @Test func `several servers run in one process, on threads of their own or shared ones`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask {
          let threads = number % 2 == 0 ? 1 : nil
          try await serving(ServerConfiguration(host: "127.0.0.1", threads: threads)) { _, bound in
            let client = try await LiveClient.connect(bound.port)
            try await client.send(get("/\(number)"))
            _ = await client.received(endingIn: "/\(number)")
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `a port that is taken is told with the remedy`() async throws {
    try await serving { _, bound in
      let second = server(ServerConfiguration(host: "127.0.0.1", port: bound.port))
      let error = await #expect(throws: BindError.self) { try await second.start() }
      #expect(error?.kind == .portTaken)
      #expect(
        error?.description
          == "port \(bound.port) is taken on 127.0.0.1: another process listens there; use --port 0 for any free port"
      )
    }
  }

  @Test(arguments: [("no.such.host.invalid", 0, BindError.Kind.noSuchHost), ("127.0.0.1", 65_536, .noSuchPort)])
  func `a place that is none is told`(host: String, port: Int, kind: BindError.Kind) async throws {
    let server = server(ServerConfiguration(host: host, port: port))
    let error = await #expect(throws: BindError.self) { try await server.start() }
    #expect(error?.kind == kind)
  }

  @Test func `garbage is answered and closed, and other connections do not notice`() async throws {
    try await serving { _, bound in
      let (good, bad) = (try await LiveClient.connect(bound.port), try await LiveClient.connect(bound.port))
      try await good.send(get("/a"))
      _ = await good.received(endingIn: "/a")
      try await bad.send("\u{0}\u{1}\u{2}\u{3}")
      #expect(await bad.receivedUntilClosed().hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
      try await good.send(get("/b"))
      _ = await good.received(endingIn: "/b")
    }
  }

  @Test func `a body that is too large is answered though the client goes on sending`() async throws {
    var limits = ServerLimits()
    limits.bodyBytes = 1000
    try await serving(ServerConfiguration(host: "127.0.0.1", limits: limits)) { _, bound in
      let client = try await LiveClient.connect(bound.port)
      try await client.send(post("/a", String(repeating: "x", count: 20 << 20)))
      #expect(await client.receivedUntilClosed().hasPrefix("HTTP/1.1 413 Content Too Large\r\n"))
    }
  }

  @Test func `an answer larger than the socket's buffer arrives whole, and the next request is answered`() async throws
  {
    try await serving { _, bound in
      let client = try await LiveClient.connect(bound.port)
      try await client.send(get("/large") + get("/after"))
      #expect(await client.received(endingIn: "/after").utf8.count > 8 << 20)
    }
  }

  @Test func `a half-sent request whose client hangs up is recorded`() async throws {
    try await serving { _, bound in
      let client = try await LiveClient.connect(bound.port)
      try await client.send("POST /half HTTP/1.1\nHost: x\nContent-Length: 5\n\nab")
      try await client.close()
      let other = try await LiveClient.connect(bound.port)
      try await other.send(get("/a"))
      _ = await other.received(endingIn: "/a")
    }
    #expect(responder.events.contains(.begin("POST", "/half", body: "ab", refused: .malformed)))
  }

  @Test func `a shutdown lets an answer finish, closes idle connections and refuses new ones`() async throws {
    try await serving { server, bound in
      let (idle, busy) = (try await LiveClient.connect(bound.port), try await LiveClient.connect(bound.port))
      try await idle.send(get("/a"))
      _ = await idle.received(endingIn: "/a")
      try await busy.send(get("/slow"))
      while responder.begun.count < 2 { await Task.yield() }
      await server.shutdown()
      #expect(await busy.receivedUntilClosed().hasSuffix("\r\n\r\n/slow"))
      _ = await idle.receivedUntilClosed()
      await #expect(throws: (any Error).self) { try await LiveClient.connect(bound.port) }
    }
    #expect(responder.events.last == .finish(2, .sent))
  }

  @Test func `a shutdown does not wait longer than its grace`() async throws {
    try await serving { server, bound in
      let client = try await LiveClient.connect(bound.port)
      try await client.send("POST /half HTTP/1.1\nHost: x\nContent-Length: 5\n\nab")
      await server.shutdown(grace: .milliseconds(20))
      _ = await client.receivedUntilClosed()
    }
  }

  @Test func `a service that is cancelled stops at once`() async throws {
    let server = server(ServerConfiguration(host: "127.0.0.1"))
    let bound = try await server.start()
    let service = Task { try await server.run() }
    let client = try await LiveClient.connect(bound.port)
    try await client.send(get("/a"))
    _ = await client.received(endingIn: "/a")
    service.cancel()
    try await service.value
    _ = await client.receivedUntilClosed()
    await #expect(throws: (any Error).self) { try await LiveClient.connect(bound.port) }
  }

  @Test func `connections beyond the limit wait until others have gone`() async throws {
    var limits = ServerLimits()
    limits.connections = 1
    try await serving(ServerConfiguration(host: "127.0.0.1", limits: limits)) { _, bound in
      let first = try await LiveClient.connect(bound.port)
      try await first.send(get("/a"))
      _ = await first.received(endingIn: "/a")
      let second = try await LiveClient.connect(bound.port)
      try await second.send(get("/b"))
      try await first.send(get("/c"))
      _ = await first.received(endingIn: "/c")
      try await first.close()
      #expect(await second.received(endingIn: "/b").hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
  }
}
