import DoubletEngine
import NIOCore
import NIOEmbedded

@testable import DoubletServer

/// A connection without a socket: bytes in, bytes out, time as the test moves it.
final class EmbeddedConnection {
  private let channel: EmbeddedChannel
  private let counter: SocketSide

  convenience init(
    _ responder: RecordingResponder,
    limits: ServerLimits = ServerLimits(),
    recordsWrites: Bool = false
  ) throws {
    let services = ConnectionServices(
      responder: responder,
      limits: limits,
      clock: WallClock { 784_111_777_000 },
      index: { "the index\n" }
    )
    try self.init(services, on: EmbeddedEventLoop()) { if recordsWrites { responder.recordWrite() } }
  }

  init(_ services: ConnectionServices, on loop: EmbeddedEventLoop, wrote: @escaping () -> Void = {}) throws {
    counter = SocketSide(wrote: wrote)
    channel = EmbeddedChannel(loop: loop)
    try channel.pipeline.syncOperations.addHandler(counter)
    try channel.pipeline.syncOperations.addHandler(ConnectionHandler(services: services))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  /// Sends text, in which a line feed stands for CR LF.
  @discardableResult func send(_ text: String) throws -> EmbeddedConnection {
    try channel.writeInbound(ByteBuffer(string: text.replacing("\n", with: "\r\n")))
    return self
  }

  /// Lets the connection have all turns that it waits for.
  func takeTurns() { advance(milliseconds: 1) }

  /// Sends bytes as they are.
  func sendRaw(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

  /// The client closes its direction.
  func closeInput() { channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }

  /// The client goes without a word.
  func reset() throws { try channel.close().wait() }

  /// The server shuts down.
  func drain() { channel.pipeline.fireUserInboundEventTriggered(ConnectionHandler.DrainEvent()) }

  /// Whether the client reads what is sent.
  var isWritable: Bool {
    get { channel.isWritable }
    set {
      channel.isWritable = newValue
      channel.pipeline.fireChannelWritabilityChanged()
    }
  }

  /// How often the socket was to be read.
  var reads: Int { counter.count }

  /// What was sent since the last call, and what is sent at the end of this round of the loop.
  func receivedRaw(endsRound: Bool = true) throws -> String {
    if endsRound { channel.embeddedEventLoop.run() }
    var received = ""
    while let buffer = try channel.readOutbound(as: ByteBuffer.self) { received += String(buffer: buffer) }
    return received
  }

  /// The same with LF for CR LF and without the `Date` fields.
  func received() throws -> String {
    try receivedRaw().replacing("\r\n", with: "\n").replacing("Date: Sun, 06 Nov 1994 08:49:37 GMT\n", with: "")
  }

  var isOpen: Bool { channel.isActive }

  func advance(seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }
  func advance(milliseconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .milliseconds(milliseconds)) }
}

/// Stands where the socket would be: counts reads, tells of writes.
private final class SocketSide: ChannelOutboundHandler {
  typealias OutboundIn = ByteBuffer
  var count = 0
  let wrote: () -> Void

  init(wrote: @escaping () -> Void) { self.wrote = wrote }

  func read(context: ChannelHandlerContext) {
    count += 1
    context.read()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    wrote()
    context.write(data, promise: promise)
  }
}

/// The lines of a request without a body.
func get(_ target: String, _ fields: String...) -> String {
  "GET \(target) HTTP/1.1\nHost: x\n\(fields.map { $0 + "\n" }.joined())\n"
}

/// The lines of a request with a body.
func post(_ target: String, _ body: String, _ fields: String...) -> String {
  "POST \(target) HTTP/1.1\nHost: x\n\(fields.map { $0 + "\n" }.joined())Content-Length: \(body.utf8.count)\n\n\(body)"
}
