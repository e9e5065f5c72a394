/// What parsing an expression yields.
struct ParsedPattern: Sendable {
  let root: PatternNode
  let groupCount: Int
  let hasBackReference: Bool
  let hasLook: Bool
  let isLegacy: Bool
}

/// A recursive-descent parser of ECMA-262 section 22.2.1 (Patterns).
///
/// One parser serves both readings: strict is `u` mode; legacy is Annex B.1.2, tried only after strict failed. In legacy
/// reading, escapes and classes that `u` mode understands keep that meaning, since a schema author wrote them for it.
///
/// Disjunction → Alternative → Term; facets hold quantifiers, groups, escapes, classes and properties.
struct PatternParser {
  /// How deep groups may nest, a bound for the parser's own recursion.
  static let depthLimit = 200

  let scalars: [UInt32]
  let isLegacy: Bool
  let groupCount: Int
  /// Group names in order of appearance, with their numbers.
  let names: [String: Int]

  var index = 0
  var depth = 0
  var openedGroups = 0
  var hasBackReference = false
  var hasLook = false

  static func parse(_ source: String) throws(PatternError) -> ParsedPattern {
    let scalars = source.unicodeScalars.map(\.value)
    do {
      var parser = try PatternParser(scalars, isLegacy: false)
      return try parser.parse()
    } catch {
      // The legacy reading's error is the one to report: what it refuses must be fixed in any case.
      var parser = try PatternParser(scalars, isLegacy: true)
      return try parser.parse()
    }
  }

  /// Whether the source is a valid `u`-mode expression, which is what the `regex` format asks.
  static func isStrictlyValid(_ source: String) -> Bool {
    do {
      var parser = try PatternParser(source.unicodeScalars.map(\.value), isLegacy: false)
      _ = try parser.parse()
      return true
    } catch {
      return false
    }
  }

  private init(_ scalars: [UInt32], isLegacy: Bool) throws(PatternError) {
    let groups = try PatternGroupScan.scan(scalars)
    self.scalars = scalars
    self.isLegacy = isLegacy
    groupCount = groups.count
    names = groups.names
  }

  private mutating func parse() throws(PatternError) -> ParsedPattern {
    let root = try parseDisjunction()
    if index < scalars.count {
      throw error("unmatched ')'", remedy: "escape it as '\\)' or open a group before it")
    }
    return ParsedPattern(
      root: root,
      groupCount: groupCount,
      hasBackReference: hasBackReference,
      hasLook: hasLook,
      isLegacy: isLegacy
    )
  }

  mutating func parseDisjunction() throws(PatternError) -> PatternNode {
    var alternatives = [try parseAlternative()]
    while take("|") { alternatives.append(try parseAlternative()) }
    return alternatives.count == 1 ? alternatives[0] : .alternation(alternatives)
  }

  private mutating func parseAlternative() throws(PatternError) -> PatternNode {
    var terms: [PatternNode] = []
    while let next = peek, next != "|", next != ")" { terms.append(try parseTerm()) }
    switch terms.count {
    case 0: return .empty
    case 1: return terms[0]
    default: return .sequence(terms)
    }
  }

  private mutating func parseTerm() throws(PatternError) -> PatternNode {
    // The tree does not show a group that does not capture, yet `(?:$)?` is valid where `$?` is not.
    let isGroup = starts(with: "(?:")
    let atom = try parseAtom()
    let isAssertion: Bool
    switch atom {
    case _ where isGroup: isAssertion = false
    case .assertion: isAssertion = true
    case .look(let look, _): isAssertion = look.isBehind || !isLegacy
    default: isAssertion = false
    }
    return try parseQuantifier(of: atom, isAssertion: isAssertion)
  }

  private mutating func parseAtom() throws(PatternError) -> PatternNode {
    guard let next = peek else { return .empty }
    switch next {
    case "^":
      index += 1
      return .assertion(.start)
    case "$":
      index += 1
      return .assertion(.end)
    case ".":
      index += 1
      return .scalar(.dot)
    case "(": return try parseGroup()
    case "[": return .scalar(try parseClass())
    case "\\": return try parseAtomEscape()
    case "*", "+", "?":
      throw error("nothing to repeat before '\(next)'", remedy: "escape it as '\\\(next)' or remove it")
    case "{":
      if !isLegacy || startsQuantifier {
        throw error("nothing to repeat before '{'", remedy: "escape it as '\\{' to mean the character")
      }
    case "]", "}":
      if !isLegacy { throw error("unmatched '\(next)'", remedy: "escape it as '\\\(next)'") }
    default: break
    }
    defer { index += 1 }
    return .scalar(ScalarSet(scalars[index]))
  }
}

// MARK: - Reading

extension PatternParser {
  /// The next code point, nil at the end. (Lone surrogates do not occur in a `String`.)
  var peek: Unicode.Scalar? {
    index < scalars.count ? Unicode.Scalar(scalars[index]) : nil
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    index += 1
    return true
  }

  mutating func take(text: StaticString) -> Bool {
    guard starts(with: text) else { return false }
    index += text.utf8CodeUnitCount
    return true
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { scalars[index...].starts(with: $0.lazy.map(UInt32.init)) }
  }

  func error(_ problem: String, at position: Int? = nil, remedy: String) -> PatternError {
    PatternError(problem, at: position ?? index, remedy: remedy)
  }
}
