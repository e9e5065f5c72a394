extension SecuritySchemeRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      id: try reader.string(),
      kind: try reader.value(),
      name: try reader.string(),
      token: try TokenForm.read(from: &reader),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(id)
    writer.cell(kind.rawValue)
    writer.cell(name)
    TokenForm.write(token, to: &writer)
    writer.cell(position)
  }
}

extension AlternativeRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      requirements: try reader.span()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(requirements)
  }
}

extension RequirementRow: TableRow {
  init(from reader: inout TableReader) throws(TableError) {
    self.init(
      scheme: try reader.int(),
      scopes: try reader.strings(),
      position: try reader.position()
    )
  }

  func write(to writer: inout TableWriter) {
    writer.cell(scheme)
    writer.cell(scopes)
    writer.cell(position)
  }
}

extension TokenForm {
  /// A token's form, or its absence, in three cells: a length of 0 is none.
  static func read(from reader: inout TableReader) throws(TableError) -> TokenForm? {
    let form = TokenForm(length: try reader.int(), alphabet: try reader.string(), idleSeconds: try reader.int())
    return form.length == 0 ? nil : form
  }

  static func write(_ form: TokenForm?, to writer: inout TableWriter) {
    writer.cell(form?.length ?? 0)
    writer.cell(form?.alphabet ?? "")
    writer.cell(form?.idleSeconds ?? 0)
  }
}
