import DoubletContracts
public import DoubletJSON

/// Why no value can meet a schema: rules for one place in it that exclude each other.
public struct Contradiction: Sendable, Hashable {
  /// The place in the value, `*` for any element.
  public var pointer: JSONPointer
  /// What is asked there, as violations say it: `must be true`, `must be false`.
  public var rules: [String]
  /// How many alternatives of the schema there are, of which this is told of the first; 1 where it leaves no choice.
  public var alternatives = 1

  /// The same, seen from a value that holds this one.
  func below(_ token: String) -> Contradiction {
    var outer = self
    outer.pointer = JSONPointer(tokens: [token] + pointer.tokens)
    return outer
  }
}

extension Contradiction: CustomStringConvertible {
  /// `no value can meet this schema: /success must be true and must be false`
  public var description: String {
    let place = pointer.tokens.isEmpty ? "it" : pointer.description
    let reason = "\(place) \(rules.joined(separator: " and "))"
    guard alternatives > 1 else { return "no value can meet this schema: \(reason)" }
    return "no value can meet this schema, by none of its \(alternatives) alternatives: in the first \(reason)"
  }
}

extension Message {
  /// `must be a string or null`
  static func mustBe(_ types: JSONTypes) -> String { "must be \(list(types.names.map(article)))" }

  /// `must be "a"`, `must be one of "a", "b"`
  static func mustBe(_ values: [JSON]) -> String {
    let shown = values.map { Message.value($0) }
    return "must be \(shown.count == 1 ? "" : "one of ")\(choices(shown, most: 4))"
  }

  /// `must have at least 3 characters`
  static func mustHave(_ least: Int, _ most: Int, _ noun: String) -> [String] {
    ["must have at least \(count(least, noun))", "must have at most \(count(most, noun))"]
  }
}
