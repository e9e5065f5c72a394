extension PatternParser {
  /// Reads `p{…}` or `P{…}` after the backslash (ECMA-262, UnicodePropertyValueExpression).
  ///
  /// A property this library does not know is an error in both readings: taking it as the letter 'p', as Annex B would,
  /// turns a typo into a pattern that matches nothing anyone meant. Nil, in legacy reading, without braces.
  mutating func parseProperty() throws(PatternError) -> ScalarSet? {
    let start = index - 1
    let isInverted = peek == "P"
    index += 1
    guard let content = readPropertyText() else {
      index -= 1
      if isLegacy { return nil }
      throw error(
        "'\\p' is followed by no property",
        at: start,
        remedy: "write it as in \\p{Letter} or \\p{Script=Greek}"
      )
    }
    guard let set = Self.set(named: content, isInverted: isInverted) else {
      throw error(
        "the Unicode property '\(content)' is not supported",
        at: start,
        remedy: "use a general category, a binary property, or one of the scripts \(Script.list)"
      )
    }
    return set
  }

  private mutating func readPropertyText() -> String? {
    let start = index
    guard take("{") else { return nil }
    var content = ""
    while let next = peek, next != "}" {
      content.unicodeScalars.append(next)
      index += 1
    }
    if take("}") { return content }
    index = start
    return nil
  }

  private static func set(named content: String, isInverted: Bool) -> ScalarSet? {
    let parts = content.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2 {
      switch parts[0] {
      case "General_Category", "gc": return category(parts[1], isInverted: isInverted)
      case "Script", "sc":
        return Script(name: parts[1]).map { ScalarSet(ranges: $0.ranges, isInverted: isInverted) }
      case "Script_Extensions", "scx":
        return Script(name: parts[1]).map { ScalarSet(ranges: $0.ranges + $0.extensions, isInverted: isInverted) }
      default: return nil
      }
    }
    switch content {
    case "Any": return ScalarSet(ranges: [ScalarRange(0, 0x10FFFF)], isInverted: isInverted)
    case "ASCII": return ScalarSet(ranges: [ScalarRange(0, 0x7F)], isInverted: isInverted)
    case "Assigned": return test(.category(.all.subtracting(.unassigned)), isInverted)
    default:
      if let set = category(content, isInverted: isInverted) { return set }
      return BinaryProperty(name: content).map { test(.binary($0), isInverted) }
    }
  }

  private static func category(_ name: String, isInverted: Bool) -> ScalarSet? {
    CategorySet(name: name).map { test(.category($0), isInverted) }
  }

  private static func test(_ property: UnicodeProperty, _ isInverted: Bool) -> ScalarSet {
    ScalarSet(ranges: [], properties: [PropertyTest(property: property, isInverted: isInverted)])
  }
}
