import DoubletContracts

/// Collects the rules that nothing enforces. The same rule, met by two ways, is noted once.
final class UnenforcedRules {
  /// The rules, in the order in which they were met.
  private(set) var rows: [UnenforcedRow] = []
  private var seen: Set<UnenforcedRow> = []
  /// The operation that is being compiled, or -1.
  private var operation = -1
  /// The part of it that is being compiled.
  private var location = "document"

  /// Notes a rule of what is being compiled.
  func note(_ rule: String, of field: String = "", because reason: String, at position: SourcePosition) {
    let row = UnenforcedRow(
      operation: operation,
      location: location,
      field: field,
      rule: rule,
      reason: reason,
      position: position
    )
    if seen.insert(row).inserted { rows.append(row) }
  }

  /// Does something that compiles a part of the document.
  func within<Result>(_ location: String, operation: Int? = nil, _ body: () -> Result) -> Result {
    let outer = (self.operation, self.location)
    defer { (self.operation, self.location) = outer }
    (self.operation, self.location) = (operation ?? self.operation, location)
    return body()
  }

  /// Does something whose rows are dropped again, since nothing uses what it compiles.
  func dropping(_ body: () -> Void) {
    let kept = (rows, seen)
    defer { (rows, seen) = kept }
    body()
  }
}
