/// A character encoding that bodies of text can come in.
enum Charset: String, CaseIterable {
  case utf8 = "utf-8"
  case ascii = "us-ascii"
  case latin1 = "iso-8859-1"
  /// The byte order is told by the first two bytes; without them it is big-endian (RFC 2781).
  case utf16 = "utf-16"
  case utf16BigEndian = "utf-16be"
  case utf16LittleEndian = "utf-16le"

  /// The charset of a name, without regard to case; nil where it is none of these.
  init?(name: String) {
    let name = name.lowercased()
    self.init(rawValue: ["utf8": "utf-8", "ascii": "us-ascii", "latin1": "iso-8859-1"][name] ?? name)
  }

  /// The text of bytes; nil where they are not of this charset.
  func text(of bytes: some Swift.Collection<UInt8>) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .ascii: return bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
    case .latin1: return Charset.octets(bytes)
    case .utf16BigEndian: return Charset.utf16(Array(bytes), isLittleEndian: false)
    case .utf16LittleEndian: return Charset.utf16(Array(bytes), isLittleEndian: true)
    case .utf16:
      let bytes = Array(bytes)
      let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
      let hasMark = isLittleEndian || bytes.starts(with: [0xFE, 0xFF])
      return Charset.utf16(Array(bytes.dropFirst(hasMark ? 2 : 0)), isLittleEndian: isLittleEndian)
    }
  }

  /// A string with one character for each byte: its length is the number of octets.
  static func octets(_ bytes: some Swift.Collection<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
    return String(text)
  }

  private static func utf16(_ bytes: [UInt8], isLittleEndian: Bool) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 0, to: bytes.count, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self)
  }
}
