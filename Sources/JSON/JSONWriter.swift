/// The text of values: numbers as they were written, members in their order, strings with no escapes beyond those that
/// RFC 8259, section 7 asks for (the quote, the backslash and control characters).
public struct JSONWriter {
  /// The text of a tree in UTF-8.
  ///
  /// With `pretty` each element and each member has a line of its own, indented by two spaces for each level:
  ///
  /// ```json
  /// {
  ///   "name": "Ada",
  ///   "tags": []
  /// }
  /// ```
  public static func bytes(of value: JSON, pretty: Bool = false) -> [UInt8] {
    var text = TextBuffer()
    write(value, into: &text, indentation: pretty ? 0 : nil)
    return text.bytes
  }

  /// Appends the text of a parsed value as it came.
  public static func write(_ value: JSONView, into bytes: inout [UInt8]) {
    bytes += value.bytes
  }

  /// Appends the text of a parsed value as it came.
  public static func write(_ value: JSONCursor, into bytes: inout [UInt8]) {
    bytes += value.source
  }

  private static func write(_ value: JSON, into text: inout TextBuffer, indentation: Int?) {
    switch value {
    case .null: text.append("null")
    case .bool(let value): text.append(value ? "true" : "false")
    case .number(let number): withUTF8(of: number.text) { text.append($0) }
    case .string(let string): text.append(quoted: string)
    case .array(let elements):
      text.append(Byte.openBracket)
      for (position, element) in elements.enumerated() {
        separate(position, into: &text, indentation: indentation)
        write(element, into: &text, indentation: indentation.map { $0 + 1 })
      }
      if !elements.isEmpty { breakLine(into: &text, indentation: indentation) }
      text.append(Byte.closeBracket)
    case .object(let object):
      text.append(Byte.openBrace)
      for position in 0..<object.count {
        separate(position, into: &text, indentation: indentation)
        text.append(quoted: object.keys[position])
        text.append(Byte.colon)
        if indentation != nil { text.append(Byte.space) }
        write(object.values[position], into: &text, indentation: indentation.map { $0 + 1 })
      }
      if !object.isEmpty { breakLine(into: &text, indentation: indentation) }
      text.append(Byte.closeBrace)
    }
  }

  private static func separate(_ position: Int, into text: inout TextBuffer, indentation: Int?) {
    if position > 0 { text.append(Byte.comma) }
    if let indentation { breakLine(into: &text, indentation: indentation + 1) }
  }

  private static func breakLine(into text: inout TextBuffer, indentation: Int?) {
    guard let indentation else { return }
    text.append(Byte.newline)
    for _ in 0..<2 * indentation { text.append(Byte.space) }
  }
}
