/// The six kinds of value that JSON has (RFC 8259, section 3).
public enum JSONKind: UInt8, Sendable {
  /// The literal `null`.
  case null
  /// The literals `true` and `false`.
  case boolean
  /// A number, with or without a fraction or an exponent.
  case number
  /// A string in quotes.
  case string
  /// A list of elements in brackets.
  case array
  /// Members, each a key and a value, in braces.
  case object
}
