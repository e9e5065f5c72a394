import DoubletJSON

extension InferredResource {
  /// What was inferred, or its absence, which is one cell.
  static func read(from reader: inout TableReader) throws(TableError) -> InferredResource? {
    guard try reader.bool() else { return nil }
    return InferredResource(
      path: try reader.string(),
      keyMembers: try reader.strings(),
      keySchema: try reader.int(),
      selfLinks: try reader.pointers()
    )
  }

  static func write(_ inferred: InferredResource?, to writer: inout TableWriter) {
    writer.cell(inferred != nil)
    guard let inferred else { return }
    writer.cell(inferred.path)
    writer.cell(inferred.keyMembers)
    writer.cell(inferred.keySchema)
    writer.cell(inferred.selfLinks.map(\.description))
  }
}

extension InferredAction {
  /// What was inferred, or its absence, which is one cell.
  static func read(from reader: inout TableReader) throws(TableError) -> InferredAction? {
    guard try reader.bool() else { return nil }
    let sources = try reader.strings()
    return InferredAction(
      keys: try reader.all(sources, "sources such as path.id") { ValueSource($0) },
      sent: try reader.pointers().first ?? JSONPointer(),
      answer: try InferredAnswer(from: &reader),
      made: try reader.bool() ? try InferredAnswer(from: &reader) : nil,
      isUpserting: try reader.bool(),
      parameters: try reader.span(),
      members: try reader.span()
    )
  }

  static func write(_ inferred: InferredAction?, to writer: inout TableWriter) {
    writer.cell(inferred != nil)
    guard let inferred else { return }
    writer.cell(inferred.keys.map(\.description))
    writer.cell([inferred.sent.description])
    inferred.answer.write(to: &writer)
    writer.cell(inferred.made != nil)
    inferred.made?.write(to: &writer)
    writer.cell(inferred.isUpserting)
    writer.cell(inferred.parameters)
    writer.cell(inferred.members)
  }
}

extension InferredAnswer {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      held: try reader.pointers().first,
      body: try reader.int(),
      schema: try reader.int(),
      isExact: try reader.bool()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(held.map { [$0.description] } ?? [])
    writer.cell(body)
    writer.cell(schema)
    writer.cell(isExact)
  }
}

extension ListParameterRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      name: try reader.string(),
      role: try reader.value(),
      member: try reader.string(),
      standard: try reader.int()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(name)
    writer.cell(role.rawValue)
    writer.cell(member)
    writer.cell(standard)
  }
}

extension ListMemberRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    let pointer = try reader.pointers().first
    let header = try reader.string()
    let role: ListMemberRole = try reader.value()
    let schema = try reader.int()
    if let pointer {
      self.init(pointer: pointer, role: role, schema: schema)
    } else {
      self.init(header: header, role: role, schema: schema)
    }
  }

  func write(to writer: inout TableWriter) {
    writer.cell(pointer.map { [$0.description] } ?? [])
    writer.cell(header)
    writer.cell(role.rawValue)
    writer.cell(schema)
  }
}

extension TableReader {
  /// A list of pointers.
  mutating func pointers() throws(TableError) -> [JSONPointer] {
    let texts = try strings()
    return try all(texts, "JSON Pointers") { JSONPointer($0) }
  }

  /// What every text stands for.
  fileprivate func all<Value>(
    _ texts: [String],
    _ expected: String,
    _ value: (String) -> Value?
  ) throws(TableError) -> [Value] {
    let values = texts.compactMap(value)
    guard values.count == texts.count else { throw error(expected) }
    return values
  }
}
