import DequeModule

/// The exchanges of a sandbox, oldest first. What was evicted is counted.
///
/// They are bytes in pages: what an exchange was made of is given back as soon as it is written down, and the journal
/// loses a page at a time, whose exchanges nobody has to look at for that.
struct Journal: Sendable {
  private static let smallestPage = 1024
  private static let largestPage = 65_536

  // What every exchange reads stands first.
  private var filling: JournalPage?
  private var nextSequence = 1
  /// The sandbox.
  let sandbox: String
  /// Bytes held.
  private(set) var weight = 0
  private var full: Deque<JournalPage> = []
  /// How many exchanges were lost to the bound.
  private(set) var evicted = 0
  /// Bytes of a page of a journal that holds many exchanges.
  let pageBytes: Int
  /// Where its pages come from.
  let memory: JournalMemory

  /// A journal that holds nothing.
  init(of sandbox: String, pageBytes: Int, memory: JournalMemory) {
    (self.sandbox, self.memory) = (sandbox, memory)
    self.pageBytes = min(max(pageBytes, Self.smallestPage), Self.largestPage)
  }

  /// The number of the next exchange.
  var upcoming: Int { nextSequence }

  /// How many exchanges it holds.
  var count: Int { nextSequence - oldest }

  /// Records an exchange; how many bytes it holds more than before, less where negative.
  mutating func append(_ exchange: borrowing Exchange) -> Int {
    nextSequence = exchange.sequence + 1
    if let more = filling?.append(exchange) {
      weight += more
      return more
    }
    let before = weight
    if var closed = filling.take() {
      weight -= closed.close()
      full.append(closed)
    }
    let page = JournalPage(exchange, leastBytes: nextPageBytes, from: memory)
    filling = page
    weight += page.weight
    return weight - before
  }

  /// The exchange of a number; nil when it was evicted or never was.
  subscript(sequence: Int) -> Exchange? {
    var last: ReadAnswer?
    return exchange(sequence, after: &last)
  }

  /// Some exchanges behind a number.
  func exchanges(after sequence: Int, atMost limit: Int) -> [Exchange] {
    let first = min(max(sequence + 1, oldest), nextSequence)
    var last: ReadAnswer?
    return (first..<min(nextSequence, first + limit)).compactMap { exchange($0, after: &last) }
  }

  private func exchange(_ sequence: Int, after last: inout ReadAnswer?) -> Exchange? {
    if let filling, filling.holds(sequence) { return filling.exchange(sequence, of: sandbox, after: &last) }
    return place(of: sequence).map { full[$0].exchange(sequence, of: sandbox, after: &last) }
  }

  /// Notes how an exchange ended; false where it was evicted meanwhile or has ended already.
  mutating func complete(_ sequence: Int, _ end: ExchangeEnd) -> Bool {
    // Of an exchange that has just been recorded nothing else is looked at: older pages may be long out of the caches.
    // Nor is the page bound to a name: that would count its memory's owner, which is one more place to wait for.
    if filling?.holds(sequence) == true { return filling?.complete(sequence, end) == true }
    return place(of: sequence).map { full[$0].complete(sequence, end) } ?? false
  }

  /// Loses its oldest page; how many bytes that were.
  mutating func evict() -> Int {
    guard let page = full.popFirst() ?? filling.take() else { return 0 }
    evicted += page.count
    weight -= page.weight
    return page.weight
  }

  /// Forgets everything; numbers go on.
  mutating func clear() {
    full = []
    filling = nil
    evicted = 0
    weight = 0
  }

  /// A quarter of what the journal holds: most of a small one stays when it loses a page, and a thousand small ones do not
  /// take the room of large ones.
  private var nextPageBytes: Int {
    var bytes = Self.smallestPage
    while bytes * 2 <= min(weight / 4, pageBytes) { bytes *= 2 }
    return bytes
  }

  /// The number of the oldest exchange that it holds.
  private var oldest: Int { (full.first ?? filling)?.first ?? nextSequence }

  /// Which of the full pages holds an exchange that is older than those of the page that is being filled.
  private func place(of sequence: Int) -> Int? {
    guard sequence >= oldest, sequence < filling?.first ?? nextSequence else { return nil }
    // The pages' first numbers rise.
    var (low, high) = (0, full.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if full[middle].first <= sequence { low = middle } else { high = middle }
    }
    return low
  }
}
