extension ContractInfo: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      title: try reader.string(),
      version: try reader.string(),
      openapi: try reader.string(),
      files: try reader.strings(),
      problems: try reader.span()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(title)
    writer.cell(version)
    writer.cell(openapi)
    writer.cell(files)
    writer.cell(problems)
  }
}
