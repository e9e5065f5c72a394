import DoubletContracts

/// Answers to reads of one API, as they were worded and judged. A record that nobody has written since is answered with
/// the same bytes to every request that asks in the same way: where its key is known it is not looked up, and they are not
/// made and judged again.
///
/// There are slots in proportion to the records. Beyond a bound of bytes, which is that of one API in one sandbox, answers
/// are let go of in turn: a few large records do not hold more than very many small ones.
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

    func tells(_ resource: Int, _ key: String) -> Bool {
      operation >= 0 && self.resource == resource && self.key == key
    }
  }

  private static let leastSlots = 8
  private static let mostSlots = 1 << 18
  private static let mostWays = 1 << 16
  /// The slots that the answers of one record may have, side by side.
  private static let slotsEach = 4
  /// A power of two of them; none until the first answer is kept, since most sandboxes are small.
  private var slots: [Slot] = []
  /// The way that became known last: mostly there is no other.
  private var newest: (way: Way, number: Int32)?
  private var ways: [Way: Int32] = [:]
  /// Bytes of the texts of the ways.
  private var wayBytes = 0
  /// How many answers were not kept since there was no room for their ways.
  private var refused = 0
  private let mostBytes: Int
  /// Bytes held.
  private(set) var weight = 0
  /// The slot that is let go of next.
  private var hand = 0

  /// None yet.
  init(mostBytes: Int = 128 << 20) { self.mostBytes = mostBytes }

  /// The answer that was given to the same question.
  subscript(question: Question) -> Answer? {
    guard !slots.isEmpty, let way = number(of: question.way) else { return nil }
    return place(of: question, way).map { slots[$0].answer }
  }

  /// Keeps the answer to a question.
  ///
  /// - Parameter records: How many records the API has.
  mutating func keep(_ answer: Answer, to question: Question, among records: @autoclosure () -> Int) {
    let bytes = question.key.utf8.count + answer.body.count + answer.headers.weight
    // One that leaves hardly any room for others is made anew each time.
    guard bytes <= mostBytes / 8, let way = newNumber(of: question.way) else { return }
    if slots.isEmpty { makeRoom(for: records()) }
    var place = place(of: question, way) ?? freePlace(of: question.resource, question.key)
    if place == nil {
      makeRoom(for: records())
      place = freePlace(of: question.resource, question.key)
    }
    let chosen = place ?? home(of: question.resource, question.key)
    empty(chosen)
    while weight + bytes > mostBytes {
      empty(hand)
      hand = (hand + 1) & (slots.count - 1)
    }
    weight += bytes
    slots[chosen] = Slot(
      operation: Int32(question.operation),
      resource: Int32(question.resource),
      way: way,
      weight: Int32(bytes),
      key: question.key,
      answer: answer
    )
  }

  /// Forgets what was answered of a record, which has changed.
  mutating func forget(_ key: String, of resource: Int) {
    guard !slots.isEmpty else { return }
    let home = home(of: resource, key)
    for place in home..<home + Self.slotsEach where slots[place & (slots.count - 1)].tells(resource, key) {
      empty(place & (slots.count - 1))
    }
  }

  /// Forgets everything.
  mutating func forgetAll() {
    (slots, weight, hand) = ([], 0, 0)
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

  private mutating func empty(_ place: Int) {
    guard slots[place].operation >= 0 else { return }
    weight -= Int(slots[place].weight)
    slots[place] = Slot()
  }

  private mutating func makeRoom(for records: Int) {
    let wanted = min(max(2 * records, Self.leastSlots), Self.mostSlots)
    guard slots.count < wanted else { return }
    var count = Self.leastSlots
    while count < wanted { count *= 2 }
    let old = slots
    slots = Array(repeating: Slot(), count: count)
    (weight, hand) = (0, 0)
    for slot in old where slot.operation >= 0 {
      guard let place = freePlace(of: Int(slot.resource), slot.key) else { continue }
      slots[place] = slot
      weight += Int(slot.weight)
    }
  }

  /// Where the answer to a question stands.
  private func place(of question: Question, _ way: Int32) -> Int? {
    let home = home(of: question.resource, question.key)
    for place in home..<home + Self.slotsEach {
      let slot = place & (slots.count - 1)
      if slots[slot].operation == question.operation, slots[slot].way == way, slots[slot].key == question.key {
        return slot
      }
    }
    return nil
  }

  /// A slot for a record's answer that is empty.
  private func freePlace(of resource: Int, _ key: String) -> Int? {
    let home = home(of: resource, key)
    for place in home..<home + Self.slotsEach where slots[place & (slots.count - 1)].operation < 0 {
      return place & (slots.count - 1)
    }
    return nil
  }

  /// The first of the slots of a record's answers.
  private func home(of resource: Int, _ key: String) -> Int {
    var hasher = Hasher()
    hasher.combine(resource)
    hasher.combine(key)
    return hasher.finalize() & (slots.count - 1)
  }
}
