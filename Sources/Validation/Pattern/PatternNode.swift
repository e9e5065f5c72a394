/// The syntax tree of an expression.
///
/// Groups that do not capture, and lazy quantifiers, leave no trace in it: the first are structure only, the second
/// change which match is found first but never whether there is one. (With back-references they may, so the flag stays.)
indirect enum PatternNode: Sendable {
  case empty
  case scalar(ScalarSet)
  case sequence([PatternNode])
  case alternation([PatternNode])
  case repetition(PatternNode, PatternRepetition)
  case capture(Int, PatternNode)
  case assertion(PatternAssertion)
  case look(PatternLook, PatternNode)

  /// The groups that may hold the text: one number.
  case backReference(Int)
}

/// How often a node repeats.
struct PatternRepetition: Sendable, Hashable {
  let minimum: Int
  /// Nil for no bound.
  let maximum: Int?
  let isLazy: Bool
  /// Where the quantifier stands, for messages about its size.
  let position: Int
}

/// A condition on the place between two code points.
enum PatternAssertion: Sendable, Hashable {
  case start
  case end
  case wordBoundary
  case noWordBoundary

  /// Whether the condition holds before the byte at `position`.
  ///
  /// Word characters are ASCII (ECMA-262, WordCharacters), so looking at single bytes of UTF-8 is enough.
  @inline(__always)
  func holds(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    switch self {
    case .start: return position == 0
    case .end: return position == text.count
    case .wordBoundary: return Self.isBoundary(text, position)
    case .noWordBoundary: return !Self.isBoundary(text, position)
    }
  }

  private static func isBoundary(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let before = position > 0 && isWord(text[position - 1])
    let after = position < text.count && isWord(text[position])
    return before != after
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}

/// A look-ahead or look-behind.
struct PatternLook: Sendable, Hashable {
  let isBehind: Bool
  let isNegative: Bool
}

extension PatternNode {
  /// Whether the node can match without consuming anything. Conservative: true when unsure.
  var canBeEmpty: Bool {
    switch self {
    case .scalar: false
    case .empty, .assertion, .look, .backReference: true
    case .sequence(let nodes): nodes.allSatisfy(\.canBeEmpty)
    case .alternation(let nodes): nodes.contains(where: \.canBeEmpty)
    case .repetition(let node, let repetition): repetition.minimum == 0 || node.canBeEmpty
    case .capture(_, let node): node.canBeEmpty
    }
  }
}
