import DoubletContracts

extension SchemaCompiler {
  /// The counts of elements and members, and `uniqueItems`.
  func compileCounts(_ program: inout SchemaProgram) {
    compileBounds(&program, ("minItems", .minItems), ("maxItems", .maxItems))
    compileBounds(&program, ("minProperties", .minProperties), ("maxProperties", .maxProperties))
    if flag(program.schema, "uniqueItems") { program.append(Instruction(.uniqueItems), for: "uniqueItems") }
  }

  /// `prefixItems` and `items` as one instruction, and `contains`.
  func compileElements(_ program: inout SchemaProgram) {
    let prefix = dialect == .draft2020 ? schemas(program, "prefixItems") ?? [] : []
    var items = program["items"]
    if let list = items, list.node.elements != nil {
      let message = "'items' must be one schema; a list of them is written 'prefixItems'"
      mistake("items", of: program.schema, message, at: list.node)
      items = nil
    }
    if !prefix.isEmpty || items != nil {
      let first = children(prefix)
      let rest = items.map { index(of: $0) } ?? -1
      program.append(
        Instruction(.elements, first.start, first.count, rest),
        for: items == nil ? "prefixItems" : "items"
      )
    }
    guard dialect == .draft2020, let contains = program["contains"] else { return }
    program.append(
      Instruction(
        .contains,
        index(of: contains),
        count(program, "minContains") ?? 1,
        count(program, "maxContains") ?? -1
      ),
      for: "contains"
    )
  }

  /// `unevaluatedItems` and `unevaluatedProperties`.
  func compileUnevaluated(_ program: inout SchemaProgram) {
    guard dialect == .draft2020 else { return }
    if let value = program["unevaluatedItems"] {
      program.append(Instruction(.unevaluatedItems, index(of: value)), for: "unevaluatedItems")
    }
    if let value = program["unevaluatedProperties"] {
      program.append(Instruction(.unevaluatedProperties, index(of: value)), for: "unevaluatedProperties")
    }
  }
}
