import DoubletJSON

extension BodyRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      isRequired: try reader.bool(),
      content: try reader.span(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(isRequired)
    writer.cell(content)
    writer.cell(position)
  }
}

extension MediaTypeRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      schema: try reader.int(),
      itemSchema: try reader.int(),
      examples: try reader.span(),
      encodings: try reader.span(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(schema)
    writer.cell(itemSchema)
    writer.cell(examples)
    writer.cell(encodings)
    writer.cell(position)
  }
}

extension ExampleRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      value: try reader.json(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(value)
    writer.cell(position)
  }
}

extension ResponseRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      lowest: try reader.int(),
      highest: try reader.int(),
      headers: try reader.span(),
      content: try reader.span(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(lowest)
    writer.cell(highest)
    writer.cell(headers)
    writer.cell(content)
    writer.cell(position)
  }
}

extension HeaderRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      isRequired: try reader.bool(),
      schema: try reader.int(),
      isExploded: try reader.bool(),
      mediaType: try reader.string(),
      value: try reader.template(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(isRequired)
    writer.cell(schema)
    writer.cell(isExploded)
    writer.cell(mediaType)
    writer.cell(value)
    writer.cell(position)
  }
}
