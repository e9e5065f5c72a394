internal import DoubletJSON

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

extension UnsafeRawBufferPointer {
  /// The offset of the first line feed at or after an offset.
  func lineFeed(from offset: Int) -> Int? {
    guard offset < count, let base = baseAddress, let found = memchr(base + offset, 0x0A, count - offset) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }

  /// The bytes of a range.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: self[range]) }

  /// The bytes without spaces and tabs at either end.
  var trimmed: UnsafeRawBufferPointer {
    var (lower, upper) = (0, count)
    while lower < upper, self[lower] == 0x20 || self[lower] == 0x09 { lower += 1 }
    while upper > lower, self[upper - 1] == 0x20 || self[upper - 1] == 0x09 { upper -= 1 }
    return bytes(lower..<upper)
  }

  /// Whether the bytes are this lower-case name, without regard to the case of ASCII letters.
  func isName(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != name.utf8Start[index] {
      let letter = self[index] | 0x20
      guard letter == name.utf8Start[index], letter >= 0x61, letter <= 0x7A else { return false }
    }
    return true
  }

  /// Whether the bytes are a token (RFC 9110, section 5.6.2), which is not empty.
  var isToken: Bool {
    // Taken out once: a global that is not a constant is asked whether it is there at each look.
    let characters = UInt8.token
    return !isEmpty && allSatisfy { characters.contains($0) }
  }

  /// The members of a comma-separated list, without their surrounding white space.
  func listMembers(_ body: (UnsafeRawBufferPointer) -> Void) {
    var start = 0
    for index in 0...count where index == count || self[index] == UInt8(ascii: ",") {
      body(bytes(start..<index).trimmed)
      start = index + 1
    }
  }

  var text: String { String(decoding: self, as: UTF8.self) }

  /// The value of a header field. The one that stands in most messages is not made again for each of them.
  var fieldValue: String {
    let usual: StaticString = "application/json"
    guard count == usual.utf8CodeUnitCount, let baseAddress, memcmp(baseAddress, usual.utf8Start, count) == 0 else {
      return text
    }
    return "application/json"
  }
}

extension UInt8 {
  /// Whether the byte may stand in a token (RFC 9110, section 5.6.2).
  var isTokenByte: Bool { UInt8.token.contains(self) }

  fileprivate static let token = ASCIISet.alphanumeric.union("!#$%&'*+-.^_`|~")

  /// Whether the byte may stand in a field value: visible, space, tab, or beyond ASCII.
  var isFieldByte: Bool { self >= 0x20 && self != 0x7F || self == 0x09 }

  /// Whether the byte may stand in a request target. Bytes beyond ASCII are let through: clients send them.
  var isTargetByte: Bool { self > 0x20 && self != 0x7F }

  /// Whether the byte may stand in a `Host` field (RFC 3986, section 3.2).
  var isHostByte: Bool {
    switch self {
    case UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"): false
    default: isTokenByte
    }
  }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: Int? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self | 0x20) - 0x57
    default: nil
    }
  }
}
