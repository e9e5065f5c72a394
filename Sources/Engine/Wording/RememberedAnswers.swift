import DoubletContracts

/// Answers to reads, as they were worded and judged. A record that nobody has written since is answered with the same
/// bytes to every request that asks in the same way: they are not made and judged again.
///
/// There is room for a few: the last answer of its slot stays.
struct RememberedAnswers: Sendable {
  /// Everything that the words of a repeatable read depend on.
  struct Circumstances: Sendable, Hashable {
    var contract: Int
    var operation: Int
    /// Tells the record as it is now from all others and from what it was before.
    var version: Int
    /// What links begin with.
    var base: String
    /// What the client accepts.
    var accept: String?
  }

  private struct Slot: Sendable {
    var circumstances: Circumstances
    var answer: Answer
  }

  private static let capacity = 64
  /// Empty until the first answer is kept: most sandboxes are small.
  private var slots: [Slot?] = []

  /// The answer that was given in the same circumstances.
  subscript(circumstances: Circumstances) -> Answer? {
    guard !slots.isEmpty, let slot = slots[Self.place(of: circumstances)], slot.circumstances == circumstances else {
      return nil
    }
    return slot.answer
  }

  /// Keeps an answer in the place of another.
  mutating func keep(_ answer: Answer, given circumstances: Circumstances) {
    if slots.isEmpty { slots = Array(repeating: nil, count: Self.capacity) }
    slots[Self.place(of: circumstances)] = Slot(circumstances: circumstances, answer: answer)
  }

  private static func place(of circumstances: Circumstances) -> Int {
    (circumstances.version &* 31 &+ circumstances.operation) & (capacity - 1)
  }
}

extension Engine {
  /// The words of what an action did: those of an earlier time where nothing that they depend on has changed.
  func words(of deed: Deed, _ call: inout Call, _ world: World) -> Answer {
    call.circumstances = circumstances(of: deed, call, world)
    guard let circumstances = call.circumstances, let known = world.remembered[circumstances] else {
      return word(deed, call)
    }
    call.isAnswerKnown = true
    return known
  }

  /// Keeps an answer for the next time, once it was found to keep the contract.
  func remember(_ exchange: Exchange, of call: Call, in world: inout World) {
    guard !call.isAnswerKnown, let circumstances = call.circumstances else { return }
    guard exchange.problem == nil, exchange.violations.isEmpty, !exchange.isUndocumented else { return }
    world.remembered.keep(exchange.answer, given: circumstances)
  }

  private func circumstances(of deed: Deed, _ call: Call, _ world: World) -> RememberedAnswers.Circumstances? {
    guard deed.operation.isRepeatable, call.preference == nil, let key = deed.context.key,
      let version = world.contracts[call.contract].collections[deed.action.resource].version(of: key)
    else { return nil }
    return RememberedAnswers.Circumstances(
      contract: call.contract,
      operation: deed.operation.index,
      version: version,
      base: deed.context.base,
      accept: call.request.headers["Accept"]
    )
  }
}
