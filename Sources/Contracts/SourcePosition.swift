/// Where in a document something stands. Every row of a contract has one, so that violations, reports and `check` can
/// point at the line that made the rule.
public struct SourcePosition: Sendable, Hashable {
  /// Index into ``ContractInfo/files``.
  public var file: Int
  /// Line, from 1; 0 when the row was inferred and stands nowhere.
  public var line: Int
  /// Column in characters, from 1.
  public var column: Int

  /// A row that stands in no document.
  public static let none = SourcePosition(file: 0, line: 0, column: 0)

  /// A place in the file of that index.
  public init(file: Int, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
