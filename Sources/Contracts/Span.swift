/// A run of neighbouring rows in another table: `start ..< start + count`.
public struct Span: Sendable, Hashable {
  // Rows hold many runs, and requests read many rows: a run takes half of what two numbers would.
  private var first: UInt32
  private var length: UInt32

  /// The index of the first row.
  public var start: Int {
    get { Int(first) }
    set { first = UInt32(newValue) }
  }

  /// How many rows the run has.
  public var count: Int {
    get { Int(length) }
    set { length = UInt32(newValue) }
  }

  /// No rows.
  public static let empty = Span(start: 0, count: 0)

  /// A run of `count` rows from `start` on.
  public init(start: Int, count: Int) {
    first = UInt32(start)
    length = UInt32(count)
  }

  /// The rows' indices.
  public var indices: Range<Int> { start..<(start + count) }

  /// Whether the run has no rows.
  public var isEmpty: Bool { count == 0 }
}
