internal import NIOCore
internal import Synchronization

/// What the connections of one event loop wait in, and write into.
struct LoopQueues {
  let turns: TurnQueue
  let flushes: FlushQueue
  let buffers = AnswerBuffers(ByteBufferAllocator())

  init(on eventLoop: any EventLoop) {
    turns = TurnQueue(on: eventLoop)
    flushes = FlushQueue(on: eventLoop)
  }
}

/// The queues of all event loops of a server.
final class ServerQueues: Sendable {
  private let loops = Mutex<[ObjectIdentifier: NIOLoopBound<LoopQueues>]>([:])

  /// The queues of the event loop that is running.
  func queues(of eventLoop: any EventLoop) -> LoopQueues {
    loops.withLock { loops in
      if let known = loops[ObjectIdentifier(eventLoop)] { return known }
      let made = NIOLoopBound(LoopQueues(on: eventLoop), eventLoop: eventLoop)
      loops[ObjectIdentifier(eventLoop)] = made
      return made
    }.value
  }
}
