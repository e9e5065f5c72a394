public import DoubletJSON

/// Why a table text cannot be read: it was cut, changed by hand, or written by another version.
public struct TableError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Line of the text, from 1.
  public var line: Int
  /// What was expected there.
  public var expected: String

  /// The sentence for a terminal.
  public var description: String {
    "line \(line) of the contract: expected \(expected); the text was cut or comes from another version of doublet, "
      + "compile the spec again"
  }
}

/// Reads what ``TableWriter`` wrote.
public struct TableReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1

  /// A reader at the start of `bytes`.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing is left.
  public var isAtEnd: Bool { offset >= bytes.count }

  /// Reads the table's line and its rows.
  mutating func table<Row: TableRow>(_ name: String, of type: Row.Type = Row.self) throws(TableError) -> [Row] {
    guard try string() == name else { throw error("table '\(name)'") }
    let count = try int()
    try endLine()
    guard count >= 0, count <= bytes.count - offset else { throw error("\(count) rows of '\(name)'") }
    var rows: [Row] = []
    rows.reserveCapacity(count)
    for _ in 0..<count {
      rows.append(try Row(from: &self))
      try endLine()
    }
    return rows
  }

  /// Skips the end of a line.
  public mutating func endLine() throws(TableError) {
    guard offset > 0, bytes[offset - 1] == UInt8(ascii: "\n") else { throw error("the end of the line") }
    line += 1
  }

  /// Reads a text.
  public mutating func string() throws(TableError) -> String {
    let cell = try nextCell()
    guard cell.contains(UInt8(ascii: "\\")) else { return String(decoding: cell, as: UTF8.self) }
    return try unescaping(cell)
  }

  /// Reads a number.
  public mutating func int() throws(TableError) -> Int {
    let cell = try nextCell()
    var value = 0
    var isNegative = false
    for (index, byte) in cell.enumerated() {
      if index == 0, byte == UInt8(ascii: "-") {
        isNegative = true
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), value < 1 << 58 else { throw error("a number") }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    guard cell.count > (isNegative ? 1 : 0) else { throw error("a number") }
    return isNegative ? -value : value
  }

  /// Reads a truth.
  public mutating func bool() throws(TableError) -> Bool { try int() != 0 }

  /// Reads a run.
  public mutating func span() throws(TableError) -> Span { Span(start: try int(), count: try int()) }

  /// Reads a place.
  public mutating func position() throws(TableError) -> SourcePosition {
    SourcePosition(file: try int(), line: try int(), column: try int())
  }

  /// Reads texts.
  public mutating func strings() throws(TableError) -> [String] {
    let count = try int()
    var values: [String] = []
    for _ in 0..<max(count, 0) { values.append(try string()) }
    return values
  }

  /// Reads a value of an enumeration.
  public mutating func value<Value: RawRepresentable>(
    _ type: Value.Type = Value.self
  ) throws(TableError) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try string()) else { throw error("a \(Value.self)") }
    return value
  }

  /// Reads a JSON value.
  public mutating func json() throws(TableError) -> JSON {
    do { return try JSON(parsing: try nextJSONText()) } catch { throw self.error("JSON") }
  }

  /// Reads a template.
  public mutating func template() throws(TableError) -> Template {
    let text = try nextJSONText()
    if text.isEmpty { return .absent }
    do { return try Template(try JSON(parsing: text)) } catch { throw self.error("a template") }
  }

  /// Reads where a value comes from.
  public mutating func source() throws(TableError) -> ValueSource? { ValueSource(try string()) }

  private mutating func nextJSONText() throws(TableError) -> [UInt8] { Array(try string().utf8) }

  /// An error at the line that is being read.
  public func error(_ expected: String) -> TableError { TableError(line: line, expected: expected) }

  private mutating func nextCell() throws(TableError) -> ArraySlice<UInt8> {
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") { return bytes[start..<(offset - 1)] }
    }
    throw error("another cell")
  }

  private func unescaping(_ cell: ArraySlice<UInt8>) throws(TableError) -> String {
    var text = ""
    var rest = String(decoding: cell, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "\\": text.append("\\")
      case "t": text.append("\t")
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "h": text.append("#")
      case "u":
        guard let end = rest.firstIndex(of: ";"), let value = UInt32(String(rest[..<end]), radix: 16),
          let scalar = Unicode.Scalar(value)
        else { throw error("an escape") }
        text.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      default: throw error("an escape")
      }
    }
    return text
  }
}
