extension PatternNode {
  /// The least number of code points that the node consumes, as far as its structure tells.
  var shortest: Int {
    switch self {
    case .empty, .assertion, .look, .backReference: return 0
    case .scalar: return 1
    case .sequence(let nodes): return nodes.reduce(0) { min($0 + $1.shortest, 1 << 20) }
    case .alternation(let nodes): return nodes.map(\.shortest).min() ?? 0
    case .repetition(let node, let repetition):
      return min(node.shortest.multipliedReportingOverflow(by: repetition.minimum).partialValue, 1 << 20)
    case .capture(_, let node): return node.shortest
    }
  }

  /// Whether the last thing of the node is the end of the text.
  var endsAtEnd: Bool {
    switch self {
    case .assertion(let assertion): assertion == .end
    case .sequence(let nodes): nodes.last?.endsAtEnd == true
    case .alternation(let nodes): nodes.contains(where: \.endsAtEnd)
    case .capture(_, let node): node.endsAtEnd
    default: false
    }
  }

  /// Whether the first thing of the node is the start of the text.
  var startsAtStart: Bool {
    switch self {
    case .assertion(let assertion): assertion == .start
    case .sequence(let nodes): nodes.first?.startsAtStart == true
    case .alternation(let nodes): nodes.contains(where: \.startsAtStart)
    case .capture(_, let node): node.startsAtStart
    default: false
    }
  }

  /// The characters of the shortest text that the node may match, without those that could be any.
  var leastCharacters: [UInt32] {
    switch self {
    case .scalar(let set): return [(0x21...0x7E).first(where: set.contains) ?? set.ranges.first?.lower ?? 0x61]
    case .sequence(let nodes): return nodes.flatMap(\.leastCharacters)
    case .alternation(let nodes): return nodes.min { $0.shortest < $1.shortest }?.leastCharacters ?? []
    case .repetition(let node, let repetition):
      return (0..<min(repetition.minimum, 64)).flatMap { _ in node.leastCharacters }
    case .capture(_, let node): return node.leastCharacters
    case .empty, .assertion, .look, .backReference: return []
    }
  }
}
