/// Rows of text in columns.
struct TextTable {
  /// The heads of the columns; without any, the table has no head.
  var heads: [String] = []
  /// The rows, each with a cell a column.
  var rows: [[String]] = []

  /// The lines, without blanks at their ends.
  func lines(indent: String = "") -> [String] {
    let all = heads.isEmpty ? rows : [heads] + rows
    let count = all.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return all.map { row in
      let line = zip(row, widths).map { Self.padded($0, to: $1) }.joined(separator: "  ")
      return indent + String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A text with blanks up to a width.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
