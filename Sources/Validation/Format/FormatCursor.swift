/// A reading position in the bytes of a string, shared by the grammars of this folder.
///
/// Readers consume what they name and answer nil or false, having consumed nothing certain, when it is not there.
struct FormatCursor {
  let text: UnsafeBufferPointer<UInt8>
  var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  var isAtEnd: Bool { index == text.count }

  var peek: UInt8? { index < text.count ? text[index] : nil }

  @inline(__always)
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < text.count, UInt32(text[index]) == character.value else { return false }
    index += 1
    return true
  }

  /// Consumes an ASCII letter in either case.
  mutating func take(ignoringCase letter: Unicode.Scalar) -> Bool {
    guard index < text.count, UInt32(text[index] | 0x20) == letter.value | 0x20 else { return false }
    index += 1
    return true
  }

  mutating func take(text expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard text.count - index >= count else { return false }
    for offset in 0..<count where text[index + offset] != expected.utf8Start[offset] { return false }
    index += count
    return true
  }

  /// Consumes exactly this many digits.
  @inline(__always)
  mutating func number(digits count: Int) -> Int? {
    guard text.count &- index >= count else { return nil }
    var value = 0
    for offset in 0..<count {
      let digit = text[index &+ offset] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    index &+= count
    return value
  }

  /// Consumes bytes while they belong; the number of them.
  mutating func skip(while belongs: (UInt8) -> Bool) -> Int {
    let start = index
    while index < text.count, belongs(text[index]) { index += 1 }
    return index - start
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isHexadecimal: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  var isAlphanumeric: Bool { isDigit || isLetter }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range, with indices from zero.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }
}
