import DoubletContracts

extension SchemaTables {
  /// Checks that every index of every row is one of the table it points into.
  ///
  /// A program is run without bounds checks, and tables may come from a file that was cut off or edited.
  func checkIndices() throws(ValidatorError) {
    try require(positions.count == instructions.count, "positions")
    for row in schemas { try check(row) }
    try require(children.allSatisfy(schemas.indices.contains), "children")
    try require(properties.allSatisfy { schemas.indices.contains($0.schema) }, "properties")
    try require(
      patternProperties.allSatisfy { schemas.indices.contains($0.schema) && patterns.indices.contains($0.pattern) },
      "patternProperties"
    )
    try require(discriminations.allSatisfy { schemas.indices.contains($0.schema) }, "discriminations")
    for object in objects {
      try require(
        fits(object.properties, in: properties.count) && fits(object.patterns, in: patternProperties.count)
          && isOptionalSchema(object.additional),
        "objects"
      )
    }
    try require(scopes.resources.isEmpty || scopes.resources.count == schemas.count, "resources")
    try require(
      scopes.anchors.allSatisfy { names.indices.contains($0.name) && schemas.indices.contains($0.schema) },
      "anchors"
    )
  }

  private func check(_ row: SchemaRow) throws(ValidatorError) {
    guard fits(row.program, in: instructions.count) else { throw damage("program", row.location, row.position) }
    for index in row.program.indices where !isInBounds(instructions[index]) {
      throw damage(instructions[index].opcode.keyword, row.location, positions[index])
    }
  }

  private func isInBounds(_ instruction: Instruction) -> Bool {
    let (a, b, c) = (Int(instruction.a), Int(instruction.b), Int(instruction.c))
    switch instruction.opcode {
    case .never, .type, .minLength, .maxLength, .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties:
      return true
    case .enumeration: return fits(a, b, in: values.count)
    case .constant: return values.indices.contains(a)
    case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf: return numbers.indices.contains(a)
    case .pattern: return patterns.indices.contains(a)
    case .format: return formats.indices.contains(a)
    case .elements: return fits(a, b, in: children.count) && isOptionalSchema(c)
    case .contains, .propertyNames, .not, .reference, .unevaluatedItems, .unevaluatedProperties:
      return schemas.indices.contains(a)
    case .required: return fits(a, b, in: names.count)
    case .members: return objects.indices.contains(a)
    case .dependentRequired: return names.indices.contains(a) && fits(b, c, in: names.count)
    case .dependentSchema: return names.indices.contains(a) && schemas.indices.contains(b)
    case .allOf, .anyOf, .oneOf: return fits(a, b, in: children.count)
    case .conditional: return schemas.indices.contains(a) && isOptionalSchema(b) && isOptionalSchema(c)
    case .dynamicReference: return schemas.indices.contains(a) && names.indices.contains(b)
    case .discriminator: return names.indices.contains(a) && fits(b, c, in: discriminations.count)
    }
  }

  private func isOptionalSchema(_ index: Int) -> Bool { index == -1 || schemas.indices.contains(index) }

  private func fits(_ span: Span, in count: Int) -> Bool { fits(span.start, span.count, in: count) }

  private func fits(_ start: Int, _ length: Int, in count: Int) -> Bool {
    start >= 0 && length >= 0 && start <= count && length <= count - start
  }

  private func require(_ condition: Bool, _ table: String) throws(ValidatorError) {
    guard condition else { throw damage(table, "#", .none) }
  }

  private func damage(_ what: String, _ location: String, _ position: SourcePosition) -> ValidatorError {
    ValidatorError(
      schemaLocation: location,
      position: position,
      message: "the contract is damaged: '\(what)' points outside its table; compile the document again"
    )
  }
}
