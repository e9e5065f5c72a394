import DoubletContracts

/// What is left to `unevaluatedItems` and `unevaluatedProperties`.
extension Contradictions {
  /// Whether other rules of a schema look at every element, or at every member, so that one of these looks at none.
  func leavesNothing(to rule: Int, of schema: Applied) -> Bool {
    let opcode = tables.instructions[rule].opcode
    guard opcode == .unevaluatedItems || opcode == .unevaluatedProperties else { return false }
    let rest = Demand(of: [schema], without: [rule], tables)
    guard opcode == .unevaluatedItems else {
      return rest.object.shapes.contains { $0.additional != nil } || !rest.object.unevaluated.isEmpty
    }
    return rest.array.runs.contains { $0.rest != nil } || !rest.array.unevaluated.isEmpty
  }
}
