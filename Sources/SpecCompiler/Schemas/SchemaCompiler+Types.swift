import DoubletContracts
import DoubletJSON

extension SchemaCompiler {
  /// `type`, and `nullable` of OpenAPI 3.0.
  func compileTypes(_ program: inout SchemaProgram) {
    let isNullable = dialect == .openAPI30 && flag(program.schema, "nullable")
    guard let value = program["type"] else {
      if isNullable {
        diagnostics.warning(
          "'nullable' has no effect without 'type' beside it (OpenAPI 3.0.3)",
          at: program.position(of: "nullable")
        )
      }
      return
    }
    var types: JSONTypes = isNullable ? .null : []
    if value.node.elements != nil {
      if dialect == .openAPI30 {
        diagnostics.warning(
          "a list of types is OpenAPI 3.1; in 3.0 there is one, and 'nullable: true' for null",
          at: value.node
        )
      }
      if value.elements.isEmpty { diagnostics.warning("'type' lists no type, so nothing is valid", at: value.node) }
      for element in value.elements { types.formUnion(type(element.node, of: program.schema)) }
    } else {
      types.formUnion(type(value.node, of: program.schema))
    }
    program.append(Instruction(.type, types.rawValue), for: "type")
  }

  private func type(_ node: SourceNode, of schema: Located) -> JSONTypes {
    if let name = node.string {
      if let type = JSONTypes(name: name) { return type }
      mistake(
        "type",
        of: schema,
        "unknown type '\(name)'; the types are \(JSONTypes.named.map(\.name).joined(separator: ", "))",
        at: node
      )
    } else if node.isNull {
      mistake("type", of: schema, "the type null is written in quotes: 'null'", at: node)
    } else {
      mistake("type", of: schema, "'type' must be a name or a list of names, not \(node.kindName)", at: node)
    }
    return .all
  }

  /// `const` and `enum`.
  func compileValues(_ program: inout SchemaProgram) {
    if dialect == .draft2020, let value = program["const"] {
      program.append(Instruction(.constant, tables.values.count), for: "const")
      tables.values.append(value.node.json)
    }
    guard let value = program["enum"] else { return }
    guard let elements = value.node.elements else {
      mistake("enum", of: program.schema, "'enum' must be a list of values, not \(value.node.kindName)", at: value.node)
      return
    }
    checkTypes(of: elements, program)
    if elements.isEmpty { diagnostics.warning("'enum' lists no value, so nothing is valid", at: value.node) }
    program.append(Instruction(.enumeration, tables.values.count, elements.count), for: "enum")
    tables.values += elements.map(\.json)
  }

  /// Warns of values of an `enum` that its `type` excludes.
  private func checkTypes(of values: [SourceNode], _ program: SchemaProgram) {
    guard let type = program.instructions.first, type.opcode == .type else { return }
    let types = JSONTypes(rawValue: Int(type.a))
    for value in values where types.isDisjoint(with: JSONTypes(of: value)) {
      diagnostics.warning(
        "'enum' lists \(value.json.text()), which the type \(types.names.joined(separator: " or ")) excludes",
        at: value
      )
    }
  }
}

extension JSONTypes {
  /// The types that a value has; a number that is no integer shares no type with `integer`.
  fileprivate init(of value: SourceNode) {
    switch value.content {
    case .null: self = .null
    case .bool: self = .boolean
    case .number(let number): self = number.isInteger ? .integer : JSONTypes.number.subtracting(.integer)
    case .string: self = .string
    case .sequence: self = .array
    case .mapping: self = .object
    }
  }
}
