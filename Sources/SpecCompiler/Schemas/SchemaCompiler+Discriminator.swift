import DoubletContracts
import DoubletJSON

extension SchemaCompiler {
  /// `discriminator`: the schemas that it chooses from are those of `oneOf` or `anyOf` beside it, else those that name
  /// this schema in their `allOf`, and in any case those of its `mapping`.
  func compileDiscriminator(_ program: inout SchemaProgram) {
    guard let value = mapping(program, "discriminator") else { return }
    guard let property = value.node["propertyName"]?.string else {
      let message = "'discriminator' needs 'propertyName', the member that tells the schemas apart"
      mistake("discriminator", of: program.schema, message, at: value.node)
      return
    }
    let choices = (program["oneOf"]?.elements ?? []) + (program["anyOf"]?.elements ?? [])
    var meanings = choices.isEmpty ? heirs(of: program.schema) : choices.compactMap(named)
    for (key, mapped) in value["mapping"]?.members ?? [] {
      guard let schema = meaning(mapped) else { continue }
      meanings.removeAll { $0.value == key.name }
      meanings.append(DiscriminationRow(value: key.name, schema: schema))
    }
    if let standard = value["defaultMapping"].flatMap(meaning) {
      meanings.append(DiscriminationRow(value: "", schema: standard, isDefault: true))
    }
    guard !meanings.isEmpty else {
      let reason =
        choices.isEmpty
        ? "neither 'oneOf', 'anyOf' and 'mapping' nor the 'allOf' of another schema lists the schemas to choose from"
        : "its schemas have no names, since none is a '$ref'"
      return unenforced("discriminator", of: program.schema, because: reason, at: program.position(of: "discriminator"))
    }
    program.append(
      Instruction(.discriminator, name(property), tables.discriminations.count, meanings.count),
      for: "discriminator"
    )
    tables.discriminations += meanings
  }

  /// A choice by the last part of its reference.
  private func named(_ choice: Located) -> DiscriminationRow? {
    guard let name = choice.node["$ref"]?.string?.split(separator: "/").last else { return nil }
    return DiscriminationRow(value: String(name), schema: index(of: choice))
  }

  /// The components, of the schema's document or the first one, that have the schema in their `allOf`, themselves or
  /// through others; and where there are some, the schema by its own name: it is not said to be abstract.
  private func heirs(of schema: Located) -> [DiscriminationRow] {
    var found: [DiscriminationRow] = []
    var bases = [schema.position]
    var seen = Set(bases)
    while let base = bases.popLast() {
      for document in Set([0, schema.document]).sorted() {
        for heir in inheritance(in: document)[base] ?? [] where seen.insert(heir.schema.position).inserted {
          found.append(DiscriminationRow(value: heir.name, schema: index(of: heir.schema)))
          bases.append(heir.schema.position)
        }
      }
    }
    let place = schema.pointer.tokens
    if !found.isEmpty, place.count == 3, place.starts(with: ["components", "schemas"]) {
      found.append(DiscriminationRow(value: place[2], schema: index(of: schema)))
    }
    return found
  }

  /// The components of a document by the schemas that their `allOf` names; looked up once.
  private func inheritance(in document: Int) -> [SourcePosition: [(name: String, schema: Located)]] {
    if let known = heirs[document] { return known }
    var found: [SourcePosition: [(name: String, schema: Located)]] = [:]
    let components = documents.value(at: JSONPointer(tokens: ["components", "schemas"]), in: document)
    for (key, schema) in components?.members ?? [] {
      guard let heir = end(of: schema) else { continue }
      for base in heir["allOf"]?.elements ?? [] where base.node["$ref"] != nil {
        if let end = end(of: base) { found[end.position, default: []].append((key.name, heir)) }
      }
    }
    heirs[document] = found
    return found
  }

  /// The schema of a mapping's value: the name of a component, or a reference.
  private func meaning(_ mapped: Located) -> Int? {
    guard let text = mapped.node.string else {
      mistake("discriminator", of: mapped, "a mapping names a schema; this is \(mapped.node.kindName)", at: mapped.node)
      return nil
    }
    let component = JSONPointer(tokens: ["components", "schemas", text])
    for document in [mapped.document, 0] {
      if let schema = documents.value(at: component, in: document) { return index(of: schema) }
    }
    return documents.target(of: mapped.node, in: mapped).map { index(of: $0) }
  }
}
