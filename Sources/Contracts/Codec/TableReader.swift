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
public struct TableReader: Sendable {
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
    String(decoding: try nextText(), as: UTF8.self)
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

  /// Reads a number that runs and positions can hold.
  private mutating func natural() throws(TableError) -> Int {
    let value = try int()
    guard UInt32(exactly: value) != nil else { throw error("a number from 0 to \(UInt32.max)") }
    return value
  }

  /// Reads a truth.
  public mutating func bool() throws(TableError) -> Bool { try int() != 0 }

  /// Reads a run.
  public mutating func span() throws(TableError) -> Span {
    Span(start: try natural(), count: try natural())
  }

  /// Reads a place.
  public mutating func position() throws(TableError) -> SourcePosition {
    SourcePosition(file: try natural(), line: try natural(), column: try natural())
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
    let text = try nextText()
    do { return try JSON(parsing: text) } catch { throw self.error("JSON") }
  }

  /// Reads a template.
  public mutating func template() throws(TableError) -> Template {
    let text = try nextText()
    if text.isEmpty { return .absent }
    do { return try Template(try JSON(parsing: text)) } catch { throw self.error("a template") }
  }

  /// Reads where a value comes from.
  public mutating func source() throws(TableError) -> ValueSource? { ValueSource(try string()) }

  /// An error at the line that is being read.
  public func error(_ expected: String) -> TableError { TableError(line: line, expected: expected) }

  /// Skips what is left of a line, and its end.
  public mutating func skipLine() {
    if offset > 0, bytes[offset - 1] != UInt8(ascii: "\n") {
      offset = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
    line += 1
  }

  /// The next cell as it was before it was escaped.
  private mutating func nextText() throws(TableError) -> ArraySlice<UInt8> {
    let cell = try nextCell()
    return cell.contains(UInt8(ascii: "\\")) ? try unescaping(cell)[...] : cell
  }

  private mutating func nextCell() throws(TableError) -> ArraySlice<UInt8> {
    let start = offset
    guard let end = bytes[start...].firstIndex(where: { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\n") }) else {
      offset = bytes.count
      throw error("another cell")
    }
    offset = end + 1
    return bytes[start..<end]
  }

  private func unescaping(_ cell: ArraySlice<UInt8>) throws(TableError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(cell.count)
    var rest = cell
    while let mark = rest.firstIndex(of: UInt8(ascii: "\\")) {
      text += rest[..<mark]
      rest = rest[(mark + 1)...]
      switch rest.popFirst() {
      case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "h"): text.append(UInt8(ascii: "#"))
      case UInt8(ascii: "u"):
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")),
          let value = UInt32(String(decoding: rest[..<end], as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(value)
        else { throw error("an escape") }
        text += String(scalar).utf8
        rest = rest[(end + 1)...]
      default: throw error("an escape")
      }
    }
    return text + rest
  }
}
