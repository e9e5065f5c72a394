import DoubletContracts

/// Answers to reads, as they were worded and judged. A record that nobody has written since is answered with the same
/// bytes to every request that asks in the same way: they are not made and judged again.
///
/// Each record has a slot for each operation, and slots are shared where there are more records than the most slots:
/// then the last answer stays. So what is held is in proportion to the records, however often they are written. Beyond a
/// bound of bytes, answers are let go of in turn: a few large records do not hold more than very many small ones.
struct RememberedAnswers: Sendable {
  /// Everything that the words of a repeatable read depend on.
  struct Circumstances: Sendable, Hashable {
    var contract: Int
    var operation: Int
    /// Tells the record as it is now from all others and from what it was before.
    var version: Int
    /// Where the record stands in its collection.
    var order: Int
    /// What links begin with.
    var base: LinkBase
    /// What the client accepts.
    var accept: String?

    /// Has the texts in common with others that have the same ones.
    mutating func share(_ shared: SharedTexts) {
      base.share(shared)
      accept = accept.map { shared($0) }
    }

    /// Bytes that it is counted with: a client says how long some of it is.
    var weight: Int { base.weight + (accept?.utf8.count ?? 0) }
  }

  private struct Slot: Sendable {
    var circumstances: Circumstances
    var answer: Answer
    var weight: Int
  }

  private static let leastSlots = 8
  private static let mostSlots = 1 << 17
  /// A power of two of them; none until the first answer is kept, since most sandboxes are small.
  private var slots: [Slot?] = []
  private let mostBytes: Int
  /// Bytes held.
  private(set) var weight = 0
  /// The slot that is let go of next.
  private var hand = 0

  /// None yet.
  init(mostBytes: Int = 128 << 20) { self.mostBytes = mostBytes }

  /// The answer that was given in the same circumstances.
  subscript(circumstances: Circumstances) -> Answer? {
    guard !slots.isEmpty, let slot = slots[place(of: circumstances)], slot.circumstances == circumstances else {
      return nil
    }
    return slot.answer
  }

  /// Keeps an answer in the place of another.
  ///
  /// - Parameter records: How many records all collections of the API have: one for each of 1,500 operations, too.
  mutating func keep(_ answer: Answer, given circumstances: Circumstances, among records: @autoclosure () -> Int) {
    let bytes = circumstances.weight + answer.body.count + answer.headers.weight
    let slot = Slot(circumstances: circumstances, answer: answer, weight: bytes)
    // One that leaves hardly any room for others is made anew each time.
    guard slot.weight <= mostBytes / 8 else { return }
    // They are counted only where another record has the place.
    if slots.isEmpty || isOthers(place(of: circumstances), than: circumstances) { makeRoom(for: records()) }
    put(nil, at: place(of: circumstances))
    while weight + slot.weight > mostBytes {
      put(nil, at: hand)
      hand = (hand + 1) & (slots.count - 1)
    }
    put(slot, at: place(of: circumstances))
  }

  private mutating func put(_ slot: Slot?, at place: Int) {
    weight += (slot?.weight ?? 0) - (slots[place]?.weight ?? 0)
    slots[place] = slot
  }

  private func isOthers(_ place: Int, than circumstances: Circumstances) -> Bool {
    guard let other = slots[place]?.circumstances else { return false }
    return (other.order, other.operation) != (circumstances.order, circumstances.operation)
  }

  private mutating func makeRoom(for records: Int) {
    guard slots.count < Self.mostSlots else { return }
    let wanted = min(2 * records, Self.mostSlots)
    guard slots.count < max(wanted, Self.leastSlots) else { return }
    var count = Self.leastSlots
    while count < wanted { count *= 2 }
    let old = slots
    slots = Array(repeating: nil, count: count)
    (weight, hand) = (0, 0)
    for slot in old {
      if let slot { put(slot, at: place(of: slot.circumstances)) }
    }
  }

  private func place(of circumstances: Circumstances) -> Int {
    // Records follow each other closely; operations are set apart by a prime.
    (circumstances.order &+ circumstances.operation &* 7919) & (slots.count - 1)
  }
}

extension Engine {
  /// The words of what an action did: those of an earlier time where nothing that they depend on has changed.
  func words(of deed: inout Deed, _ call: Call, _ world: World) -> Answer {
    call.circumstances = circumstances(of: deed, call)
    guard let circumstances = call.circumstances, let known = world.remembered[circumstances] else {
      return word(&deed, call)
    }
    call.isAnswerKnown = true
    return known
  }

  /// Keeps an answer for the next time, once it was found to keep the contract.
  func remember(_ exchange: Exchange, of call: Call, in world: inout World) {
    guard var circumstances = call.circumstances else { return }
    guard exchange.problem == nil, exchange.violations.isEmpty, !exchange.isUndocumented else { return }
    circumstances.share(fake.sharedTexts)
    let collections = world.contracts[call.contract].collections
    world.remembered.keep(exchange.answer, given: circumstances, among: collections.reduce(0) { $0 + $1.count })
  }

  private func circumstances(of deed: Deed, _ call: Call) -> RememberedAnswers.Circumstances? {
    guard deed.operation.isRepeatable, call.preference == nil, let state = deed.state else { return nil }
    return RememberedAnswers.Circumstances(
      contract: call.contract,
      operation: deed.operation.index,
      version: state.version,
      order: state.order,
      base: call.linkBase,
      accept: call.request.headers["Accept"]
    )
  }
}
