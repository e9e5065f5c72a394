/// Memory that grows while JSON text is written into it.
struct TextBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 2048) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { base.deallocate() }

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
    // Room for both quotes, and for the last word to be written whole.
    if capacity &- count < text.count &+ 10 { grow(by: text.count &+ 10) }
    base[count] = Byte.quote
    count &+= 1
    var flags = JSONTape.Entry.asciiFlag
    var offset = 0
    // Eight bytes at a time, as the parser looks for the end of a string: nearly all of them stand for themselves.
    while offset &+ 8 <= text.count, let start = text.baseAddress {
      let word = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self)
      let quotes = (word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101
      let backslashes = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
      let controls = word &- 0x2020_2020_2020_2020
      if (quotes | backslashes | controls | word) & 0x8080_8080_8080_8080 == 0 {
        UnsafeMutableRawPointer(base + count).storeBytes(of: word, as: UInt64.self)
        count &+= 8
        offset &+= 8
      } else {
        for _ in 0..<8 {
          flags = append(character: text[offset], left: text.count &- offset, flags)
          offset &+= 1
        }
      }
    }
    while offset < text.count {
      flags = append(character: text[offset], left: text.count &- offset, flags)
      offset &+= 1
    }
    append(Byte.quote)
    return flags
  }

  /// Appends one byte of a string, escaped where it must be; room is kept for those that are left.
  private mutating func append(character byte: UInt8, left: Int, _ flags: UInt32) -> UInt32 {
    if byte < Byte.space || byte == Byte.quote || byte == Byte.backslash {
      appendEscape(of: byte)
      if capacity &- count < left &+ 10 { grow(by: left &+ 10) }
      return flags | JSONTape.Entry.escapedFlag
    }
    append(byte)
    return byte < 0x80 ? flags : flags & ~JSONTape.Entry.asciiFlag
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
    base.deallocate()
    (base, capacity) = (larger, max(2 * capacity, count + more))
  }
}
