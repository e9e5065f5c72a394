import DoubletContracts
import DoubletJSON

extension SchemaCompiler {
  /// Names every key that is no keyword here, or whose rule is not enforced.
  func checkKeywords(_ schema: Located) {
    let compiled = dialect.compiled
    let annotations = dialect.annotations
    for (key, value) in schema.members {
      let name = key.name
      if compiled.contains(name) || annotations.contains(name) { continue }
      if name == "x-doublet" {
        checkAnnotation(value)
      } else if !name.hasPrefix("x-") {
        noteKeyword(name, of: schema, at: key)
      }
    }
  }

  private func noteKeyword(_ name: String, of schema: Located, at key: SourceNode) {
    if SchemaDialect.unenforced.contains(name) {
      return unenforced(name, of: schema, because: "JSON Schema keeps it as an annotation", at: key.position)
    }
    let reason: String
    if dialect == .openAPI30, SchemaDialect.draft2020.compiled.contains(name) {
      reason = "it is a keyword of OpenAPI 3.1, and the document is one of 3.0"
    } else if let remedy = SchemaDialect.foreign[name] {
      reason = "it is no keyword of this dialect; \(remedy)"
    } else {
      let near = Suggestion.nearest(to: name, among: dialect.all).map { "; did you mean '\($0)'?" } ?? ""
      reason = "there is no such keyword\(near)"
    }
    diagnostics.warning("'\(name)' is not enforced: \(reason)", at: key)
    unenforced(name, of: schema, because: reason, at: key.position)
  }

  private func checkAnnotation(_ value: Located) {
    for (key, _) in value.members where key.name != "inferred" {
      diagnostics.error("'x-doublet' of a schema has no '\(key.name)'; there is inferred", at: key)
    }
  }

  /// The value of a keyword that must be a mapping.
  func mapping(_ program: SchemaProgram, _ keyword: String) -> Located? {
    guard let value = program[keyword] else { return nil }
    if value.node.isMapping { return value }
    mistake(keyword, of: program.schema, "'\(keyword)' must be a mapping, not \(value.node.kindName)", at: value.node)
    return nil
  }

  /// The value of a keyword that must be a list with at least one schema.
  func schemas(_ program: SchemaProgram, _ keyword: String) -> [Located]? {
    guard let value = program[keyword] else { return nil }
    if !value.elements.isEmpty { return value.elements }
    mistake(
      keyword,
      of: program.schema,
      "'\(keyword)' must be a list of at least one schema, not \(value.node.elements == nil ? value.node.kindName : "an empty one")",
      at: value.node
    )
    return nil
  }

  /// The value of a keyword that must be a list of strings.
  func strings(_ value: Located, _ keyword: String) -> [String]? {
    guard value.node.elements != nil else {
      mistake(keyword, of: value, "'\(keyword)' must be a list of names, not \(value.node.kindName)", at: value.node)
      return nil
    }
    return value.elements.compactMap { element in
      if element.node.string == nil {
        mistake(keyword, of: value, "'\(keyword)' must list names, not \(element.node.kindName)", at: element.node)
      }
      return element.node.string
    }
  }

  /// The value of a keyword that counts something.
  func count(_ program: SchemaProgram, _ keyword: String) -> Int? {
    guard let value = program[keyword] else { return nil }
    guard let number = value.node.number, let count = number.int ?? (number.isHuge ? Int.max : nil), count >= 0 else {
      mistake(
        keyword,
        of: program.schema,
        "'\(keyword)' must be a whole number from 0, not \(value.node.kindName)",
        at: value.node
      )
      return nil
    }
    return min(count, Int(Int32.max))
  }

  /// The value of a keyword that is true or false.
  func flag(_ schema: Located, _ keyword: String) -> Bool {
    guard let value = schema[keyword] else { return false }
    guard let flag = value.node.bool else {
      mistake(keyword, of: schema, "'\(keyword)' must be true or false, not \(value.node.kindName)", at: value.node)
      return false
    }
    return flag
  }

  /// `readOnly`, `writeOnly` and `deprecated` of a schema, through the references that it is nothing but.
  func traits(of schema: Located) -> SchemaTraits {
    var traits = ownTraits(of: schema)
    if let end = end(of: schema), end.position != schema.position { traits.formUnion(ownTraits(of: end)) }
    return traits.subtracting(.dynamicAnchor)
  }

  /// The annotations that stand in the schema itself.
  func ownTraits(of schema: Located) -> SchemaTraits {
    guard schema.node.isMapping, !(dialect == .openAPI30 && schema.node["$ref"] != nil) else { return [] }
    var traits: SchemaTraits = []
    if flag(schema, "readOnly") { traits.insert(.readOnly) }
    if flag(schema, "writeOnly") { traits.insert(.writeOnly) }
    if flag(schema, "deprecated") { traits.insert(.deprecated) }
    if schema.node["$dynamicAnchor"] != nil { traits.insert(.dynamicAnchor) }
    return traits
  }
}

extension JSONNumber {
  /// Whether it is positive and beyond every count.
  fileprivate var isHuge: Bool { double > Double(Int32.max) }
}
