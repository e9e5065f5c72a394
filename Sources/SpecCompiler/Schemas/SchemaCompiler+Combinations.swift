import DoubletContracts

extension SchemaCompiler {
  /// `allOf`, `anyOf`, `oneOf`, `not` and `if`.
  func compileCombinations(_ program: inout SchemaProgram) {
    for (keyword, opcode) in [("allOf", Opcode.allOf), ("anyOf", .anyOf), ("oneOf", .oneOf)] {
      guard let schemas = schemas(program, keyword) else { continue }
      let run = children(schemas)
      program.append(Instruction(opcode, run.start, run.count), for: keyword)
    }
    if let value = program["not"] { program.append(Instruction(.not, index(of: value)), for: "not") }
    guard dialect == .draft2020, let condition = program["if"] else { return }
    program.append(
      Instruction(
        .conditional,
        index(of: condition),
        program["then"].map { index(of: $0) } ?? -1,
        program["else"].map { index(of: $0) } ?? -1
      ),
      for: "if"
    )
  }

  /// `$ref` beside other keywords, and `$dynamicRef`.
  func compileReferences(_ program: inout SchemaProgram) {
    guard dialect == .draft2020 else { return }
    if let reference = program.schema.node["$ref"],
      let target = documents.target(of: reference, in: program.schema)
    {
      program.append(Instruction(.reference, index(of: target)), for: "$ref")
    }
    guard let reference = program.schema.node["$dynamicRef"],
      let target = documents.target(of: reference, in: program.schema)
    else { return }
    let anchor = ReferencePath(reference.string ?? "").fragment
    if target.node["$dynamicAnchor"]?.string == anchor {
      program.append(Instruction(.dynamicReference, index(of: target), name(anchor)), for: "$dynamicRef")
    } else {
      program.append(Instruction(.reference, index(of: target)), for: "$dynamicRef")
    }
  }
}
