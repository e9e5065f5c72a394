import DoubletJSON

/// The character classes of RFC 3986, sections 2 and 3, and RFC 3987, section 2.2.
enum ReferenceCharacters {
  static let scheme = ASCIISet.alphanumeric.union("+-.")
  /// `unreserved` and `sub-delims`.
  static let name = ASCIISet.alphanumeric.union("-._~!$&'()*+,;=")
  static let user = name.union(":")
  /// `pchar` and the slash.
  static let path = user.union("@/")
  static let query = path.union("?")

  /// `ucschar`: what an IRI may hold unescaped beyond ASCII. Each plane ends in two noncharacters.
  static func isUniversal(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x10000...0xDFFFF: value & 0xFFFF <= 0xFFFD
    case 0xE1000...0xEFFFD: true
    default: false
    }
  }

  /// `iprivate`, which only a query may hold.
  static func isPrivate(_ value: UInt32) -> Bool {
    switch value {
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }

  /// Whether a percent sign at `index` is followed by two hexadecimal digits.
  static func isEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0x25 && text[index + 1].isHexadecimal && text[index + 2].isHexadecimal
  }
}
