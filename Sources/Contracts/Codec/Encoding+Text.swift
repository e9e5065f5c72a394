extension EncodingRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      types: try reader.strings(),
      headers: try reader.span(),
      style: ParameterStyle(rawValue: try reader.string()),
      isExploded: try reader.bool(),
      allowsReserved: try reader.bool(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(types)
    writer.cell(headers)
    writer.cell(style?.rawValue ?? "")
    writer.cell(isExploded)
    writer.cell(allowsReserved)
    writer.cell(position)
  }
}
