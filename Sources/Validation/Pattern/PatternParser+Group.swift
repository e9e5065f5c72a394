extension PatternParser {
  /// Reads a group or a look-around; the next code point is `(`.
  mutating func parseGroup() throws(PatternError) -> PatternNode {
    let start = index
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit {
      throw error("groups nest deeper than \(Self.depthLimit)", remedy: "flatten the expression")
    }
    index += 1
    guard peek == "?" else { return try parseCapture(from: start) }
    if take(text: "?:") { return try parseBody(from: start) }
    if take(text: "?=") { return try parseLook(isBehind: false, isNegative: false, from: start) }
    if take(text: "?!") { return try parseLook(isBehind: false, isNegative: true, from: start) }
    if take(text: "?<=") { return try parseLook(isBehind: true, isNegative: false, from: start) }
    if take(text: "?<!") { return try parseLook(isBehind: true, isNegative: true, from: start) }
    if take(text: "?<") {
      _ = try readGroupName()
      return try parseCapture(from: start)
    }
    throw error(
      "'(?' opens no kind of group that ECMA-262 has",
      at: start,
      remedy: "use (?:…), (?<name>…), (?=…), (?!…), (?<=…) or (?<!…); inline flags and comments are other dialects"
    )
  }

  private mutating func parseCapture(from start: Int) throws(PatternError) -> PatternNode {
    openedGroups += 1
    let group = openedGroups
    return .capture(group, try parseBody(from: start))
  }

  private mutating func parseLook(
    isBehind: Bool,
    isNegative: Bool,
    from start: Int
  ) throws(PatternError) -> PatternNode {
    hasLook = true
    return .look(PatternLook(isBehind: isBehind, isNegative: isNegative), try parseBody(from: start))
  }

  private mutating func parseBody(from start: Int) throws(PatternError) -> PatternNode {
    let body = try parseDisjunction()
    guard take(")") else {
      throw error("unclosed group", at: start, remedy: "add the missing ')', or escape this '(' as '\\('")
    }
    return body
  }

  /// Reads a group name and its closing angle bracket (ECMA-262, RegExpIdentifierName).
  mutating func readGroupName() throws(PatternError) -> String {
    let start = index
    var name = ""
    while let next = peek, next != ">" {
      let properties = next.properties
      let isAllowed =
        next == "$" || next == "_" || (name.isEmpty ? properties.isIDStart : properties.isIDContinue)
        || (!name.isEmpty && (next == "\u{200C}" || next == "\u{200D}"))
      if !isAllowed { break }
      name.unicodeScalars.append(next)
      index += 1
    }
    guard !name.isEmpty, take(">") else {
      throw error(
        "malformed group name",
        at: start,
        remedy: "write a letter, then letters and digits, then '>'"
      )
    }
    return name
  }
}
