extension JSONParser {
  /// Reads a string, from its opening to its closing quote.
  @inline(__always)
  mutating func appendString() throws(JSONFault) {
    let start = position &+ 1
    let stop = plainRun(from: start)
    guard stop < end, base[stop] == Byte.quote else { return try appendUnusualString(start: start, from: stop) }
    output.append(start: start, end: stop, kind: .string, flags: JSONTape.Entry.asciiFlag)
    position = stop &+ 1
  }

  /// The offset of the first byte, from `offset` on, that is a quote, a backslash, a control character or not ASCII.
  @inline(__always)
  private func plainRun(from offset: Int) -> Int {
    var offset = offset
    // Eight bytes at a time, inside the buffer: the high bit of each byte of `marks` says whether it stops the run. A
    // subtraction borrows only from above a byte that is marked itself, so the lowest mark is always right.
    while offset &+ 8 <= end {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
      let marks = TextBuffer.marks(of: word)
      if marks != 0 { return offset &+ marks.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < end {
      let byte = base[offset]
      if byte == Byte.quote || byte == Byte.backslash || byte < Byte.space || byte >= 0x80 { return offset }
      offset &+= 1
    }
    return offset
  }

  /// Reads the rest of a string that holds an escape, a byte beyond ASCII, or an error.
  private mutating func appendUnusualString(start: Int, from offset: Int) throws(JSONFault) {
    var offset = offset
    var flags = JSONTape.Entry.asciiFlag
    while offset < end {
      let byte = base[offset]
      if byte == Byte.quote {
        output.append(start: start, end: offset, kind: .string, flags: flags)
        position = offset &+ 1
        return
      }
      if byte == Byte.backslash {
        flags |= JSONTape.Entry.escapedFlag
        offset = try skipEscape(at: offset)
      } else if byte >= 0x80 {
        flags &= ~JSONTape.Entry.asciiFlag
        offset = try skipScalar(at: offset)
        // Text beyond ASCII comes in runs; only a byte of ASCII makes the search by words worth starting again.
        if offset < end, base[offset] >= 0x80 { continue }
      } else {
        throw controlCharacter(byte, at: offset)
      }
      offset = plainRun(from: offset)
    }
    throw JSONFault(
      .unexpectedEnd,
      at: end,
      "the text ends inside a string that starts at offset \(start - 1); close it with '\"'"
    )
  }

  /// The offset after the UTF-8 sequence of a code point above U+007F (RFC 3629, section 4).
  @inline(__always)
  private func skipScalar(at offset: Int) throws(JSONFault) -> Int {
    let lead = base[offset]
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw invalidUTF8(at: offset)
    }
    guard offset &+ length <= end, second.contains(base[offset &+ 1]) else { throw invalidUTF8(at: offset) }
    var index = 2
    while index < length {
      guard base[offset &+ index] & 0xC0 == 0x80 else { throw invalidUTF8(at: offset) }
      index &+= 1
    }
    return offset &+ length
  }

  /// The offset after an escape sequence, two of them for a surrogate pair (RFC 8259, section 7).
  private func skipEscape(at offset: Int) throws(JSONFault) -> Int {
    guard offset + 1 < end else { throw .endOfText(at: end, "the rest of an escape") }
    switch base[offset + 1] {
    case Byte.quote, Byte.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      return offset + 2
    case UInt8(ascii: "u"):
      let unit = try codeUnit(at: offset)
      if unit & 0xFC00 == 0xDC00 { throw loneSurrogate(unit, at: offset) }
      guard unit & 0xFC00 == 0xD800 else { return offset + 6 }
      guard offset + 7 < end, base[offset + 6] == Byte.backslash, base[offset + 7] == UInt8(ascii: "u"),
        try codeUnit(at: offset + 6) & 0xFC00 == 0xDC00
      else { throw loneSurrogate(unit, at: offset) }
      return offset + 12
    default:
      throw invalidEscape(at: offset)
    }
  }

  /// The value of the four digits of `\uXXXX`.
  private func codeUnit(at offset: Int) throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for index in offset + 2..<offset + 6 {
      guard index < end else { throw .endOfText(at: end, "four hexadecimal digits of an escape") }
      guard let digit = hexadecimalValue(base[index]) else { throw invalidEscape(at: offset) }
      unit = unit << 4 | digit
    }
    return unit
  }
}

/// The value of a hexadecimal digit in either case.
func hexadecimalValue(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x61 + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x41 + 10
  default: nil
  }
}
