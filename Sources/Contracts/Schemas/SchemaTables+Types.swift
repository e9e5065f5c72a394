extension SchemaTables {
  /// The types that a value of the schema can have, as far as `type`, `$ref` and `allOf` say it.
  public func types(of schema: Int) -> JSONTypes { types(of: schema, depth: 0) }

  /// The types that the elements of an array of the schema can have.
  public func elementTypes(of schema: Int) -> JSONTypes { elementTypes(of: schema, depth: 0) }

  /// The types that the named members of an object of the schema can have.
  public func memberTypes(of schema: Int) -> [String: JSONTypes] { memberTypes(of: schema, depth: 0) }

  private func memberTypes(of schema: Int, depth: Int) -> [String: JSONTypes] {
    guard depth < 32, schemas.indices.contains(schema) else { return [:] }
    return instructions[schemas[schema].program.indices].reduce(into: [:]) { types, instruction in
      switch instruction.opcode {
      case .members:
        for property in properties[objects[Int(instruction.a)].properties.indices] {
          types[property.name] = self.types(of: property.schema)
        }
      case .reference: types.merge(memberTypes(of: Int(instruction.a), depth: depth + 1)) { $0.intersection($1) }
      case .allOf, .anyOf, .oneOf:
        for branch in branches(instruction) {
          types.merge(memberTypes(of: branch, depth: depth + 1)) { $0.union($1) }
        }
      default: break
      }
    }
  }

  private func types(of schema: Int, depth: Int) -> JSONTypes {
    guard depth < 32, schemas.indices.contains(schema) else { return .all }
    return instructions[schemas[schema].program.indices].reduce(JSONTypes.all) { types, instruction in
      switch instruction.opcode {
      case .type: types.intersection(JSONTypes(rawValue: Int(instruction.a)))
      case .reference: types.intersection(self.types(of: Int(instruction.a), depth: depth + 1))
      case .allOf: branches(instruction).reduce(types) { $0.intersection(self.types(of: $1, depth: depth + 1)) }
      case .anyOf, .oneOf:
        types.intersection(branches(instruction).reduce(JSONTypes()) { $0.union(self.types(of: $1, depth: depth + 1)) })
      case .enumeration:
        types.intersection(
          values[Int(instruction.a)..<Int(instruction.a + instruction.b)].reduce(JSONTypes()) {
            $0.union(JSONTypes(of: $1))
          }
        )
      case .constant: types.intersection(JSONTypes(of: values[Int(instruction.a)]))
      default: types
      }
    }
  }

  private func elementTypes(of schema: Int, depth: Int) -> JSONTypes {
    guard depth < 32, schemas.indices.contains(schema) else { return .all }
    return instructions[schemas[schema].program.indices].reduce(JSONTypes.all) { types, instruction in
      switch instruction.opcode {
      case .elements where instruction.c >= 0: types.intersection(self.types(of: Int(instruction.c)))
      case .reference: types.intersection(elementTypes(of: Int(instruction.a), depth: depth + 1))
      case .allOf: branches(instruction).reduce(types) { $0.intersection(elementTypes(of: $1, depth: depth + 1)) }
      default: types
      }
    }
  }

  private func branches(_ instruction: Instruction) -> ArraySlice<Int> {
    children[Int(instruction.a)..<Int(instruction.a + instruction.b)]
  }
}
