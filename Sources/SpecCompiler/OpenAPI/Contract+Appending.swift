import DoubletContracts

extension Contract {
  /// Appends rows to a table and gives their run.
  mutating func append<Row>(_ rows: [Row], to table: WritableKeyPath<Contract, [Row]>) -> Span {
    let start = self[keyPath: table].count
    self[keyPath: table] += rows
    return Span(start: rows.isEmpty ? 0 : start, count: rows.count)
  }
}
