import DoubletContracts

/// What a schema says of an object's members, read from the document.
extension Compilation {
  /// The names of all members, or nothing where the schema leaves others open.
  func memberNames(of schema: Located) -> [String]? {
    var names: [String] = []
    var seen: Set<SourcePosition> = []
    return collect(schema, &names, &seen) && !names.isEmpty ? names : nil
  }

  /// The schema of a member, where the schema or a part of its `allOf` has it.
  func memberSchema(_ name: String, of schema: Located) -> Located? {
    guard let schema = schemas.end(of: schema) else { return nil }
    if let found = schema["properties"]?[name] { return schemas.end(of: found) }
    for part in schema["allOf"]?.elements ?? [] {
      if let found = memberSchema(name, of: part) { return found }
    }
    return nil
  }

  private func collect(_ schema: Located, _ names: inout [String], _ seen: inout Set<SourcePosition>) -> Bool {
    guard let schema = schemas.end(of: schema), seen.insert(schema.position).inserted else { return true }
    if let additional = schema.node["additionalProperties"], additional.bool != false { return false }
    for keyword in ["anyOf", "oneOf", "if", "patternProperties", "$ref", "$dynamicRef"]
    where schema.node[keyword] != nil { return false }
    names += (schema["properties"]?.members ?? []).map(\.key.name)
    return (schema["allOf"]?.elements ?? []).allSatisfy { collect($0, &names, &seen) }
  }
}
