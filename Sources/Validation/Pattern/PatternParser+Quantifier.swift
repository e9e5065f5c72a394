extension PatternParser {
  /// Reads the quantifier after an atom, if there is one (ECMA-262, Quantifier).
  mutating func parseQuantifier(of atom: PatternNode, isAssertion: Bool) throws(PatternError) -> PatternNode {
    let position = index
    guard let (minimum, maximum) = try parseBounds() else { return atom }
    if isAssertion {
      throw error(
        "an assertion cannot be repeated, yet '\(PatternGroupScan.string(scalars[position..<index]))' follows one",
        at: position,
        remedy: "remove the quantifier, or put a group around what should repeat"
      )
    }
    if let maximum, maximum < minimum {
      throw error("the bounds {\(minimum),\(maximum)} are out of order", at: position, remedy: "swap them")
    }
    let isLazy = take("?")
    if minimum == 1 && maximum == 1 { return atom }
    return .repetition(
      atom,
      PatternRepetition(minimum: minimum, maximum: maximum, isLazy: isLazy, position: position)
    )
  }

  private mutating func parseBounds() throws(PatternError) -> (Int, Int?)? {
    switch peek {
    case "*":
      index += 1
      return (0, nil)
    case "+":
      index += 1
      return (1, nil)
    case "?":
      index += 1
      return (0, 1)
    case "{":
      if let bounds = readBraces() { return bounds }
      if isLegacy { return nil }
      throw error("incomplete quantifier '{'", remedy: "write {n}, {n,} or {n,m}, or escape the brace as '\\{'")
    default: return nil
    }
  }

  /// Whether a well-formed `{n,m}` comes next.
  var startsQuantifier: Bool {
    var probe = self
    return probe.readBraces() != nil
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; consumes nothing when the braces hold something else.
  private mutating func readBraces() -> (Int, Int?)? {
    let start = index
    guard take("{"), let minimum = readNumber() else {
      index = start
      return nil
    }
    var maximum: Int? = minimum
    if take(",") { maximum = readNumber() }
    guard take("}") else {
      index = start
      return nil
    }
    return (minimum, maximum)
  }

  /// Reads decimal digits; a number too great for any program stays at the greatest that is still refused.
  mutating func readNumber() -> Int? {
    var result: Int?
    while index < scalars.count, case 0x30...0x39 = scalars[index] {
      result = min((result ?? 0) * 10 + Int(scalars[index] - 0x30), 1_000_000_000)
      index += 1
    }
    return result
  }
}
