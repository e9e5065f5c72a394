import DoubletJSON

extension SchemaTables {
  func write(to writer: inout TableWriter) {
    writer.table("schemas", schemas)
    writer.table("instructions", zip(instructions, positions).map(PlacedInstruction.init))
    writer.table("children", children.map(Cell.init))
    writer.table("objects", objects)
    writer.table("properties", properties)
    writer.table("patternProperties", patternProperties)
    writer.table("names", names.map(Cell.init))
    writer.table("values", values.map(Cell.init))
    writer.table("numbers", numbers.map { Cell($0.text) })
    writer.table("patterns", patterns.map(Cell.init))
    writer.table("formats", formats.map(Cell.init))
    writer.table("discriminations", discriminations)
    writer.table("scopes", scopes.resources.map(Cell.init))
    writer.table("anchors", scopes.anchors)
    writer.table("schemaExamples", examples)
  }

  init(from reader: inout TableReader) throws(TableError) {
    self.init()
    schemas = try reader.table("schemas")
    let placed = try reader.table("instructions", of: PlacedInstruction.self)
    instructions = placed.map(\.instruction)
    positions = placed.map(\.position)
    children = try reader.table("children", of: Cell<Int>.self).map(\.value)
    objects = try reader.table("objects")
    properties = try reader.table("properties")
    patternProperties = try reader.table("patternProperties")
    names = try reader.table("names", of: Cell<String>.self).map(\.value)
    values = try reader.table("values", of: Cell<JSON>.self).map(\.value)
    for cell in try reader.table("numbers", of: Cell<String>.self) {
      guard let number = JSONNumber(text: cell.value) else { throw reader.error("a number") }
      numbers.append(number)
    }
    patterns = try reader.table("patterns", of: Cell<String>.self).map(\.value)
    formats = try reader.table("formats", of: Cell<String>.self).map(\.value)
    discriminations = try reader.table("discriminations")
    scopes.resources = try reader.table("scopes", of: Cell<Int>.self).map(\.value)
    scopes.anchors = try reader.table("anchors")
    examples = try reader.table("schemaExamples")
  }
}

/// An instruction with its position: they are two tables in memory and one in the text.
private struct PlacedInstruction: TableRow {
  var instruction: Instruction
  var position: SourcePosition

  init(_ instruction: Instruction, _ position: SourcePosition) {
    self.instruction = instruction
    self.position = position
  }

  init(from reader: inout TableReader) throws(TableError) {
    guard let raw = UInt8(exactly: try reader.int()), let opcode = Opcode(rawValue: raw) else {
      throw reader.error("an opcode")
    }
    instruction = Instruction(opcode, try reader.int(), try reader.int(), try reader.int())
    position = try reader.position()
  }

  func write(to writer: inout TableWriter) {
    writer.cell(Int(instruction.opcode.rawValue))
    writer.cell(Int(instruction.a))
    writer.cell(Int(instruction.b))
    writer.cell(Int(instruction.c))
    writer.cell(position)
  }
}

/// A row of a single cell.
private struct Cell<Value: CellValue>: TableRow {
  var value: Value

  init(_ value: Value) { self.value = value }

  init(from reader: inout TableReader) throws(TableError) { value = try Value.read(from: &reader) }
  func write(to writer: inout TableWriter) { value.write(to: &writer) }
}

private protocol CellValue: Sendable {
  static func read(from reader: inout TableReader) throws(TableError) -> Self
  func write(to writer: inout TableWriter)
}

extension Int: CellValue {
  fileprivate static func read(from reader: inout TableReader) throws(TableError) -> Int { try reader.int() }
  fileprivate func write(to writer: inout TableWriter) { writer.cell(self) }
}

extension String: CellValue {
  fileprivate static func read(from reader: inout TableReader) throws(TableError) -> String { try reader.string() }
  fileprivate func write(to writer: inout TableWriter) { writer.cell(self) }
}

extension JSON: CellValue {
  fileprivate static func read(from reader: inout TableReader) throws(TableError) -> JSON { try reader.json() }
  fileprivate func write(to writer: inout TableWriter) { writer.cell(self) }
}
