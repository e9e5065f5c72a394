import DoubletContracts
import DoubletSpecCompiler
import Testing

/// What inference made of a document's operations, a line for each: `POST /pets: create pets`.
func inferred(_ paths: String, schemas: String = "", top: String = "") throws -> [String] {
  let contract = try inferredContract(paths, schemas: schemas, top: top)
  return contract.operations.map { row in
    guard row.action >= 0 else { return "\(row.method) \(row.path)" }
    let action = contract.actions[row.action]
    return "\(row.method) \(row.path): \(action.kind.rawValue) \(contract.resources[action.resource].name)"
  }
}

/// The contract of such a document.
func inferredContract(_ paths: String, schemas: String = "", top: String = "") throws -> Contract {
  let yaml = """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    \(top)
    paths:
    \(indented(paths))
    components:
      schemas:
        Pet: {type: object, required: [id, name], properties: {id: {type: integer}, name: {type: string}}}
        NewPet: {type: object, required: [name], properties: {name: {type: string}}}
        Message: {type: object, properties: {text: {type: string}}}
    \(indented(indented(schemas)))
    """
  let result = SpecCompiler.compile(SourceFile(path: "test.yaml", bytes: Array(yaml.utf8)))
  return try #require(result.contract, "\(result.diagnostics.map(\.description))")
}

/// A response with a JSON body of a schema.
func ok(_ schema: String, _ status: Int = 200) -> String {
  "{'\(status)': {description: d, content: {application/json: {schema: \(schema)}}}}"
}

/// A request body of a schema.
func takes(_ schema: String) -> String { "{content: {application/json: {schema: \(schema)}}}" }

/// A reference to a component.
func ref(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

/// A path parameter.
func hole(_ name: String, _ schema: String = "{type: string}") -> String {
  "{name: \(name), in: path, required: true, schema: \(schema)}"
}

private func indented(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
}
