/// Durations of RFC 3339, appendix A: ISO 8601 without fractions, signs, or gaps between units.
enum Durations {
  static func isDuration(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    guard cursor.take("P") else { return false }
    if isWeeks(cursor) { return true }
    guard let dates = readUnits(["Y", "M", "D"], &cursor) else { return false }
    if cursor.isAtEnd { return dates > 0 }
    guard cursor.take("T"), let times = readUnits(["H", "M", "S"], &cursor) else { return false }
    return times > 0 && cursor.isAtEnd
  }

  private static func isWeeks(_ cursor: FormatCursor) -> Bool {
    var cursor = cursor
    return cursor.skip(while: \.isDigit) > 0 && cursor.take("W") && cursor.isAtEnd
  }

  /// Reads numbers with consecutive units; how many, or nil when a number lacks the unit that may come next.
  ///
  /// The grammar nests: years may be followed by months, and those by days, so `P1Y2D` is not a duration.
  private static func readUnits(_ units: [Unicode.Scalar], _ cursor: inout FormatCursor) -> Int? {
    var count = 0
    var next: Int?
    while cursor.skip(while: \.isDigit) > 0 {
      let candidates = next.map { $0..<min($0 + 1, units.count) } ?? units.indices
      guard let unit = candidates.first(where: { cursor.take(units[$0]) }) else { return nil }
      next = unit + 1
      count += 1
    }
    return count
  }
}
