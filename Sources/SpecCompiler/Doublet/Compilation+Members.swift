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

  /// The first name on a way of members that no value of a schema has, with the nearest that it has; nil where the schema
  /// has them all, or leaves others open.
  func lack(of names: [String], in schema: Located?) -> String? {
    var schema = schema
    for (place, name) in names.enumerated() {
      guard let current = schema else { return nil }
      let members = isScalar(current) ? [] : memberNames(of: current)
      guard let members else { return nil }
      guard members.contains(name) else {
        return "'\(names[...place].joined(separator: "."))'\(Suggestion.phrase(for: name, among: members))"
      }
      schema = memberSchema(name, of: current)
    }
    return nil
  }

  /// Whether a schema says that its values have no members.
  private func isScalar(_ schema: Located) -> Bool {
    guard let type = schemas.end(of: schema)?.node["type"] else { return false }
    let types = type.elements?.compactMap(\.string) ?? [type.string].compactMap { $0 }
    return !types.isEmpty && !types.contains { $0 == "object" || $0 == "array" }
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
