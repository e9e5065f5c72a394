/// Memory that holds some exchanges of a journal. Their bytes stand one behind the other from its front, and where each of
/// them begins from its back.
///
/// A page is in the journal of one sandbox and nowhere else: it is read and written under the lock of that sandbox, and of
/// a page that is written to no copy is kept. What it knows of itself stands in the journal, since the memory of a page
/// that was allocated apart from its sandbox is one more place to wait for.
struct JournalPage: Sendable {
  /// Where an exchange begins, and how it ended; nil while it has not.
  private struct Slot: BitwiseCopyable {
    var place: Int32
    var end: ExchangeEnd?
  }

  /// Bytes that a page takes beside its memory.
  private static let overhead = 160

  /// Gives the memory back with the last copy of its page.
  private final class Owner: Sendable {
    nonisolated(unsafe) let memory: UnsafeMutableRawPointer
    private let byteCount: Int
    let source: JournalMemory

    init(byteCount: Int, from source: JournalMemory) {
      (memory, self.byteCount, self.source) = (source.take(byteCount), byteCount, source)
    }

    deinit { source.give(memory, byteCount) }
  }

  /// The number of its first exchange.
  let first: Int
  private nonisolated(unsafe) var memory: UnsafeMutableRawPointer
  private var capacity: Int
  /// How many exchanges it holds.
  private(set) var count = 0
  /// Bytes of exchanges.
  private var used = 0
  private var owner: Owner
  /// What exchanges have beside their bytes.
  private var attachments: [ExchangeAttachment] = []
  private var attachedBytes = 0
  /// The remembered answer that was written last, and where: mostly the next one is the same, and is not written again.
  private var repeated: (answer: Answer, place: Int)?
  /// What is counted for it: as much as for the longest one so far.
  private var repeatedBytes = 0
  /// Bytes of bodies that were not written again. They take room as if they were: who reads a whole journal makes each of
  /// its exchanges anew, so that the bound is one of exchanges too.
  private var sparedBytes = 0

  /// A page that holds an exchange, and has room for more where that leaves any of so many bytes.
  init(_ exchange: borrowing Exchange, leastBytes: Int, from source: JournalMemory) {
    first = exchange.sequence
    let attachment = exchange.attachment
    var measure = JournalWriter()
    _ = exchange.write(to: &measure, attachment, at: 0)
    capacity = max(leastBytes, Self.capacity(for: measure.count, 1))
    owner = Owner(byteCount: capacity, from: source)
    memory = owner.memory
    _ = append(exchange)
  }

  /// Bytes held.
  var weight: Int { capacity + attachedBytes + repeatedBytes + Self.overhead }

  /// Appends an exchange; how many bytes the page holds more than before, nil where it has no room.
  mutating func append(_ exchange: borrowing Exchange) -> Int? {
    let attachment = exchange.attachment
    let slot = slot(count)
    var writer = JournalWriter(memory + used, room: slot - (memory + used))
    let known = attachment == nil ? place(of: exchange) : nil
    let answer = exchange.write(to: &writer, attachment, at: attachments.count, answerAt: known)
    let spared = known == nil ? 0 : exchange.answer.body.count
    guard writer.isWhole, writer.count + spared + sparedBytes <= slot - (memory + used) else { return nil }
    if let attachment, count > 0, attachedBytes + attachment.weight > capacity { return nil }
    slot.storeBytes(of: Slot(place: Int32(used), end: exchange.end), as: Slot.self)
    let place = used + answer
    count += 1
    used += writer.count
    sparedBytes += spared
    guard let attachment else {
      return exchange.isAnswerRemembered && known == nil ? note(exchange.answer, at: place) : 0
    }
    attachments.append(attachment)
    attachedBytes += attachment.weight
    return attachment.weight
  }

  /// Gives back the memory that it does not need once nothing more is appended, where that is most of it: beside long bodies
  /// there are few other bytes. How many bytes it holds less than before.
  mutating func close() -> Int {
    let before = weight
    (repeated, repeatedBytes) = (nil, 0)
    let needed = Self.capacity(for: used, count)
    guard sparedBytes == 0, needed < capacity / 2 else { return before - weight }
    let smaller = Owner(byteCount: needed, from: owner.source)
    let slots = count * MemoryLayout<Slot>.stride
    smaller.memory.copyMemory(from: memory, byteCount: used)
    (smaller.memory + needed - slots).copyMemory(from: memory + capacity - slots, byteCount: slots)
    (memory, capacity, owner) = (smaller.memory, needed, smaller)
    return before - weight
  }

  /// Whether it holds the exchange of a number.
  func holds(_ sequence: Int) -> Bool { first <= sequence && sequence < first + count }

  /// The exchange of a number that the page holds.
  func exchange(_ sequence: Int, of sandbox: String, after last: inout ReadAnswer?) -> Exchange {
    let slot = slot(sequence - first).load(as: Slot.self)
    var reader = JournalReader(memory + Int(slot.place))
    var exchange = Exchange(sequence, of: sandbox, from: &reader, in: memory, after: &last) { attachments[$0] }
    exchange.end = slot.end
    return exchange
  }

  /// Notes how an exchange ended; false where it has already.
  func complete(_ sequence: Int, _ end: ExchangeEnd) -> Bool {
    let slot = slot(sequence - first)
    var noted = slot.load(as: Slot.self)
    guard noted.end == nil else { return false }
    noted.end = end
    slot.storeBytes(of: noted, as: Slot.self)
    return true
  }

  /// Where the answer of an exchange stands already.
  private func place(of exchange: borrowing Exchange) -> Int? {
    guard exchange.isAnswerRemembered, let repeated, repeated.answer.isSame(as: exchange.answer) else { return nil }
    return repeated.place
  }

  /// Notes where a remembered answer stands; how many bytes more are counted for it.
  private mutating func note(_ answer: Answer, at place: Int) -> Int {
    repeated = (answer, place)
    let more = max(0, answer.body.count + answer.headers.weight - repeatedBytes)
    repeatedBytes += more
    return more
  }

  /// What so many bytes of so many exchanges take; slots stand at multiples of their alignment.
  private static func capacity(for bytes: Int, _ count: Int) -> Int {
    (bytes + count * MemoryLayout<Slot>.stride + 7) & ~7
  }

  private func slot(_ index: Int) -> UnsafeMutableRawPointer {
    memory + capacity - (index + 1) * MemoryLayout<Slot>.stride
  }
}
