public import DoubletJSON

/// Writes rows as text: a line a row, cells parted by tabs. The text holds nothing that a raw Swift string literal could
/// trip over, so the build can put it into one as it stands.
public struct TableWriter {
  /// What was written so far.
  public private(set) var text = ""
  private var isAtStartOfLine = true

  /// A writer that has written nothing.
  public init() {}

  /// Writes the table's line, its name and the number of its rows, and then the rows.
  mutating func table<Row: TableRow>(_ name: String, _ rows: [Row]) {
    cell(name)
    cell(rows.count)
    endLine()
    for row in rows {
      row.write(to: &self)
      endLine()
    }
  }

  /// Ends the row.
  public mutating func endLine() {
    text.append("\n")
    isAtStartOfLine = true
  }

  /// Writes a text.
  public mutating func cell(_ value: String) {
    separate()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": text.append("\\\\")
      case "\t": text.append("\\t")
      case "\n": text.append("\\n")
      case "\r": text.append("\\r")
      case "#": text.append("\\h")  // `"""#` would end a raw literal, `\#(` would interpolate
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{FEFF}": text.append("\\u\(String(scalar.value, radix: 16));")
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Writes a number.
  public mutating func cell(_ value: Int) {
    separate()
    text.append(String(value))
  }

  /// Writes a truth.
  public mutating func cell(_ value: Bool) { cell(value ? 1 : 0) }

  /// Writes a run.
  public mutating func cell(_ value: Span) {
    cell(value.start)
    cell(value.count)
  }

  /// Writes a place.
  public mutating func cell(_ value: SourcePosition) {
    cell(value.file)
    cell(value.line)
    cell(value.column)
  }

  /// Writes texts, their number first.
  public mutating func cell(_ values: [String]) {
    cell(values.count)
    for value in values { cell(value) }
  }

  /// Writes a JSON value.
  public mutating func cell(_ value: JSON) { cell(value.text()) }

  /// Writes a template; the empty text is no template.
  public mutating func cell(_ value: Template) { cell(value.json?.text() ?? "") }

  /// Writes where a value comes from; the empty text is nowhere.
  public mutating func cell(_ value: ValueSource?) { cell(value?.description ?? "") }

  private mutating func separate() {
    if !isAtStartOfLine { text.append("\t") }
    isAtStartOfLine = false
  }
}

/// A row of a table, as text: ``write(to:)`` writes the cells that ``init(from:)`` reads, in the same order.
protocol TableRow: Sendable {
  /// Reads the cells of one line.
  init(from reader: inout TableReader) throws(TableError)
  /// Writes the cells of one line.
  func write(to writer: inout TableWriter)
}
