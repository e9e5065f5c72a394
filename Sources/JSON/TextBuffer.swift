/// Memory that grows while JSON text is written into it.
struct TextBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var isOwner: Bool
  private(set) var count = 0

  init(capacity: Int = 2048) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
    isOwner = true
  }

  /// Writes into memory that is lent as long as the buffer lives, until that is full.
  init(borrowing memory: UnsafeMutableBufferPointer<UInt8>) {
    // Memory that somebody wants written to is not empty, so it has an address.
    base = memory.baseAddress!
    capacity = memory.count
    isOwner = false
  }

  deinit { if isOwner { base.deallocate() } }

  /// Where the text begins; another place once it has grown.
  var start: UnsafePointer<UInt8> { UnsafePointer(base) }

  /// The text in an array of exactly its size.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count &+= 1
  }

  /// Appends text that needs no escape.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    if capacity &- count < text.count { grow(by: text.count) }
    (base + count).update(from: start, count: text.count)
    count &+= text.count
  }

  /// Appends text that needs no escape.
  mutating func append(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

  /// Appends a string in quotes; the flags of its entry in a tape.
  @discardableResult
  mutating func append(quoted string: String) -> UInt32 { withUTF8(of: string) { append(quoted: $0) } }

  /// Appends the characters of a string in quotes; the flags of its entry in a tape.
  private mutating func append(quoted text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    append(Byte.quote)
    let flags = append(characters: text)
    append(Byte.quote)
    return flags
  }

  /// Appends a piece of a string; the flags of its entry in a tape, if it were all of it.
  mutating func append(characters string: String) -> UInt32 { withUTF8(of: string) { append(characters: $0) } }

  @inline(__always)
  private mutating func append(characters text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if capacity &- count < text.count { grow(by: text.count) }
    return appendPlain(text) ? JSONTape.Entry.asciiFlag : appendUnusual(text)
  }

  /// Appends characters that all are ASCII and stand for themselves, as nearly all do. Where one does not, nothing is
  /// appended, and the answer is false. There must be room for them.
  @inline(__always)
  private mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = UnsafeRawPointer(text.baseAddress), text.count > 0 else { return true }
    let (target, length) = (UnsafeMutableRawPointer(base + count), text.count)
    var marks: UInt64 = 0
    // Words and halves of them, of which the last may overlap the one before it.
    if length >= 8 {
      var offset = 0
      while offset < length {
        offset = min(offset, length &- 8)
        let word = start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        marks |= Self.marks(of: word)
        target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
        offset &+= 8
      }
    } else if length >= 4 {
      let head = start.loadUnaligned(as: UInt32.self)
      let tail = start.loadUnaligned(fromByteOffset: length &- 4, as: UInt32.self)
      marks = Self.marks(of: UInt64(head) | UInt64(tail) << 32)
      target.storeBytes(of: head, as: UInt32.self)
      target.storeBytes(of: tail, toByteOffset: length &- 4, as: UInt32.self)
    } else {
      var word: UInt64 = 0x2020_2020_2020_2020
      for offset in 0..<length {
        word = word << 8 | UInt64(text[offset])
        target.storeBytes(of: text[offset], toByteOffset: offset, as: UInt8.self)
      }
      marks = Self.marks(of: word)
    }
    guard marks == 0 else { return false }
    count &+= length
    return true
  }

  /// Not zero where one of eight bytes is a quote, a backslash, a control character or not ASCII; as the parser looks for
  /// the end of a string.
  @inline(__always)
  static func marks(of word: UInt64) -> UInt64 {
    let quotes = (word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101
    let backslashes = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
    let controls = word &- 0x2020_2020_2020_2020
    return (quotes | backslashes | controls | word) & 0x8080_8080_8080_8080
  }

  /// Appends characters one by one, escaped where they must be; the flags of their entry in a tape.
  private mutating func appendUnusual(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var flags = JSONTape.Entry.asciiFlag
    for byte in text {
      if byte < Byte.space || byte == Byte.quote || byte == Byte.backslash {
        flags |= JSONTape.Entry.escapedFlag
        appendEscape(of: byte)
      } else {
        if byte >= 0x80 { flags &= ~JSONTape.Entry.asciiFlag }
        append(byte)
      }
    }
    return flags
  }

  private mutating func appendEscape(of byte: UInt8) {
    append(Byte.backslash)
    switch byte {
    case Byte.quote, Byte.backslash: append(byte)
    case Byte.newline: append(UInt8(ascii: "n"))
    case Byte.carriageReturn: append(UInt8(ascii: "r"))
    case Byte.tab: append(UInt8(ascii: "t"))
    case 0x08: append(UInt8(ascii: "b"))
    case 0x0C: append(UInt8(ascii: "f"))
    default: withUTF8(of: "u" + JSONFault.hexadecimal(UInt32(byte), digits: 4)) { append($0) }
    }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(2 * capacity, count + more))
    larger.initialize(from: base, count: count)
    if isOwner { base.deallocate() }
    (base, capacity, isOwner) = (larger, max(2 * capacity, count + more), true)
  }
}
