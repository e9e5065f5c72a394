/// A regular expression of the JSON Schema `pattern` keyword.
///
/// The dialect is ECMA-262 with the `u` flag, searched for anywhere in the text (JSON Schema Core 2020-12, section 6.4:
/// patterns "should be" valid there and are "not considered anchored"). Text is UTF-8 and is read by code point.
///
/// Building a pattern does all the work once: parse, compile, choose an engine. Matching only reads, so one value may
/// serve every request of a server.
///
///     let code = try Pattern("^[A-Z]{3}-[0-9]+$")
///     code.matches("ABC-42")  // .matches
public struct Pattern: Sendable {
  /// The expression as the document wrote it.
  public let source: String

  /// Whether the source is no `u`-mode expression and was read by the older rules of ECMA-262 Annex B.1.2.
  ///
  /// `[\w-\.]` and `\_` are such patterns. They are common in real documents and other validators may refuse them, which
  /// is why a compiler should warn. Escapes that `u` mode does know, as `\p{L}`, keep their `u` meaning.
  public let isLegacy: Bool

  /// Whether the time of a match grows only linearly with the text.
  ///
  /// False for back-references and look-around, which need backtracking; see ``Verdict/undecided``.
  public var isLinear: Bool { engine.isLinear }

  let engine: PatternEngine

  /// Compiles an expression.
  ///
  /// - Throws: ``PatternError``, whose message names the character and the remedy.
  public init(_ source: String) throws(PatternError) {
    let parsed = try PatternParser.parse(source)
    self.source = source
    self.isLegacy = parsed.isLegacy
    self.engine = try PatternEngine(for: parsed)
  }

  /// Searches the text for the expression.
  ///
  /// Linear in the length for patterns without back-references and look-around; others run by backtracking under a step
  /// bound. Patterns that compile to a table or to one repeated class, which is most of those in real documents,
  /// allocate nothing.
  public func matches(_ utf8: UnsafeBufferPointer<UInt8>) -> Verdict {
    engine.search(utf8)
  }

  /// Searches a string for the expression; the same as over its UTF-8 bytes.
  public func matches(_ string: String) -> Verdict {
    var string = string
    return string.withUTF8 { engine.search($0) }
  }
}

extension Pattern: Hashable {
  /// Whether two patterns have the same source, code point by code point.
  ///
  /// Canonically equivalent strings are equal in Swift yet differ as patterns, so the bytes are compared.
  public static func == (left: Pattern, right: Pattern) -> Bool {
    left.source.utf8.elementsEqual(right.source.utf8)
  }

  /// Feeds the source to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
  }
}

extension Pattern: CustomStringConvertible {
  /// The source between slashes, as messages quote it.
  public var description: String { "/\(source)/" }
}
