extension PatternNode {
  /// An upper bound of the instructions the node compiles to.
  ///
  /// - Throws: ``PatternError`` at the innermost quantifier whose expansion alone passes the limit.
  func checkedSize() throws(PatternError) -> Int {
    switch self {
    case .empty: return 0
    case .scalar, .assertion, .backReference: return 1
    case .sequence(let nodes), .alternation(let nodes):
      var size = 0
      for node in nodes { size += try node.checkedSize() + 2 }
      return try Self.check(size, at: 0)
    case .capture(_, let node), .look(_, let node): return try node.checkedSize() + 2
    case .repetition(let node, let repetition):
      let copies = max(repetition.minimum + (repetition.maximum == nil ? 1 : 0), repetition.maximum ?? 0)
      // A copy may need a split, a mark with its check, and the clearing of groups.
      let overhead = 1 + (node.canBeEmpty ? 2 : 0) + (node.groups == nil ? 0 : 1)
      let (size, overflow) = (try node.checkedSize() + overhead).multipliedReportingOverflow(by: copies)
      return try Self.check(overflow ? .max : size, at: repetition.position)
    }
  }

  private static func check(_ size: Int, at position: Int) throws(PatternError) -> Int {
    guard size <= PatternCompiler.instructionLimit else {
      throw PatternError(
        "the expression grows beyond \(PatternCompiler.instructionLimit) steps when its repetitions are written out",
        at: position,
        remedy: "lower the counts, or bound the length with 'maxLength' instead"
      )
    }
    return size
  }

  /// The numbers of the groups inside the node, which are consecutive; nil for none.
  var groups: ClosedRange<Int>? {
    switch self {
    case .empty, .scalar, .assertion, .backReference: return nil
    case .sequence(let nodes), .alternation(let nodes):
      var result: ClosedRange<Int>?
      for node in nodes { result = Self.union(result, node.groups) }
      return result
    case .look(_, let node), .repetition(let node, _): return node.groups
    case .capture(let group, let node): return Self.union(group...group, node.groups)
    }
  }

  private static func union(_ left: ClosedRange<Int>?, _ right: ClosedRange<Int>?) -> ClosedRange<Int>? {
    guard let left, let right else { return left ?? right }
    return min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
  }
}
