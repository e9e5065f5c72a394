extension UnenforcedRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      operation: try reader.int(),
      location: try reader.string(),
      field: try reader.string(),
      rule: try reader.string(),
      reason: try reader.string(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(operation)
    writer.cell(location)
    writer.cell(field)
    writer.cell(rule)
    writer.cell(reason)
    writer.cell(position)
  }
}
