import DoubletJSON

extension Message {
  /// `must be at least 2 characters, is 1`
  static func minLength(_ least: Int, _ value: JSONCursor) -> String {
    "must be at least \(count(least, "character")), is \(length(value))"
  }

  /// `must be at most 512 characters, is 600`
  static func maxLength(_ most: Int, _ value: JSONCursor) -> String {
    "must be at most \(count(most, "character")), is \(length(value))"
  }

  private static func length(_ value: JSONCursor) -> String {
    let length = value.unicodeScalarCount
    return length == 0 ? "empty" : "\(length)"
  }

  /// `must match /^[A-Z]+$/, is "abc"`
  static func pattern(_ pattern: Pattern, _ verdict: Pattern.Verdict, _ value: JSONCursor) -> String {
    guard verdict == .undecided else { return "must match \(pattern), is \(Message.value(value))" }
    return undecided(pattern) + ", is \(Message.value(value))"
  }

  /// `must match /(a+)+\1$/, which could not be decided within the step bound`
  static func undecided(_ pattern: Pattern) -> String {
    "must match \(pattern), which could not be decided within the step bound"
  }

  /// `must be a URI (RFC 3986) with a scheme, is "not a url"`
  static func format(_ format: Format, _ value: JSONCursor) -> String {
    "must be \(format.summary), is \(Message.value(value))"
  }
}
