import DoubletJSON

extension Message {
  /// The most characters of a value that a message shows.
  static let longestValue = 60

  /// A value as a message shows it: strings in quotes, long ones cut, `an object` instead of its members.
  static func value(_ value: JSONCursor) -> String {
    switch value.kind {
    case .null: "null"
    case .boolean: value.isTrue ? "true" : "false"
    case .number: shortened(number(value))
    case .string: quoted(text(value))
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// A value with the name of its type: `the number 5`, `the string "a"`.
  static func typedValue(_ value: JSONCursor) -> String {
    switch value.kind {
    case .number: "the number \(self.value(value))"
    case .string: "the string \(self.value(value))"
    default: self.value(value)
    }
  }

  /// A value of a schema, such as one of an `enum`.
  static func value(_ value: JSON) -> String {
    switch value {
    case .string(let string): quoted(string)
    default: shortened(escaped(value.text()))
    }
  }

  /// A string in quotes, cut and with escapes for what cannot be seen.
  static func quoted(_ string: String) -> String {
    let isLong = string.unicodeScalars.count > longestValue
    let shown = isLong ? String(String.UnicodeScalarView(string.unicodeScalars.prefix(longestValue))) : string
    return "\"\(escaped(shown, quote: true))\(isLong ? "…" : "")\""
  }

  private static func shortened(_ text: String) -> String {
    guard text.unicodeScalars.count > longestValue else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestValue))) + "…"
  }

  /// At most as many bytes are decoded as can be shown, however long the number is.
  private static func number(_ value: JSONCursor) -> String {
    String(decoding: value.utf8.prefix(longestValue + 1), as: UTF8.self)
  }

  /// The characters of a string, or as many of them as can be shown.
  private static func text(_ value: JSONCursor) -> String {
    guard !value.entry.isEscaped, value.utf8.count > 4 * (longestValue + 1) else { return value.string }
    // A code point has at most four bytes. One that is cut in two lies beyond what is shown.
    return String(decoding: value.utf8.prefix(4 * (longestValue + 1)), as: UTF8.self)
  }

  /// The text with escapes for controls, line breaks and marks that turn the direction of writing, which would let a
  /// value change how a terminal shows the rest.
  private static func escaped(_ text: String, quote: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case "\"" where quote, "\\" where quote: escaped += "\\\(scalar)"
      case _ where isInvisible(scalar): escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
