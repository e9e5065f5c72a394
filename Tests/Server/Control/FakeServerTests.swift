import DoubletEngine
import DoubletJSON
import DoubletServer
import DoubletSpecs
import NIOCore
import NIOPosix
import Testing

@Suite(.timeLimit(.minutes(5))) struct FakeServerTests {
  @Test func `a fake is served, steered and stopped in a few lines`() async throws {
    let fake = try Fake(Specs.bundled, configuration: .noon)
    let server = try await FakeServer.start(fake)
    #expect(server.url == "http://127.0.0.1:\(server.port)")
    let created = try await exchange(
      server.port,
      "POST /__doublet/sandboxes HTTP/1.1\r\nHost: localhost:\(server.port)\r\n"
        + "Content-Type: application/json\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{\"name\":\"a\"}"
    )
    #expect(created.hasPrefix("HTTP/1.1 201 Created\r\n"))
    #expect(created.contains(#""baseURL":"http://localhost:\#(server.port)/~a""#))
    #expect(server.url(of: "a") == "\(server.url)/~a")
    let answer = try await exchange(
      server.port,
      "GET /~a/customers/x HTTP/1.1\r\nHost: localhost\r\nREB-APIKEY: k\r\nConnection: close\r\n\r\n"
    )
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    // The answer is here, so the exchange is complete: no test has to wait.
    #expect(fake.journal(of: "a").map(\.end) == [.sent])
    await server.stop()
    await #expect(throws: (any Error).self) { try await exchange(server.port, "GET / HTTP/1.1\r\n\r\n") }
  }

  /// Sends text on a connection of its own; what comes until the server closes it.
  private func exchange(_ port: Int, _ text: String) async throws -> String {
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(string: text))
      var received = ""
      for try await part in inbound { received += String(buffer: part) }
      return received
    }
  }
}
