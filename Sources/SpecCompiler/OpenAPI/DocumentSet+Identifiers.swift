import DoubletContracts
import DoubletJSON

/// `$id`, `$anchor` and `$dynamicAnchor`: names that schemas give themselves (JSON Schema Core 2020-12, section 8.2).
extension DocumentSet {
  /// The URI that references in a value are relative to.
  func base(of holder: Located) -> String {
    guard let bases = bases[holder.document] else { return diagnostics.files[holder.document] }
    let nearest = bases.filter { holder.pointer.tokens.starts(with: $0.pointer.tokens) }
    return nearest.max { $0.pointer.tokens.count < $1.pointer.tokens.count }?.base
      ?? diagnostics.files[holder.document]
  }

  /// The `$schema` that holds for a schema: the nearest around it.
  func dialect(of schema: Located) -> Located? {
    guard let dialects = dialects[schema.document] else { return nil }
    let nearest = dialects.filter { schema.pointer.tokens.starts(with: $0.pointer.tokens) }
    return nearest.max { $0.pointer.tokens.count < $1.pointer.tokens.count }?.dialect
  }

  /// Notes the names that stand in a document.
  func register(_ root: Located, base: String) { register(root, base: base, isNames: false) }

  /// Keys whose value is data and no schema.
  private static let data: Set<String> = ["enum", "const", "default", "example", "examples"]
  /// Keys whose value has names as keys.
  private static let maps: Set<String> = [
    "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas",
  ]

  private func register(_ value: Located, base: String, isNames: Bool) {
    if !isNames, value.node.isMapping {
      var base = base
      if let id = value.node["$id"]?.string {
        base = ReferencePath.resolve(ReferencePath(id).file, against: base)
        identifiers[base] = value
        bases[value.document, default: []].append((value.pointer, base))
      }
      if let dialect = value["$schema"], dialect.node.string != nil {
        dialects[value.document, default: []].append((value.pointer, dialect))
      }
      for key in ["$anchor", "$dynamicAnchor"] {
        if let name = value.node[key]?.string { anchors[Anchor(base: base, name: name)] = value }
      }
      if let name = value.node["$dynamicAnchor"]?.string {
        dynamicAnchors.append((base, name, value))
      }
      for (key, child) in value.members where !DocumentSet.data.contains(key.name) && !key.name.hasPrefix("x-") {
        register(child, base: base, isNames: DocumentSet.maps.contains(key.name))
      }
    } else {
      for (_, child) in value.members { register(child, base: base, isNames: false) }
      for child in value.elements { register(child, base: base, isNames: false) }
    }
  }
}

extension SourceFile {
  /// Whether a schema in the file may name itself: a search that saves most documents the walk.
  var mentionsIdentifiers: Bool {
    let words = ["$id", "$anchor", "$dynamicAnchor", "$schema"].map { Array($0.utf8) }
    var rest = bytes[...]
    while let found = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[found...]
      if words.contains(where: { rest.starts(with: $0) }) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
