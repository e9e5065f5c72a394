import DoubletContracts
import DoubletJSON
import Synchronization

/// Judging the journals of several sandboxes together.
extension Fake {
  /// Judges expectations by all that the journals of these sandboxes hold, in their order.
  ///
  /// - Throws: an expectation that names an operation that is not there, which would hold or fail whatever happens; an
  ///   order across sandboxes, which share no order.
  public func judge(_ expectations: [Expectation], in sandboxes: [String]) throws(FakeError) -> [Verdict] {
    for (index, expectation) in expectations.enumerated() {
      try check(expectation, at: index)
      if case .order = expectation, sandboxes.count > 1 {
        throw FakeError("/\(index): sandboxes share no order; judge each of them by itself.")
      }
    }
    var exchanges: [Exchange] = []
    var evicted = 0
    for name in sandboxes {
      exchanges += self.exchanges(of: name)
      // Counted after the walk, so that what it missed is counted.
      evicted += self.evicted(of: name)
    }
    return expectations.map { $0.judge(exchanges, evicted: evicted) }
  }

  private func check(_ expectation: Expectation, at index: Int) throws(FakeError) {
    let patterns: [ExchangePattern] =
      switch expectation {
      case .count(let pattern, _, _), .never(let pattern): [pattern]
      case .order(let patterns): patterns
      }
    let ids = contracts.flatMap { served in
      served.contract.operations.flatMap { [$0.id, "\(served.name)/\($0.id)"] }
    }
    for pattern in patterns {
      guard let id = pattern.operation, !ids.contains(id) else { continue }
      let error = FakeError.unknown("operation", id, among: ids)
      throw FakeError("/\(index): \(error.description)")
    }
  }
}
