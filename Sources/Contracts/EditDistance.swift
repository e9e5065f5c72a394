/// How many letters must be put in, left out, changed, or swapped with their neighbour to make one name of another.
struct EditDistance {
  private let first: [Unicode.Scalar]
  private let second: [Unicode.Scalar]

  init(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) {
    self.first = first
    self.second = second
  }

  /// The distance; nil where it is more than `most`.
  func value(atMost most: Int) -> Int? {
    let width = second.count + 1
    // Three rows of the table: the one that is filled, the one above it, and the one above that.
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * width) { rows -> Int? in
      rows.initialize(repeating: 0)
      for column in 0..<width { rows[column] = Int32(column) }
      for row in first.indices {
        let least = fill(rows, row, above: row % 3 * width, into: (row + 1) % 3 * width, (row + 2) % 3 * width)
        // Every later row is made of this one and the one above it; of that one, by one more change.
        if least > most { return nil }
      }
      let distance = Int(rows[first.count % 3 * width + second.count])
      return distance > most ? nil : distance
    }
  }

  /// Fills a row; the least that it and the row above it can lead to.
  private func fill(
    _ rows: UnsafeMutableBufferPointer<Int32>,
    _ row: Int,
    above: Int,
    into current: Int,
    _ beforeLast: Int
  ) -> Int {
    rows[current] = Int32(row + 1)
    var least = min(rows[current], rows[above] + 1)
    for column in second.indices {
      let replaced = rows[above + column] + (first[row] == second[column] ? 0 : 1)
      var best = min(rows[above + column + 1] + 1, rows[current + column] + 1, replaced)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        best = min(best, rows[beforeLast + column - 1] + 1)
      }
      rows[current + column + 1] = best
      least = min(least, best, rows[above + column + 1] + 1)
    }
    return Int(least)
  }
}
