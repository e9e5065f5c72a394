import DoubletContracts
import DoubletJSON

extension SchemaCompiler {
  /// `discriminator`, where `oneOf` or `anyOf` beside it lists the schemas that it chooses from.
  func compileDiscriminator(_ program: inout SchemaProgram) {
    guard let value = mapping(program, "discriminator") else { return }
    guard let property = value.node["propertyName"]?.string else {
      diagnostics.error("'discriminator' needs 'propertyName', the member that tells the schemas apart", at: value.node)
      return
    }
    let choices = (program["oneOf"]?.elements ?? []) + (program["anyOf"]?.elements ?? [])
    guard !choices.isEmpty else {
      unenforced(
        "discriminator",
        of: program.schema,
        because: "neither 'oneOf' nor 'anyOf' beside it lists the schemas to choose from",
        at: program.position(of: "discriminator")
      )
      return
    }
    var meanings: [DiscriminationRow] = []
    for choice in choices {
      guard let name = choice.node["$ref"]?.string?.split(separator: "/").last else { continue }
      meanings.append(DiscriminationRow(value: String(name), schema: index(of: choice)))
    }
    for (key, mapped) in value["mapping"]?.members ?? [] {
      guard let schema = meaning(mapped) else { continue }
      meanings.removeAll { $0.value == key.name }
      meanings.append(DiscriminationRow(value: key.name, schema: schema))
    }
    guard !meanings.isEmpty else {
      unenforced(
        "discriminator",
        of: program.schema,
        because: "its schemas have no names, since none is a '$ref'",
        at: program.position(of: "discriminator")
      )
      return
    }
    program.append(
      Instruction(.discriminator, name(property), tables.discriminations.count, meanings.count),
      for: "discriminator"
    )
    tables.discriminations += meanings
  }

  /// The schema of a mapping's value: the name of a component, or a reference.
  private func meaning(_ mapped: Located) -> Int? {
    guard let text = mapped.node.string else {
      diagnostics.error("a mapping names a schema; this is \(mapped.node.kindName)", at: mapped.node)
      return nil
    }
    let component = JSONPointer(tokens: ["components", "schemas", text])
    if let schema = documents.value(at: component, in: mapped.document) { return index(of: schema) }
    return documents.target(of: mapped.node, in: mapped).map { index(of: $0) }
  }
}
