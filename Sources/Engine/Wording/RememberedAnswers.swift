import DoubletContracts

/// Answers to reads of one API, as they were worded and judged. A record that nobody has written since is answered with
/// the same bytes to every request that asks in the same way: where its key is known it is not looked up, and they are not
/// made and judged again.
///
/// Below its bounds nothing is lost but to a fifth way to ask for one record. Beyond a bound of bytes, which is that of one
/// API in one sandbox, or of answers, they are let go of in turn: a few large records do not hold more than very many small
/// ones.
struct RememberedAnswers: Sendable {
  /// A read whose words depend on nothing but what stands here and the record.
  struct Question: Sendable {
    /// It reads one resource.
    var operation: Int
    var resource: Int
    /// The key of the record.
    var key: String
    var way: Way
  }

  /// How a request came, as far as answers tell: there are few for very many answers.
  struct Way: Sendable, Hashable {
    /// What links begin with.
    var base: LinkBase
    /// What the client accepts.
    var accept: String?

    /// Bytes of its texts, which a client makes as long as it likes.
    fileprivate var byteCount: Int { base.byteCount + (accept?.utf8.count ?? 0) }
  }

  private struct Slot: Sendable {
    /// -1: the slot is empty.
    var operation: Int32 = -1
    var resource: Int32 = -1
    /// The number of the way.
    var way: Int32 = -1
    var weight: Int32 = 0
    var key = ""
    var answer = Answer(status: 0)

    func tells(_ resource: Int, _ key: String) -> Bool { self.resource == resource && self.key == key }
  }

  private static let leastSlots = 8
  private static let mostAnswers = 1 << 18
  private static let mostWays = 1 << 16
  /// The answers that one record may have.
  private static let answersEach = 4
  /// A power of two of them, of which at least half are empty; none until the first answer is kept, since most sandboxes are
  /// small. An answer stands in the first slot from its home on that was empty.
  private var slots: [Slot] = []
  /// The way that became known last: mostly there is no other.
  private var newest: (way: Way, number: Int32)?
  private var ways: [Way: Int32] = [:]
  /// Bytes of the texts of the ways.
  private var wayBytes = 0
  /// How many answers were not kept since there was no room for their ways.
  private var refused = 0
  private let mostBytes: Int
  /// How many answers are held.
  private var count = 0
  /// Bytes held.
  private(set) var weight = 0
  /// The slot that is let go of next.
  private var hand = 0

  /// None yet.
  init(mostBytes: Int = 128 << 20) { self.mostBytes = mostBytes }

  /// The answer that was given to the same question.
  subscript(question: Question) -> Answer? {
    guard let way = number(of: question.way) else { return nil }
    return place(of: question, way).map { slots[$0].answer }
  }

  /// Keeps the answer to a question.
  mutating func keep(_ answer: Answer, to question: Question) {
    let bytes = question.key.utf8.count + answer.body.count + answer.headers.weight
    // One that leaves hardly any room for others is made anew each time.
    guard bytes <= mostBytes / 8, let way = newNumber(of: question.way) else { return }
    if let old = place(of: question, way) ?? placeToLeave(of: question) { empty(old) }
    while weight + bytes > mostBytes || count == Self.mostAnswers { letGo() }
    if 2 * (count + 1) > slots.count { makeRoom() }
    count += 1
    weight += bytes
    put(
      Slot(
        operation: Int32(question.operation),
        resource: Int32(question.resource),
        way: way,
        weight: Int32(bytes),
        key: question.key,
        answer: answer
      )
    )
  }

  /// Forgets what was answered of a record, which has changed.
  mutating func forget(_ key: String, of resource: Int) {
    guard count > 0 else { return }
    var place = home(of: resource, key)
    while slots[place].operation >= 0 {
      // An emptied slot may be filled by one that stood behind it.
      if slots[place].tells(resource, key) { empty(place) } else { place = following(place) }
    }
  }

  /// Forgets everything.
  mutating func forgetAll() {
    (slots, count, weight, hand) = ([], 0, 0, 0)
    (ways, newest, wayBytes, refused) = ([:], nil, 0, 0)
  }

  private func number(of way: Way) -> Int32? {
    if let newest, newest.way == way { return newest.number }
    return ways[way]
  }

  /// The number of a way, which is kept where it is a new one; nil where there is no room for it.
  private mutating func newNumber(of way: Way) -> Int32? {
    if let known = number(of: way) { return known }
    let bytes = way.byteCount
    guard bytes <= mostBytes / 64 else { return nil }
    if ways.count == Self.mostWays || wayBytes + bytes > mostBytes / 8 {
      // A client that comes in another way each time fills no memory. Others come in new ways too: everything is forgotten
      // once in as many times as there are slots, which is what making them takes.
      refused += 1
      guard refused > slots.count else { return nil }
      forgetAll()
    }
    let number = Int32(ways.count)
    ways[way] = number
    newest = (way, number)
    wayBytes += bytes
    return number
  }

  /// Empties a slot. Those behind it close up, so that each is still found from its home on.
  private mutating func empty(_ place: Int) {
    count -= 1
    weight -= Int(slots[place].weight)
    var gap = place
    var next = following(gap)
    while slots[next].operation >= 0 {
      let home = home(of: Int(slots[next].resource), slots[next].key)
      if distance(from: home, to: next) >= distance(from: gap, to: next) {
        slots.swapAt(gap, next)
        gap = next
      }
      next = following(next)
    }
    slots[gap] = Slot()
  }

  /// Empties the next slot in turn that is not empty; there is one.
  private mutating func letGo() {
    while slots[hand].operation < 0 { hand = following(hand) }
    empty(hand)
  }

  private mutating func makeRoom() {
    let old = slots
    slots = Array(repeating: Slot(), count: max(2 * old.count, Self.leastSlots))
    hand = 0
    for slot in old where slot.operation >= 0 { put(slot) }
  }

  /// Puts an answer into the first slot from its home on that is empty.
  private mutating func put(_ slot: Slot) {
    var place = home(of: Int(slot.resource), slot.key)
    while slots[place].operation >= 0 { place = following(place) }
    slots[place] = slot
  }

  /// Where the answer to a question stands.
  private func place(of question: Question, _ way: Int32) -> Int? {
    guard !slots.isEmpty else { return nil }
    var place = home(of: question.resource, question.key)
    while slots[place].operation >= 0 {
      if slots[place].operation == question.operation, slots[place].way == way, slots[place].key == question.key {
        return place
      }
      place = following(place)
    }
    return nil
  }

  /// Where the first answer of a question's record stands, where the record has as many as it may.
  private func placeToLeave(of question: Question) -> Int? {
    guard !slots.isEmpty else { return nil }
    var (first, count): (Int?, Int) = (nil, 0)
    var place = home(of: question.resource, question.key)
    while slots[place].operation >= 0 {
      if slots[place].tells(question.resource, question.key) {
        first = first ?? place
        count += 1
      }
      place = following(place)
    }
    return count < Self.answersEach ? nil : first
  }

  /// The first slot in which the answers of a record can stand.
  private func home(of resource: Int, _ key: String) -> Int {
    var hasher = Hasher()
    hasher.combine(resource)
    hasher.combine(key)
    return hasher.finalize() & (slots.count - 1)
  }

  private func following(_ place: Int) -> Int { (place + 1) & (slots.count - 1) }

  /// How many slots one is behind another; the first is behind the last.
  private func distance(from home: Int, to place: Int) -> Int { (place - home) & (slots.count - 1) }
}
