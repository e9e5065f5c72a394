import DoubletContracts

extension Program {
  /// The same program, but that one schema asks what it asks in other tables. They differ in what that schema asks, and in
  /// nothing else.
  func replacing(_ schema: Int, from tables: SchemaTables) -> Program {
    var builder = ProgramBuilder(tables, continuing: rows.pointee)
    builder.lowerAgain(schema)
    return Program(
      source: tables,
      rows: builder.rows(tables.scopes, rows.pointee.formats.rows),
      patterns: patterns,
      numbers: numbers
    )
  }
}
