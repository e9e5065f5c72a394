/// What the compiler has to say about a place in a document: what is wrong, and what would be right.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// The document cannot be used.
    case error
    /// The document can be used, though something in it is wrong.
    case warning
  }

  /// How bad it is.
  public var severity: Severity
  /// The path of the file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1.
  public var column: Int
  /// The sentence.
  public var message: String

  /// A message about that place.
  public init(severity: Severity, file: String, line: Int, column: Int, message: String) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The line for a terminal: `specs/rebilly.yaml:6:24: error: unknown type 'intger'; …`.
  public var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }
}
