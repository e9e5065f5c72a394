import NIOCore
import NIOPosix
import Synchronization

/// A client of a few lines on a real socket.
final class LiveClient: Sendable {
  private let channel: any Channel
  private let inbox: Inbox

  static func connect(_ port: Int, host: String = "127.0.0.1") async throws -> LiveClient {
    let inbox = Inbox()
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelInitializer { channel in channel.pipeline.addHandler(InboxHandler(inbox: inbox)) }
      .connect(host: host, port: port).get()
    return LiveClient(channel: channel, inbox: inbox)
  }

  private init(channel: any Channel, inbox: Inbox) {
    self.channel = channel
    self.inbox = inbox
  }

  /// Sends text, in which a line feed stands for CR LF.
  func send(_ text: String) async throws {
    try await channel.writeAndFlush(ByteBuffer(string: text.replacing("\n", with: "\r\n"))).get()
  }

  func close() async throws { try await channel.close().get() }

  /// What was received, once it ends in some text.
  func received(endingIn end: String) async -> String {
    await inbox.text { text, _ in text.hasSuffix(end) }
  }

  /// What was received, once the server has closed its direction. Closes the connection.
  func receivedUntilClosed() async -> String {
    let text = await inbox.text { _, isClosed in isClosed }
    try? await close()
    return text
  }
}

/// Collects what comes and wakes who waits for it.
private final class Inbox: Sendable {
  private struct State {
    var text = ""
    var isClosed = false
    var waiting: (until: @Sendable (String, Bool) -> Bool, continuation: CheckedContinuation<String, Never>)?
  }

  private let state = Mutex(State())

  func text(until: @escaping @Sendable (String, Bool) -> Bool) async -> String {
    await withCheckedContinuation { continuation in
      update { $0.waiting = (until, continuation) }
    }
  }

  func append(_ text: String) { update { $0.text += text } }
  func close() { update { $0.isClosed = true } }

  private func update(_ change: @Sendable (inout State) -> Void) {
    let ready = state.withLock { state -> (CheckedContinuation<String, Never>, String)? in
      change(&state)
      guard let waiting = state.waiting, state.isClosed || waiting.until(state.text, false) else { return nil }
      state.waiting = nil
      return (waiting.continuation, state.text)
    }
    ready?.0.resume(returning: ready?.1 ?? "")
  }
}

private final class InboxHandler: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer
  private let inbox: Inbox

  init(inbox: Inbox) { self.inbox = inbox }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    inbox.append(String(buffer: Self.unwrapInboundIn(data)))
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { inbox.close() }
  }

  func channelInactive(context: ChannelHandlerContext) { inbox.close() }
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
