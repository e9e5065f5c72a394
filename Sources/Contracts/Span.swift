/// A run of neighbouring rows in another table: `start ..< start + count`.
public struct Span: Sendable, Hashable {
  /// The index of the first row.
  public var start: Int
  /// How many rows the run has.
  public var count: Int

  /// No rows.
  public static let empty = Span(start: 0, count: 0)

  /// A run of `count` rows from `start` on.
  public init(start: Int, count: Int) {
    self.start = start
    self.count = count
  }

  /// The rows' indices.
  public var indices: Range<Int> { start..<(start + count) }

  /// Whether the run has no rows.
  public var isEmpty: Bool { count == 0 }
}
