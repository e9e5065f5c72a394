extension SchemaRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      program: try reader.span(),
      location: try reader.string(),
      position: try reader.position(),
      traits: SchemaTraits(rawValue: try reader.int())
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(program)
    writer.cell(location)
    writer.cell(position)
    writer.cell(traits.rawValue)
  }
}

extension ObjectRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(properties: try reader.span(), patterns: try reader.span(), additional: try reader.int())
  }

  func write(to writer: inout TableWriter) {
    writer.cell(properties)
    writer.cell(patterns)
    writer.cell(additional)
  }
}

extension PropertyRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      schema: try reader.int(),
      traits: SchemaTraits(rawValue: try reader.int()),
      order: try reader.int()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(schema)
    writer.cell(traits.rawValue)
    writer.cell(order)
  }
}

extension PatternPropertyRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(pattern: try reader.int(), schema: try reader.int())
  }

  func write(to writer: inout TableWriter) {
    writer.cell(pattern)
    writer.cell(schema)
  }
}

extension DiscriminationRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(value: try reader.string(), schema: try reader.int(), isDefault: try reader.bool())
  }

  func write(to writer: inout TableWriter) {
    writer.cell(value)
    writer.cell(schema)
    writer.cell(isDefault)
  }
}

extension DynamicScopes.Anchor: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(name: try reader.int(), resource: try reader.int(), schema: try reader.int())
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(resource)
    writer.cell(schema)
  }
}

extension SchemaExampleRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(schema: try reader.int(), value: try reader.json(), isDefault: try reader.bool())
  }

  func write(to writer: inout TableWriter) {
    writer.cell(schema)
    writer.cell(value)
    writer.cell(isDefault)
  }
}
