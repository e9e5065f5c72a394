import DequeModule

/// The exchanges of a sandbox, oldest first. What was evicted is counted.
struct Journal: Sendable {
  private(set) var exchanges: Deque<Exchange> = []
  /// How many were lost to the bound.
  private(set) var evicted = 0
  /// Bytes held.
  private(set) var weight = 0
  private var nextSequence = 1

  /// The number of the next exchange.
  var upcoming: Int { nextSequence }

  /// Records an exchange; the bytes that it is counted with.
  mutating func append(_ exchange: consuming Exchange) -> Int {
    let added = exchange.measuredWeight
    exchange.weight = added
    weight += added
    nextSequence = exchange.sequence + 1
    exchanges.append(exchange)
    return added
  }

  /// The exchange of a number; nil when it was evicted or never was.
  subscript(sequence: Int) -> Exchange? { index(of: sequence).map { exchanges[$0] } }

  /// Some exchanges behind a number.
  func exchanges(after sequence: Int, atMost limit: Int) -> [Exchange] {
    let first = max(0, sequence + 1 - (nextSequence - exchanges.count))
    return Array(exchanges.dropFirst(first).prefix(limit))
  }

  /// Notes how an exchange ended; false where it was evicted meanwhile or has ended already.
  mutating func complete(_ sequence: Int, _ end: ExchangeEnd) -> Bool {
    index(of: sequence).map { exchanges[$0].complete(end) } ?? false
  }

  /// Loses the oldest exchanges until `bytes` are free, or all that have ended are gone; how many bytes that were.
  mutating func evict(_ bytes: Int) -> Int {
    var freed = 0
    while freed < bytes, let oldest = exchanges.popFirst() {
      freed += oldest.weight
      evicted += 1
    }
    weight -= freed
    return freed
  }

  /// Forgets everything; numbers go on.
  mutating func clear() {
    exchanges = []
    evicted = 0
    weight = 0
  }

  private func index(of sequence: Int) -> Int? {
    // Numbers follow each other: the exchange itself, which is large, is not asked for its own.
    let index = sequence - (nextSequence - exchanges.count)
    return exchanges.indices.contains(index) ? index : nil
  }
}
