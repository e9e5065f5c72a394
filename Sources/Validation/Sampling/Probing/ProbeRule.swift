import DoubletContracts
import DoubletJSON

/// One thing that a value can be told about: an instruction, or one of the several things that it says.
struct ProbeRule: Hashable {
  /// What a rule says.
  enum Kind: Hashable {
    /// The instruction as a whole.
    case whole
    /// That a member is required.
    case member(String)
    /// That a member must not be in an answer.
    case writeOnly(String)
    /// That a member or element must not be there, since its schema is `false`.
    case forbiddenMember(String)
    case forbiddenElement(Int)
    /// A rule of the schema of keys: the index of its instruction.
    case key(Int)
  }

  let schema: Applied
  let index: Int
  let kind: Kind
  /// The violation's keyword.
  let keyword: String
  let schemaLocation: String
  let position: SourcePosition
}

extension ProbeWalk {
  /// The rules of one instruction.
  func rules(of index: Int, in schema: Applied) -> [ProbeRule] {
    let step = tables.instructions[index]
    let (a, b, c) = (Int(step.a), Int(step.b), Int(step.c))
    switch step.opcode {
    case .allOf, .reference, .dynamicReference, .conditional, .dependentSchema: return []
    case .required: return names(a, b).map { rule(schema, index, .member($0), step.opcode.keyword) }
    case .dependentRequired: return names(b, c).map { rule(schema, index, .member($0), step.opcode.keyword) }
    case .propertyNames where tables.isNever(a): return [forbidden(a, schema, index, .whole, "false")]
    case .propertyNames:
      return tables.schemas[a].program.indices.filter { tables.instructions[$0].opcode.isAboutText }.map { own in
        let keyword = tables.instructions[own].opcode.keyword
        return ProbeRule(
          schema: schema,
          index: index,
          kind: .key(own),
          keyword: keyword,
          schemaLocation: tables.location(of: a, keyword: keyword),
          position: tables.positions[own]
        )
      }
    case .members: return memberRules(tables.objects[a], schema, index)
    case .elements:
      let first = tables.children[a..<(a + b)].enumerated().filter { tables.isNever($0.element) }
        .map { forbidden($0.element, schema, index, .forbiddenElement($0.offset), "prefixItems") }
      guard c >= 0, tables.isNever(c) else { return first }
      return first + [forbidden(c, schema, index, .forbiddenElement(b), "items")]
    case .unevaluatedItems, .unevaluatedProperties:
      guard tables.isNever(a) else { return [] }
      return [forbidden(a, schema, index, .whole, step.opcode.keyword)]
    case .contains:
      let least = rule(schema, index, .whole, b == 1 ? "contains" : "minContains")
      return (b > 0 ? [least] : []) + (c >= 0 ? [rule(schema, index, .whole, "maxContains")] : [])
    case .never: return [forbidden(schema.schema, schema, index, .whole, "false")]
    default: return [rule(schema, index, .whole, step.opcode.keyword)]
    }
  }

  private func memberRules(_ row: ObjectRow, _ schema: Applied, _ index: Int) -> [ProbeRule] {
    var rules = tables.properties[row.properties.indices].sorted { $0.order < $1.order }.compactMap { property in
      if direction == .response, property.traits.contains(.writeOnly) {
        return ProbeRule(
          schema: schema,
          index: index,
          kind: .writeOnly(property.name),
          keyword: "writeOnly",
          schemaLocation: "\(tables.schemas[property.schema].location)/writeOnly",
          position: tables.schemas[property.schema].position
        )
      }
      guard tables.isNever(property.schema) else { return nil }
      return forbidden(property.schema, schema, index, .forbiddenMember(property.name), "false")
    }
    for pattern in tables.patternProperties[row.patterns.indices] where tables.isNever(pattern.schema) {
      guard let key = key(matching: pattern.pattern) else { continue }
      rules.append(forbidden(pattern.schema, schema, index, .forbiddenMember(key), "false"))
    }
    if row.additional >= 0, tables.isNever(row.additional) {
      rules.append(forbidden(row.additional, schema, index, .whole, "additionalProperties"))
    }
    return rules
  }

  private func rule(_ schema: Applied, _ index: Int, _ kind: ProbeRule.Kind, _ keyword: String) -> ProbeRule {
    ProbeRule(
      schema: schema,
      index: index,
      kind: kind,
      keyword: keyword,
      schemaLocation: tables.location(of: schema.schema, keyword: keyword),
      position: tables.positions[index]
    )
  }

  /// The rule that nothing may be where the schema `never` applies.
  private func forbidden(
    _ never: Int,
    _ schema: Applied,
    _ index: Int,
    _ kind: ProbeRule.Kind,
    _ keyword: String
  ) -> ProbeRule {
    ProbeRule(
      schema: schema,
      index: index,
      kind: kind,
      keyword: keyword,
      schemaLocation: tables.schemas[never].location,
      position: tables.schemas[never].position
    )
  }

  private func names(_ start: Int, _ count: Int) -> [String] {
    var seen: Set<String> = []
    return tables.names[start..<(start + count)].filter { seen.insert($0).inserted }
  }
}

extension Opcode {
  /// Whether the keyword says something of a string.
  fileprivate var isAboutText: Bool {
    switch self {
    case .type, .minLength, .maxLength, .pattern, .format, .enumeration, .constant: true
    default: false
    }
  }
}
