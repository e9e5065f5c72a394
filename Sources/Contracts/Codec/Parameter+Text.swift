extension ParameterRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      location: try reader.value(),
      isRequired: try reader.bool(),
      style: try reader.value(),
      isExploded: try reader.bool(),
      allowsReserved: try reader.bool(),
      allowsEmpty: try reader.bool(),
      schema: try reader.int(),
      mediaType: try reader.string(),
      encodings: try reader.span(),
      isDeprecated: try reader.bool(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(location.rawValue)
    writer.cell(isRequired)
    writer.cell(style.rawValue)
    writer.cell(isExploded)
    writer.cell(allowsReserved)
    writer.cell(allowsEmpty)
    writer.cell(schema)
    writer.cell(mediaType)
    writer.cell(encodings)
    writer.cell(isDeprecated)
    writer.cell(position)
  }
}
