import DoubletContracts
import DoubletJSON

/// What is asked of a number.
struct NumberDemand {
  /// A limit on one side.
  struct Bound {
    let limit: JSONNumber
    let isExclusive: Bool

    init(_ limit: JSONNumber, isExclusive: Bool) {
      self.limit = limit
      self.isExclusive = isExclusive
    }
  }

  var lower: [Bound] = []
  var upper: [Bound] = []
  var factors: [JSONNumber] = []
  var formats: [Format] = []

  /// Whether nothing is asked.
  var isEmpty: Bool { lower.isEmpty && upper.isEmpty && factors.isEmpty && formats.isEmpty }

  /// Whether a number keeps every rule.
  func accepts(_ number: JSONNumber, _ types: JSONTypes) -> Bool {
    types.contains(number.isInteger ? .integer : JSONTypes.number.subtracting(.integer))
      && lower.allSatisfy { bound in
        let order = number.compare(with: bound.limit)
        return order == .greater || (order == .equal && !bound.isExclusive)
      }
      && upper.allSatisfy { bound in
        let order = number.compare(with: bound.limit)
        return order == .less || (order == .equal && !bound.isExclusive)
      }
      && factors.allSatisfy { number.isMultiple(of: $0) }
      && formats.allSatisfy { $0.acceptsNumber(integer: number.int, double: number.double) }
  }

  /// Numbers to try, the preferred one first, each moved to where the rules allow it. With a `repetition` they start as
  /// many steps later.
  func candidates(preferring preferred: JSONNumber, _ types: JSONTypes, repetition: Int) -> [JSONNumber] {
    let common = [preferred, JSONNumber(0.5), JSONNumber(0)]
    let grid = NumberGrid(self, types)
    let fitted = grid.map { grid in common.compactMap { grid.nearest(to: $0, skipping: repetition) } } ?? []
    // A number between the whole ones is at most a few steps away.
    let between = types.contains(.integer) ? [] : (1...9).compactMap { grid?.nearest(to: preferred, skipping: $0) }
    var plain = between + common + factors
    plain += lower.map(\.limit) + upper.map(\.limit)
    return repetition == 0 ? [preferred] + fitted + plain : fitted + plain
  }
}
