extension ResourceRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      schema: try reader.int(),
      key: try ValueSource.read(from: &reader),
      unique: try reader.strings(),
      parent: try reader.int(),
      isPresumed: try reader.bool(),
      nullsOmitted: try reader.bool(),
      computed: try reader.span(),
      answered: try reader.template(),
      links: try reader.span(),
      inferred: try InferredResource.read(from: &reader),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(schema)
    writer.cell(key)
    writer.cell(unique)
    writer.cell(parent)
    writer.cell(isPresumed)
    writer.cell(nullsOmitted)
    writer.cell(computed)
    writer.cell(answered)
    writer.cell(links)
    InferredResource.write(inferred, to: &writer)
    writer.cell(position)
  }
}

extension ComputedRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      member: try reader.string(),
      value: try reader.template(),
      isOnCreateOnly: try reader.bool(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(member)
    writer.cell(value)
    writer.cell(isOnCreateOnly)
    writer.cell(position)
  }
}

extension LinkRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      path: try reader.template(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(path)
    writer.cell(position)
  }
}

extension ActionRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      kind: try reader.value(),
      resource: try reader.int(),
      scheme: try reader.int(),
      find: try FindRule.read(from: &reader),
      select: try reader.source(),
      answer: try reader.template(),
      inferred: try InferredAction.read(from: &reader),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(kind.rawValue)
    writer.cell(resource)
    writer.cell(scheme)
    FindRule.write(find, to: &writer)
    writer.cell(select)
    writer.cell(answer)
    InferredAction.write(inferred, to: &writer)
    writer.cell(position)
  }
}

extension FindRule {
  /// A rule, or its absence, in two cells.
  static func read(from reader: inout TableReader) throws(TableError) -> FindRule? {
    let source = try reader.source()
    let separator = try reader.string()
    return source.map { FindRule(source: $0, separator: separator) }
  }

  static func write(_ rule: FindRule?, to writer: inout TableWriter) {
    writer.cell(rule?.source)
    writer.cell(rule?.separator ?? "")
  }
}

extension ValueSource {
  /// A source that must be there.
  static func read(from reader: inout TableReader) throws(TableError) -> ValueSource {
    guard let source = try reader.source() else { throw reader.error("a source such as path.id") }
    return source
  }
}
