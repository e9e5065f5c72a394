extension ProblemRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      kind: ProblemKind(rawValue: try reader.string()),
      status: try reader.int(),
      mediaType: try reader.string(),
      body: try reader.template(),
      headers: try reader.span(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(kind?.rawValue ?? "")
    writer.cell(status)
    writer.cell(mediaType)
    writer.cell(body)
    writer.cell(headers)
    writer.cell(position)
  }
}

extension QuotaRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      limit: try reader.int(),
      windowSeconds: try reader.int(),
      methods: try reader.strings(),
      operations: try reader.strings(),
      per: try reader.source(),
      headers: try reader.span(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(limit)
    writer.cell(windowSeconds)
    writer.cell(methods)
    writer.cell(operations)
    writer.cell(per)
    writer.cell(headers)
    writer.cell(position)
  }
}
