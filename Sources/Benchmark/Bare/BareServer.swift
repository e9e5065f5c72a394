import NIOCore
import NIOHTTP1
import NIOPosix

/// The least that a SwiftNIO HTTP/1.1 server can do: it reads a request whole, drops it, and gives the same answer to
/// every GET and to every PUT. One thread.
enum BareServer {
  static func run(get: Recorded, put: Recorded) throws {
    try run { BareHandler(get: get, put: put) }
  }

  /// A server with a state and a journal, in the same way.
  static func runStore(get: Recorded, put: Recorded) throws {
    // It is made, and used, on the one thread that there is.
    nonisolated(unsafe) let store = BareStore()
    try run { BareStoreHandler((get, put), store) }
  }

  private static func run(_ handler: @escaping @Sendable () -> some ChannelHandler) throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let channel = try ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(handler())
        }
      }
      .bind(host: "127.0.0.1", port: 0).wait()
    StandardOutput.write("bare ready url=http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n")
    try channel.closeFuture.wait()
  }
}

private final class BareHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let get: Recorded
  private let put: Recorded
  private var answer: Recorded

  init(get: Recorded, put: Recorded) {
    (self.get, self.put, answer) = (get, put, get)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch Self.unwrapInboundIn(data) {
    case .head(let head): answer = head.method == .PUT ? put : get
    case .body: break
    case .end: write(answer.body, like: answer, to: context)
    }
  }
}

extension ChannelInboundHandler where OutboundOut == HTTPServerResponsePart {
  /// Writes an answer whole, with the status and header fields of a recorded one.
  func write(_ body: ByteBuffer, like answer: Recorded, to context: ChannelHandlerContext) {
    let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: answer.status), headers: answer.headers)
    context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
    context.write(Self.wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: nil)
  }
}
