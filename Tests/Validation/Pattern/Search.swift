import DoubletValidation
import Testing

/// One row of a table of searches: the expression, a text, and whether it occurs in it.
struct Search: Sendable, CustomTestStringConvertible {
  let source: String
  let text: String
  let expected: Pattern.Verdict

  init(_ source: String, finds text: String) {
    (self.source, self.text, self.expected) = (source, text, .matches)
  }

  init(_ source: String, misses text: String) {
    (self.source, self.text, self.expected) = (source, text, .fails)
  }

  var testDescription: String { "/\(source)/ \(expected) \(text)" }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let pattern = try Pattern(source)
    #expect(pattern.matches(text) == expected, "\(testDescription)", sourceLocation: sourceLocation)
  }
}
