import DoubletContracts
import DoubletJSON

extension SchemaBuilder {
  /// The instructions of a keyword that applies other schemas.
  func applicator(_ key: String, _ value: JSON, _ schema: JSON, _ node: Node) -> [Instruction]? {
    switch key {
    case "allOf", "anyOf", "oneOf":
      let opcode: Opcode = key == "allOf" ? .allOf : key == "anyOf" ? .anyOf : .oneOf
      let (start, count) = children(key, value, node)
      return discriminator(schema, node, before: opcode) + [Instruction(opcode, start, count)]
    case "not": return [Instruction(.not, child(node, key))]
    case "if":
      return [
        Instruction(
          .conditional,
          child(node, key),
          schema["then"].map { _ in child(node, "then") } ?? -1,
          schema["else"].map { _ in child(node, "else") } ?? -1
        )
      ]
    case "$ref": return reference(value.string ?? "", from: node).map { [Instruction(.reference, schemaIndex($0))] }
    case "$dynamicRef": return dynamicReference(value.string ?? "", node)
    case "contains":
      return [
        Instruction(.contains, child(node, key), schema["minContains"]?.int ?? 1, schema["maxContains"]?.int ?? -1)
      ]
    case "propertyNames": return [Instruction(.propertyNames, child(node, key))]
    case "unevaluatedItems": return [Instruction(.unevaluatedItems, child(node, key))]
    case "unevaluatedProperties": return [Instruction(.unevaluatedProperties, child(node, key))]
    case "dependentSchemas":
      return value.object?.map { trigger, _ in
        Instruction(.dependentSchema, name(trigger), child(node, key, trigger))
      }
    case "discriminator" where schema["oneOf"] == nil && schema["anyOf"] == nil:
      return discriminator(schema, node, before: .oneOf)
    default: return nil
    }
  }

  func child(_ node: Node, _ tokens: String...) -> Int {
    schemaIndex(Node(document: node.document, pointer: JSONPointer(tokens: node.pointer.tokens + tokens)))
  }

  private func children(_ key: String, _ list: JSON, _ node: Node) -> (start: Int, count: Int) {
    let indices = (list.array ?? []).indices.map { child(node, key, String($0)) }
    tables.children += indices
    return (tables.children.count - indices.count, indices.count)
  }

  private func dynamicReference(_ target: String, _ node: Node) -> [Instruction]? {
    guard let found = reference(target, from: node) else { return nil }
    let index = schemaIndex(found)
    // Without a dynamic anchor at its first target it is a plain reference (Core 2020-12, section 8.2.3.2).
    guard let anchor = documents.dynamicAnchors.first(where: { $0.value == found })?.key, target.hasSuffix(anchor.name)
    else { return [Instruction(.reference, index)] }
    return [Instruction(.dynamicReference, index, name(anchor.name))]
  }

  private func discriminator(_ schema: JSON, _ node: Node, before opcode: Opcode) -> [Instruction] {
    guard opcode != .allOf, let discriminator = schema["discriminator"] else { return [] }
    var rows: [DiscriminationRow] = []
    for (value, target) in discriminator["mapping"]?.object ?? [:] {
      guard let target = reference(target.string ?? "", from: node) else { continue }
      rows.append(DiscriminationRow(value: value, schema: schemaIndex(target)))
    }
    tables.discriminations += rows
    let property = name(discriminator["propertyName"]?.string ?? "")
    return [Instruction(.discriminator, property, tables.discriminations.count - rows.count, rows.count)]
  }

  /// `properties` and its siblings in one instruction.
  func members(_ schema: JSON, _ node: Node) -> [Instruction] {
    let keys = ["properties", "patternProperties", "additionalProperties"]
    guard keys.contains(where: { schema[$0] != nil }) else { return [] }
    var properties: [PropertyRow] = []
    for (order, name) in (schema["properties"]?.object?.keys ?? []).enumerated() {
      let index = child(node, "properties", name)
      let traits = traits(Node(document: node.document, pointer: node.pointer.appending("properties").appending(name)))
      properties.append(PropertyRow(name: name, schema: index, traits: traits, order: order))
    }
    properties.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    var patterns: [PatternPropertyRow] = []
    for source in schema["patternProperties"]?.object?.keys ?? [] {
      patterns.append(
        PatternPropertyRow(pattern: pattern(source), schema: child(node, "patternProperties", source))
      )
    }
    let additional = schema["additionalProperties"].map { _ in child(node, "additionalProperties") } ?? -1
    tables.properties += properties
    tables.patternProperties += patterns
    tables.objects.append(
      ObjectRow(
        properties: Span(start: tables.properties.count - properties.count, count: properties.count),
        patterns: Span(start: tables.patternProperties.count - patterns.count, count: patterns.count),
        additional: additional
      )
    )
    return [Instruction(.members, tables.objects.count - 1)]
  }

  private func traits(_ node: Node) -> SchemaTraits {
    guard let schema = documents.value(node) else { return [] }
    var traits: SchemaTraits = []
    if schema["readOnly"]?.bool == true { traits.insert(.readOnly) }
    if schema["writeOnly"]?.bool == true { traits.insert(.writeOnly) }
    if let target = schema["$ref"]?.string, let found = reference(target, from: node) {
      traits.formUnion(self.traits(found))
    }
    return traits
  }

  /// `prefixItems` and `items` in one instruction.
  func elements(_ schema: JSON, _ node: Node) -> [Instruction] {
    guard schema["prefixItems"] != nil || schema["items"] != nil else { return [] }
    let (start, count) = children("prefixItems", schema["prefixItems"] ?? [], node)
    return [Instruction(.elements, start, count, schema["items"].map { _ in child(node, "items") } ?? -1)]
  }
}
