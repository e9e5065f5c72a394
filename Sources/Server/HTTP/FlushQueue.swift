internal import NIOCore

/// The connections of one event loop whose answers are written and not sent yet. They are sent when every connection that
/// had bytes has been served: the first one wakes the client's process, and finds it awake for the others. Sent one by
/// one, each answer may find it asleep again, and waking a process costs as much as a short request does.
final class FlushQueue {
  private let eventLoop: any EventLoop
  private var waiting: [ChannelHandlerContext] = []
  private var leaving: [ChannelHandlerContext] = []

  init(on eventLoop: any EventLoop) { self.eventLoop = eventLoop }

  /// Flushes the connection once the loop has served the others.
  func add(_ context: ChannelHandlerContext) {
    waiting.append(context)
    if waiting.count == 1 { eventLoop.assumeIsolated().execute { self.flush() } }
  }

  /// A flush may let a connection take more requests: its answers are sent the next time.
  private func flush() {
    swap(&waiting, &leaving)
    for context in leaving { context.flush() }
    leaving.removeAll(keepingCapacity: true)
  }
}
