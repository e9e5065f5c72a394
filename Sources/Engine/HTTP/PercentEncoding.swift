internal import DoubletJSON

/// Percent-encoding (RFC 3986, section 2.1).
public enum PercentEncoding {
  /// The decoded text; nil for a broken escape or bytes that are no UTF-8.
  public static func decode(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    guard let bytes = bytes(text.utf8, plusIsBlank: false) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The decoded text of a query or form: `+` is a blank, a broken escape stands for itself.
  public static func decodeForm(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else { return text }
    return String(decoding: bytes(text.utf8, plusIsBlank: true, keepsBroken: true) ?? [], as: UTF8.self)
  }

  /// Whether the escapes of a form's text stand for text in UTF-8.
  static func isText(form text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return true }
    return bytes(text.utf8, plusIsBlank: true, keepsBroken: true).map { String(validating: $0, as: UTF8.self) != nil }
      ?? false
  }

  /// The text as one path segment: everything but the unreserved characters, `@`, `:` and sub-delimiters is escaped.
  public static func encodeSegment(_ text: String) -> String { encode(text, keeping: segment) }

  /// The text as a value in a path, a query or a form: everything but the unreserved characters is escaped.
  static func encodeValue(_ text: String) -> String { encode(text, keeping: unreserved) }

  /// The text as a value in a query that may hold reserved characters: only what would end it, or mean something else
  /// in a form, is escaped.
  static func encodeReserved(_ text: String) -> String { encode(text, keeping: reserved) }

  private static let unreserved = ASCIISet.alphanumeric.union("-._~")
  private static let segment = unreserved.union("@:!$&'()*+,;=")
  private static let reserved = unreserved.union(":/?[]@!$'()*,;=")

  private static func encode(_ text: String, keeping kept: ASCIISet) -> String {
    var text = text
    guard text.withUTF8({ !$0.allSatisfy { kept.contains($0) } }) else { return text }
    var encoded = ""
    for byte in text.utf8 {
      if kept.contains(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += byte < 16 ? "%0" : "%"
        encoded += String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  /// The text as a name or value of a query: a segment in which the query's own delimiters are escaped too.
  static func encodeQuery(_ text: String) -> String {
    var encoded = ""
    for character in encodeSegment(text) {
      switch character {
      case "&": encoded += "%26"
      case "=": encoded += "%3D"
      case "+": encoded += "%2B"
      default: encoded.append(character)
      }
    }
    return encoded
  }

  /// The bytes with their escapes decoded. A broken escape stands for itself where it is kept; else there are none.
  private static func bytes(_ text: String.UTF8View, plusIsBlank: Bool, keepsBroken: Bool = false) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var iterator = text.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "%"):
        var ahead = iterator
        if let high = ahead.next().flatMap(digit), let low = ahead.next().flatMap(digit) {
          bytes.append(high << 4 | low)
          iterator = ahead
        } else if keepsBroken {
          bytes.append(byte)
        } else {
          return nil
        }
      case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
