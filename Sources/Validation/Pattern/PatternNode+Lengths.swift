/// How many code points a text may have; `most` is `Int.max` where nothing bounds it.
struct PatternLengths: Hashable {
  var least: Int
  var most: Int
}

extension PatternNode {
  /// The lengths of the texts that the expression is found in: bounded from above where it is tied to both ends.
  var lengthsOfTexts: PatternLengths {
    let own = lengths
    return PatternLengths(least: own.least, most: isTied(to: .start) && isTied(to: .end) ? own.most : .max)
  }

  /// The lengths of what the node consumes.
  private var lengths: PatternLengths {
    switch self {
    case .empty, .assertion, .look: return PatternLengths(least: 0, most: 0)
    case .scalar: return PatternLengths(least: 1, most: 1)
    case .capture(_, let node): return node.lengths
    case .backReference: return PatternLengths(least: 0, most: .max)
    case .sequence(let nodes):
      let parts = nodes.map(\.lengths)
      return PatternLengths(least: parts.map(\.least).boundedSum, most: parts.map(\.most).boundedSum)
    case .alternation(let nodes):
      let parts = nodes.map(\.lengths)
      return PatternLengths(least: parts.map(\.least).min() ?? 0, most: parts.map(\.most).max() ?? 0)
    case .repetition(let node, let repetition):
      let own = node.lengths
      let most = own.most == 0 ? 0 : repetition.maximum.map { own.most.bounded(times: $0) } ?? .max
      return PatternLengths(least: own.least.bounded(times: repetition.minimum), most: most)
    }
  }

  /// Whether whatever the node matches begins where the text does, or ends where it ends.
  private func isTied(to end: PatternAssertion) -> Bool {
    switch self {
    case .assertion(let assertion): return assertion == end
    case .capture(_, let node): return node.isTied(to: end)
    case .alternation(let nodes): return nodes.allSatisfy { $0.isTied(to: end) }
    case .sequence(let nodes): return (end == .start ? nodes.first : nodes.last)?.isTied(to: end) ?? false
    case .empty, .scalar, .repetition, .look, .backReference: return false
    }
  }
}

extension Int {
  fileprivate func bounded(times count: Int) -> Int {
    let (product, isBeyond) = multipliedReportingOverflow(by: count)
    return isBeyond ? .max : product
  }
}

extension Sequence<Int> {
  fileprivate var boundedSum: Int {
    reduce(0) { sum, next in
      let (total, isBeyond) = sum.addingReportingOverflow(next)
      return isBeyond ? .max : total
    }
  }
}
