import Testing

@testable import DoubletValidation

/// Every engine against a model that is too simple to be wrong: the set of places where a node may end.
@Suite struct PatternModelTests {
  private static let atoms = ["a", "[ab]", ".", "é", "^", "$", "\\b", ""]

  private static let expressions: [String] = {
    let starred = atoms + atoms.map { "(?:\($0))*" }
    let counted = atoms + atoms.map { "(?:\($0)){1,2}" }
    return starred.flatMap { left in counted.flatMap { ["\(left)\($0)", "(?:\(left)|\($0))+?", "(?:\(left)\($0))*a"] } }
  }()

  private static let texts: [[UInt32]] = {
    var result: [[UInt32]] = [[]]
    for length in 1...3 {
      result += result.filter { $0.count == length - 1 }.flatMap { text in [0x61, 0x62, 0xE9].map { text + [$0] } }
    }
    return result
  }()

  @Test func `the engines find what the model finds in every short text`() throws {
    for source in Self.expressions {
      let parsed = try PatternParser.parse(source)
      let pattern = try Pattern(source)
      let program = try PatternCompiler.compile(parsed)
      let guarded = try Pattern("(?=)(?:\(source))")
      // One expectation per expression: there are hundreds of thousands of searches.
      let wrong = Self.texts.filter { scalars in
        let expected: Pattern.Verdict = Self.occurs(parsed.root, in: scalars) ? .matches : .fails
        var text = PatternGroupScan.string(scalars)
        return text.withUTF8 { text in
          pattern.matches(text) != expected || ThreadSimulation.search(program, in: text) != expected
            || guarded.matches(text) != expected
        }
      }
      #expect(wrong.isEmpty, "/\(source)/")
    }
  }

  private static func occurs(_ node: PatternNode, in text: [UInt32]) -> Bool {
    (0...text.count).contains { !ends(of: node, in: text, from: $0).isEmpty }
  }

  private static func ends(of node: PatternNode, in text: [UInt32], from start: Int) -> Set<Int> {
    switch node {
    case .empty: return [start]
    case .scalar(let set): return start < text.count && set.contains(text[start]) ? [start + 1] : []
    case .sequence(let nodes): return nodes.reduce([start]) { step($1, text, from: $0) }
    case .alternation(let nodes): return nodes.reduce([]) { $0.union(ends(of: $1, in: text, from: start)) }
    case .capture(_, let node): return ends(of: node, in: text, from: start)
    case .assertion(let assertion): return holds(assertion, in: text, at: start) ? [start] : []
    case .look, .backReference: return []
    case .repetition(let node, let repetition):
      var current: Set<Int> = [start]
      for _ in 0..<repetition.minimum { current = step(node, text, from: current) }
      for _ in 0..<((repetition.maximum ?? repetition.minimum + text.count + 1) - repetition.minimum) {
        current.formUnion(step(node, text, from: current))
      }
      return current
    }
  }

  private static func step(_ node: PatternNode, _ text: [UInt32], from starts: Set<Int>) -> Set<Int> {
    starts.reduce([]) { $0.union(ends(of: node, in: text, from: $1)) }
  }

  private static func holds(_ assertion: PatternAssertion, in text: [UInt32], at index: Int) -> Bool {
    let isWord = { (index: Int) in text.indices.contains(index) && (text[index] == 0x61 || text[index] == 0x62) }
    switch assertion {
    case .start: return index == 0
    case .end: return index == text.count
    case .wordBoundary: return isWord(index - 1) != isWord(index)
    case .noWordBoundary: return isWord(index - 1) == isWord(index)
    }
  }
}
