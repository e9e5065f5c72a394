extension SchemaTables {
  /// The instructions of a schema.
  public func program(of schema: Int) -> ArraySlice<Instruction> { instructions[schemas[schema].program.indices] }

  /// The types that a value of the schema can have, as far as `type`, `enum`, `const`, `$ref`, `allOf`, `anyOf` and
  /// `oneOf` say it.
  public func types(of schema: Int) -> JSONTypes { types(of: schema, depth: 0) }

  private func types(of schema: Int, depth: Int) -> JSONTypes {
    guard depth < 32, schemas.indices.contains(schema) else { return .all }
    return program(of: schema).reduce(JSONTypes.all) { types, instruction in
      switch instruction.opcode {
      case .type: types.intersection(JSONTypes(rawValue: Int(instruction.a)))
      case .reference: types.intersection(self.types(of: Int(instruction.a), depth: depth + 1))
      case .allOf: branches(instruction).reduce(types) { $0.intersection(self.types(of: $1, depth: depth + 1)) }
      case .anyOf, .oneOf:
        types.intersection(branches(instruction).reduce(JSONTypes()) { $0.union(self.types(of: $1, depth: depth + 1)) })
      case .enumeration:
        types.intersection(JSONTypes(ofAll: values[Int(instruction.a)..<Int(instruction.a + instruction.b)]))
      case .constant: types.intersection(JSONTypes(of: values[Int(instruction.a)]))
      default: types
      }
    }
  }

  /// The schemas that an `allOf`, `anyOf` or `oneOf` lists.
  public func branches(_ instruction: Instruction) -> ArraySlice<Int> {
    children[Int(instruction.a)..<Int(instruction.a + instruction.b)]
  }
}
