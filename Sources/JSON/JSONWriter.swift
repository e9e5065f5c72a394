/// The text of values: numbers as they were written, members in their order, strings with no escapes beyond those that
/// RFC 8259, section 7 asks for (the quote, the backslash and control characters).
public struct JSONWriter {
  /// The text of a tree in UTF-8.
  public static func bytes(of value: JSON, pretty: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    // Room for most answers, so that the text is not moved again and again while it grows.
    switch value {
    case .object, .array: bytes.reserveCapacity(1024)
    default: break
    }
    write(value, into: &bytes, pretty: pretty)
    return bytes
  }

  /// Appends the text of a tree.
  ///
  /// With `pretty` each element and each member has a line of its own, indented by two spaces for each level:
  ///
  /// ```json
  /// {
  ///   "name": "Ada",
  ///   "tags": []
  /// }
  /// ```
  public static func write(_ value: JSON, into bytes: inout [UInt8], pretty: Bool = false) {
    write(value, into: &bytes, indentation: pretty ? 0 : nil)
  }

  /// Appends the text of a parsed value as it came.
  public static func write(_ value: JSONView, into bytes: inout [UInt8]) {
    bytes += value.bytes
  }

  /// Appends the text of a parsed value as it came.
  public static func write(_ value: JSONCursor, into bytes: inout [UInt8]) {
    bytes += value.source
  }

  /// Appends a string in quotes.
  public static func write(_ string: String, into bytes: inout [UInt8]) {
    bytes.append(Byte.quote)
    withUTF8(of: string) { string in
      var (written, offset) = (0, 0)
      while offset < string.count {
        let byte = string[offset]
        if byte < 0x20 || byte == Byte.quote || byte == Byte.backslash {
          append(string, written..<offset, to: &bytes)
          writeEscape(byte, into: &bytes)
          written = offset &+ 1
        }
        offset &+= 1
      }
      append(string, written..<offset, to: &bytes)
    }
    bytes.append(Byte.quote)
  }

  @inline(__always)
  private static func append(_ string: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: string[range]))
  }

  /// Appends text that needs no escape.
  private static func writePlain(_ text: String, into bytes: inout [UInt8]) {
    withUTF8(of: text) { bytes.append(contentsOf: $0) }
  }

  private static func writeEscape(_ byte: UInt8, into bytes: inout [UInt8]) {
    switch byte {
    case Byte.quote, Byte.backslash: bytes += [Byte.backslash, byte]
    case Byte.newline: bytes += #"\n"#.utf8
    case Byte.carriageReturn: bytes += #"\r"#.utf8
    case Byte.tab: bytes += #"\t"#.utf8
    case 0x08: bytes += #"\b"#.utf8
    case 0x0C: bytes += #"\f"#.utf8
    default: bytes += (#"\u"# + JSONFault.hexadecimal(UInt32(byte), digits: 4)).utf8
    }
  }

  private static func write(_ value: JSON, into bytes: inout [UInt8], indentation: Int?) {
    switch value {
    case .null: writePlain("null", into: &bytes)
    case .bool(let value): writePlain(value ? "true" : "false", into: &bytes)
    case .number(let number): writePlain(number.text, into: &bytes)
    case .string(let string): write(string, into: &bytes)
    case .array(let elements):
      bytes.append(Byte.openBracket)
      for (position, element) in elements.enumerated() {
        separate(position, into: &bytes, indentation: indentation)
        write(element, into: &bytes, indentation: indentation.map { $0 + 1 })
      }
      if !elements.isEmpty { breakLine(into: &bytes, indentation: indentation) }
      bytes.append(Byte.closeBracket)
    case .object(let object):
      bytes.append(Byte.openBrace)
      for position in 0..<object.count {
        separate(position, into: &bytes, indentation: indentation)
        write(object.keys[position], into: &bytes)
        bytes.append(Byte.colon)
        if indentation != nil { bytes.append(Byte.space) }
        write(object.values[position], into: &bytes, indentation: indentation.map { $0 + 1 })
      }
      if !object.isEmpty { breakLine(into: &bytes, indentation: indentation) }
      bytes.append(Byte.closeBrace)
    }
  }

  private static func separate(_ position: Int, into bytes: inout [UInt8], indentation: Int?) {
    if position > 0 { bytes.append(Byte.comma) }
    if let indentation { breakLine(into: &bytes, indentation: indentation + 1) }
  }

  private static func breakLine(into bytes: inout [UInt8], indentation: Int?) {
    guard let indentation else { return }
    bytes.append(Byte.newline)
    bytes += repeatElement(Byte.space, count: 2 * indentation)
  }
}
