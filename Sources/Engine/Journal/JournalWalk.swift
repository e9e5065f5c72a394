import Synchronization

/// A walk through the journal of a sandbox, oldest first. It holds the sandbox up for a few exchanges at a time, and ends
/// with the last one that was there when it began.
public struct JournalWalk: Sequence, IteratorProtocol {
  /// How many exchanges are taken at a time.
  private static let stride = 64

  private let sandbox: Sandbox?
  private let last: Int
  private var reached: Int
  private var taken: ArraySlice<Exchange> = []

  /// A walk that begins behind an exchange; without a sandbox there is nothing on it.
  init(_ sandbox: Sandbox?, after sequence: Int) {
    self.sandbox = sandbox
    reached = sequence
    last = sandbox?.world.withLock { $0.journal.upcoming - 1 } ?? sequence
  }

  /// The next exchange; one that the journal has lost meanwhile is left out.
  public mutating func next() -> Exchange? {
    if taken.isEmpty, reached < last, let sandbox {
      taken = sandbox.world.withLock { $0.journal.exchanges(after: reached, atMost: JournalWalk.stride) }[...]
    }
    guard let exchange = taken.popFirst(), exchange.sequence <= last else { return nil }
    reached = exchange.sequence
    return exchange
  }
}

extension Fake {
  /// The exchanges of a sandbox behind one of them, got as the walk comes to them.
  public func exchanges(of sandbox: String, after sequence: Int = 0) -> JournalWalk {
    JournalWalk(existing(sandbox), after: sequence)
  }
}
