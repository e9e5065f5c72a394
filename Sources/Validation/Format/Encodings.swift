/// Values written in a fixed alphabet: UUIDs, base64, single characters.
enum Encodings {
  /// Hexadecimal digits in groups of 8, 4, 4, 4 and 12 (RFC 4122, section 3).
  static func isUUID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for (index, byte) in text.enumerated() {
      switch index {
      case 8, 13, 18, 23: if byte != 0x2D { return false }
      default: if !byte.isHexadecimal { return false }
      }
    }
    return true
  }

  /// Whole groups of four, the last padded (RFC 4648, section 4). Line breaks are refused, as section 3.1 asks.
  static func isBase64(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count % 4 == 0 && isAlphabet(text, paddingAtMost: 2) { $0 == 0x2B || $0 == 0x2F }
  }

  /// The alphabet of section 5. Padding may be left out; when present it must complete the group.
  static func isBase64URL(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isAlphabet(text, paddingAtMost: 2, { $0 == 0x2D || $0 == 0x5F }) else { return false }
    return text.last == 0x3D ? text.count % 4 == 0 : text.count % 4 != 1
  }

  private static func isAlphabet(
    _ text: UnsafeBufferPointer<UInt8>,
    paddingAtMost limit: Int,
    _ isExtra: (UInt8) -> Bool
  ) -> Bool {
    var end = text.count
    while end > 0, text.count - end < limit, text[end - 1] == 0x3D { end -= 1 }
    return text[..<end].allSatisfy { $0.isAlphanumeric || isExtra($0) }
  }

  /// Exactly one code point.
  static func isCharacter(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    !text.isEmpty && text.scalar(at: 0).width == text.count
  }
}
