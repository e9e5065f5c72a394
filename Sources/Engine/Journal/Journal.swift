import DequeModule

/// The exchanges of a sandbox, oldest first. What was evicted is counted.
struct Journal: Sendable {
  /// An exchange as it was recorded, and the bytes that it is counted with. It is large: behind a reference it is neither
  /// copied nor moved when the journal grows.
  private final class Entry: Sendable {
    let exchange: Exchange
    let weight: Int
    /// How it ended; nil while it has not. An entry is in the journal of one sandbox and nowhere else: it is read and
    /// written under the lock of that sandbox.
    nonisolated(unsafe) var end: ExchangeEnd?

    init(_ exchange: consuming Exchange) {
      weight = exchange.measuredWeight
      end = exchange.end
      self.exchange = exchange
    }
  }

  private var entries: Deque<Entry> = []
  /// How many were lost to the bound.
  private(set) var evicted = 0
  /// Bytes held.
  private(set) var weight = 0
  private var nextSequence = 1

  /// The number of the next exchange.
  var upcoming: Int { nextSequence }

  /// How many exchanges it holds.
  var count: Int { entries.count }

  /// The exchanges that it holds.
  var exchanges: [Exchange] { entries.indices.map { exchange(at: $0) } }

  /// Records an exchange; the bytes that it is counted with.
  mutating func append(_ exchange: consuming Exchange) -> Int {
    nextSequence = exchange.sequence + 1
    let entry = Entry(exchange)
    weight += entry.weight
    entries.append(entry)
    return entry.weight
  }

  /// The exchange of a number; nil when it was evicted or never was.
  subscript(sequence: Int) -> Exchange? { index(of: sequence).map { exchange(at: $0) } }

  /// Some exchanges behind a number.
  func exchanges(after sequence: Int, atMost limit: Int) -> [Exchange] {
    let first = min(max(0, sequence + 1 - (nextSequence - entries.count)), entries.count)
    return entries.indices[first...].prefix(limit).map { exchange(at: $0) }
  }

  /// Notes how an exchange ended; false where it was evicted meanwhile or has ended already.
  mutating func complete(_ sequence: Int, _ end: ExchangeEnd) -> Bool {
    guard let index = index(of: sequence) else { return false }
    let entry = entries[index]
    guard entry.end == nil else { return false }
    entry.end = end
    return true
  }

  /// Loses the oldest exchanges until `bytes` are free, or all that have ended are gone; how many bytes that were.
  mutating func evict(_ bytes: Int) -> Int {
    var freed = 0
    while freed < bytes, let oldest = entries.popFirst() {
      freed += oldest.weight
      evicted += 1
    }
    weight -= freed
    return freed
  }

  /// Forgets everything; numbers go on.
  mutating func clear() {
    entries = []
    evicted = 0
    weight = 0
  }

  private func exchange(at index: Int) -> Exchange {
    var exchange = entries[index].exchange
    exchange.end = entries[index].end
    return exchange
  }

  private func index(of sequence: Int) -> Int? {
    // Numbers follow each other: the exchange itself is not asked for its own.
    let index = sequence - (nextSequence - entries.count)
    return entries.indices.contains(index) ? index : nil
  }
}
