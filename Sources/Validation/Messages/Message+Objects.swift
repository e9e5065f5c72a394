extension Message {
  /// `is required`
  static let required = "is required"

  /// `is required where "billing" is given`
  static func dependentRequired(_ trigger: String) -> String { "is required where \(quoted(trigger)) is given" }

  /// `must have at least 1 member, has none`
  static func minProperties(_ least: Int, has found: Int) -> String {
    "must have at least \(count(least, "member")), has \(number(found))"
  }

  /// `must have at most 2 members, has 3`
  static func maxProperties(_ most: Int, has found: Int) -> String {
    "must have at most \(count(most, "member")), has \(number(found))"
  }

  /// `is not allowed; the members are "id", "name"`
  static func additional(known: [String]) -> String {
    known.isEmpty ? "is not allowed" : "is not allowed; the members are \(choices(known.map(quoted)))"
  }

  /// `is write-only: it must not be part of an answer`
  static let writeOnly = "is write-only: it must not be part of an answer"
}
