/// Where in a document something stands. Every row of a contract has one, so that violations, reports and `check` can
/// point at the line that made the rule.
public struct SourcePosition: Sendable, Hashable {
  // Every row has a position, and hardly any is read: it takes half of what three numbers would.
  private var storedFile: UInt32
  private var storedLine: UInt32
  private var storedColumn: UInt32

  /// Index into ``ContractInfo/files``.
  public var file: Int {
    get { Int(storedFile) }
    set { storedFile = UInt32(newValue) }
  }

  /// Line, from 1; 0 when the row was inferred and stands nowhere.
  public var line: Int {
    get { Int(storedLine) }
    set { storedLine = UInt32(newValue) }
  }

  /// Column in characters, from 1.
  public var column: Int {
    get { Int(storedColumn) }
    set { storedColumn = UInt32(newValue) }
  }

  /// A row that stands in no document.
  public static let none = SourcePosition(file: 0, line: 0, column: 0)

  /// A place in the file of that index.
  public init(file: Int, line: Int, column: Int) {
    storedFile = UInt32(file)
    storedLine = UInt32(line)
    storedColumn = UInt32(column)
  }
}
