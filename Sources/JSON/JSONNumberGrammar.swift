/// The grammar of a number: `[ minus ] int [ frac ] [ exp ]` (RFC 8259, section 6).
enum JSONNumberGrammar {
  /// The offset after the number that starts at `start`.
  @inline(__always)
  static func end(ofNumberIn bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(JSONFault) -> Int {
    // Every read is behind a comparison with the count, so that the pointer can be used without checks of its own.
    let base = bytes.baseAddress.unsafelyUnwrapped
    let end = bytes.count
    var position = start
    if position < end, base[position] == Byte.minus { position &+= 1 }
    if position < end, base[position] == Byte.zero {
      position &+= 1
      if position < end, isDigit(base[position]) {
        throw JSONFault(.invalidNumber, at: start, "a number has a leading zero; remove it")
      }
    } else {
      let first = position
      while position < end, isDigit(base[position]) { position &+= 1 }
      guard position > first else { throw missingDigit(bytes, at: position, "after '-'") }
    }
    guard position < end else { return position }
    if base[position] == Byte.dot {
      position &+= 1
      let first = position
      while position < end, isDigit(base[position]) { position &+= 1 }
      guard position > first else { throw missingDigit(bytes, at: position, "after '.'") }
      guard position < end else { return position }
    }
    if base[position] | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if position < end, base[position] == Byte.plus || base[position] == Byte.minus { position &+= 1 }
      let first = position
      while position < end, isDigit(base[position]) { position &+= 1 }
      guard position > first else { throw missingDigit(bytes, at: position, "in the exponent") }
    }
    return position
  }

  /// Whether a text is one number and nothing else.
  static func isNumber(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    return withUTF8(of: text) { bytes in
      (try? end(ofNumberIn: bytes, from: 0)) == bytes.count
    }
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- Byte.zero < 10 }

  private static func missingDigit(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ place: String) -> JSONFault {
    guard offset < bytes.count else { return .endOfText(at: offset, "a digit \(place)") }
    return JSONFault(
      .invalidNumber,
      at: offset,
      "expected a digit \(place) of a number, found \(JSONFault.name(of: bytes, at: offset))"
    )
  }
}
