extension Message {
  /// `must have at least 1 item, has none`
  static func minItems(_ least: Int, has found: Int) -> String {
    "must have at least \(count(least, "item")), has \(number(found))"
  }

  /// `must have at most 2 items, has 3`
  static func maxItems(_ most: Int, has found: Int) -> String {
    "must have at most \(count(most, "item")), has \(number(found))"
  }

  /// `must not have equal items, but items 0 and 2 are equal`
  static func uniqueItems(_ first: Int, _ second: Int) -> String {
    "must not have equal items, but items \(first) and \(second) are equal"
  }

  /// `must have at least 2 items that match the schema of contains, has 1`
  static func contains(least: Int, most: Int, has found: Int) -> String {
    let rule = found < least ? "at least \(count(least, "item"))" : "at most \(count(most, "item"))"
    return
      "must have \(rule) that match\(rule.hasSuffix("item") ? "es" : "") the schema of contains, has \(number(found))"
  }

  static func number(_ number: Int) -> String { number == 0 ? "none" : "\(number)" }
}
