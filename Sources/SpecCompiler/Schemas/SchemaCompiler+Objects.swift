import DoubletContracts
import DoubletJSON

extension SchemaCompiler {
  /// `required`.
  func compileRequired(_ program: inout SchemaProgram) {
    guard let value = program["required"] else { return }
    if value.node.bool != nil {
      diagnostics.warning(
        "'required' is not enforced: it must be the list of required members, in the schema of the object",
        at: value.node
      )
      unenforced("required", of: program.schema, because: "it is no list of names", at: value.position)
      return
    }
    guard let required = strings(value, "required"), !required.isEmpty else { return }
    let names = names(required)
    program.append(Instruction(.required, names.start, names.count), for: "required")
  }

  /// `properties`, `patternProperties` and `additionalProperties`, as one instruction.
  func compileMembers(_ program: inout SchemaProgram) {
    let properties = mapping(program, "properties")
    let patterns = dialect == .draft2020 ? mapping(program, "patternProperties") : nil
    let additional = program["additionalProperties"]
    guard properties != nil || patterns != nil || additional != nil else { return }
    let row = ObjectRow(
      properties: self.properties(properties),
      patterns: patternProperties(patterns, of: program.schema),
      additional: additional.map { index(of: $0) } ?? -1
    )
    let keyword = properties != nil ? "properties" : patterns != nil ? "patternProperties" : "additionalProperties"
    program.append(Instruction(.members, tables.objects.count), for: keyword)
    tables.objects.append(row)
  }

  private func properties(_ properties: Located?) -> Span {
    var rows = (properties?.members ?? []).enumerated().map { order, member in
      PropertyRow(
        name: member.key.name,
        schema: index(of: member.value),
        traits: traits(of: member.value),
        order: order
      )
    }
    rows.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    defer { tables.properties += rows }
    return Span(start: tables.properties.count, count: rows.count)
  }

  private func patternProperties(_ patterns: Located?, of schema: Located) -> Span {
    let rows: [PatternPropertyRow] = (patterns?.members ?? []).compactMap { key, value in
      guard acceptsPattern(key.name, of: schema, "patternProperties", at: key) else { return nil }
      return PatternPropertyRow(pattern: pattern(key.name), schema: index(of: value))
    }
    defer { tables.patternProperties += rows }
    return Span(start: tables.patternProperties.count, count: rows.count)
  }

  /// `propertyNames`, `dependentRequired` and `dependentSchemas`.
  func compileDependencies(_ program: inout SchemaProgram) {
    guard dialect == .draft2020 else { return }
    if let value = program["propertyNames"] {
      program.append(Instruction(.propertyNames, index(of: value)), for: "propertyNames")
    }
    for (key, value) in mapping(program, "dependentRequired")?.members ?? [] {
      guard let required = strings(value, "dependentRequired"), !required.isEmpty else { continue }
      let names = names(required)
      program.append(Instruction(.dependentRequired, name(key.name), names.start, names.count), at: key.position)
    }
    for (key, value) in mapping(program, "dependentSchemas")?.members ?? [] {
      program.append(Instruction(.dependentSchema, name(key.name), index(of: value)), at: key.position)
    }
  }
}
