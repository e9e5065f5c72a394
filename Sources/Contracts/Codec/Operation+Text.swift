extension OperationRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      id: try reader.string(),
      method: try reader.string(),
      path: try reader.string(),
      servers: try reader.span(),
      parameters: try reader.span(),
      body: try reader.int(),
      responses: try reader.span(),
      security: try reader.span(),
      action: try reader.int(),
      problems: try reader.span(),
      isDeprecated: try reader.bool(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(id)
    writer.cell(method)
    writer.cell(path)
    writer.cell(servers)
    writer.cell(parameters)
    writer.cell(body)
    writer.cell(responses)
    writer.cell(security)
    writer.cell(action)
    writer.cell(problems)
    writer.cell(isDeprecated)
    writer.cell(position)
  }
}

extension ServerRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      path: try reader.string(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(path)
    writer.cell(position)
  }
}
