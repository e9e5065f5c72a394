extension PatternParser {
  /// Reads an escape outside a class (ECMA-262, AtomEscape); the next code point is the backslash.
  mutating func parseAtomEscape() throws(PatternError) -> PatternNode {
    let start = index
    index += 1
    guard let next = peek else {
      throw error("the expression ends in a backslash", at: start, remedy: "escape it as '\\\\'")
    }
    switch next {
    case "b":
      index += 1
      return .assertion(.wordBoundary)
    case "B":
      index += 1
      return .assertion(.noWordBoundary)
    case "1"..."9": if let reference = try parseNumberedReference(from: start) { return reference }
    case "k": if let reference = try parseNamedReference(from: start) { return reference }
    default: break
    }
    if let set = try parseClassEscape() { return .scalar(set) }
    return .scalar(ScalarSet(try parseCharacterEscape(from: start, isInClass: false)))
  }

  private mutating func parseNumberedReference(from start: Int) throws(PatternError) -> PatternNode? {
    guard let group = readNumber() else { return nil }
    if group <= groupCount {
      hasBackReference = true
      return .backReference(group)
    }
    if isLegacy {
      index = start + 1
      return nil
    }
    throw error(
      "'\\\(group)' refers to a group that does not exist",
      at: start,
      remedy: "the expression has \(groupCount) capturing groups; correct the number"
    )
  }

  private mutating func parseNamedReference(from start: Int) throws(PatternError) -> PatternNode? {
    if isLegacy && names.isEmpty { return nil }
    index += 1
    guard take("<") else {
      throw error("'\\k' is followed by no name", at: start, remedy: "write \\k<name>")
    }
    let name = try readGroupName()
    guard let group = names[name] else {
      throw error("there is no group named '\(name)'", at: start, remedy: "name one with (?<\(name)>…)")
    }
    hasBackReference = true
    return .backReference(group)
  }

  /// Reads `\d`, `\p{…}` and their kin after the backslash; nil when something else comes.
  mutating func parseClassEscape() throws(PatternError) -> ScalarSet? {
    let ranges: [ScalarRange]
    let isInverted: Bool
    switch peek {
    case "d": (ranges, isInverted) = (ScalarSet.digits, false)
    case "D": (ranges, isInverted) = (ScalarSet.digits, true)
    case "w": (ranges, isInverted) = (ScalarSet.word, false)
    case "W": (ranges, isInverted) = (ScalarSet.word, true)
    case "s": (ranges, isInverted) = (ScalarSet.space, false)
    case "S": (ranges, isInverted) = (ScalarSet.space, true)
    case "p", "P": return try parseProperty()
    default: return nil
    }
    index += 1
    return ScalarSet(ranges: ranges, isInverted: isInverted)
  }

  /// Reads an escape that stands for one code point, after the backslash (ECMA-262, CharacterEscape).
  mutating func parseCharacterEscape(from start: Int, isInClass: Bool) throws(PatternError) -> UInt32 {
    guard let next = peek else {
      throw error("the expression ends in a backslash", at: start, remedy: "escape it as '\\\\'")
    }
    index += 1
    switch next {
    case "t": return 0x09
    case "n": return 0x0A
    case "v": return 0x0B
    case "f": return 0x0C
    case "r": return 0x0D
    case "c":
      if let value = readControl(isInClass: isInClass) { return value }
    case "x":
      if let value = readHexadecimal(digits: 2) { return value }
    case "u":
      if let value = readUnicodeEscape() { return value }
    case "0"..."7":
      if let value = readOctal() { return value }
    case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return next.value
    case "-" where isInClass: return 0x2D
    default: break
    }
    if isLegacy {
      if next != "c" { return next.value }
      // Annex B: a backslash before a 'c' that controls nothing is itself.
      index -= 1
      return 0x5C
    }
    throw error(
      "'\\\(next)' is no escape",
      at: start,
      remedy: "write '\(next)' without the backslash, or complete the escape"
    )
  }
}
