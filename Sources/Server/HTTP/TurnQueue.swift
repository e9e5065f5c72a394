internal import NIOCore

/// The connections of one event loop that have sent more requests than are answered in a turn. One of them has its next
/// turn each time the loop comes round, so that every other connection is served in between: a client that sends a
/// thousand requests at once does not make the others wait for all of their answers.
final class TurnQueue {
  /// What is due when the loop has run its tasks it runs too, before it looks at its sockets again: the next turn has to
  /// be due a little later than the loop takes to find that out.
  private static let soon = TimeAmount.microseconds(20)

  private let eventLoop: any EventLoop
  private var turns = CircularBuffer<() -> Void>()

  init(on eventLoop: any EventLoop) { self.eventLoop = eventLoop }

  /// Takes the turn when those that wait already have had theirs.
  func wait(_ turn: @escaping () -> Void) {
    turns.append(turn)
    if turns.count == 1 { schedule() }
  }

  private func schedule() {
    eventLoop.assumeIsolated().scheduleTask(in: TurnQueue.soon) {
      self.turns.first?()
      self.turns.removeFirst()
      if !self.turns.isEmpty { self.schedule() }
    }
  }
}
