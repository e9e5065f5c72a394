import DoubletContracts
import DoubletJSON

/// Merges the schemas that describe one value together into nodes. Recursive schemas lead back to nodes that are there.
struct ShapeBuilder {
  private let program: Program
  private var source: SchemaTables { program.source }
  private(set) var nodes: [ShapeNode] = []
  private var indices: [[Int]: Int] = [:]
  /// Whether it depends on the branch that a value takes which of its members are read-only, at any depth.
  private(set) var branchesDecideReadOnly = false

  init(_ program: Program) { self.program = program }

  /// The index of the node of these schemas.
  mutating func node(_ schemas: [Int]) -> Int {
    let key = Set(schemas).sorted()
    if let index = indices[key] { return index }
    let index = nodes.count
    indices[key] = index
    nodes.append(ShapeNode())
    nodes[index] = merged(schemas)
    return index
  }

  private mutating func merged(_ schemas: [Int]) -> ShapeNode {
    let parts = parts(of: schemas)
    let objects = parts.flatMap { part in
      source.program(of: part.schema).filter { $0.opcode == .members }.map { source.objects[Int($0.a)] }
    }
    var node = ShapeNode()
    node.members = members(parts)
    for object in objects {
      for row in source.patternProperties[object.patterns.indices] {
        node.patterns.append((program.patterns[row.pattern], self.node([row.schema])))
      }
    }
    let rest = objects.map(\.additional).filter { $0 >= 0 } + operands(.unevaluatedProperties, parts).map { Int($0.a) }
    let given = rest.filter { !isNever($0) }
    let namesNothing = node.members.isEmpty && node.patterns.isEmpty && rest.isEmpty
    node.isOpen = namesNothing || !given.isEmpty
    if !given.isEmpty { node.additional = self.node(given) }
    addElements(parts, to: &node)
    return node
  }

  private mutating func addElements(_ parts: [ShapePart], to node: inout ShapeNode) {
    let elements = operands(.elements, parts)
    let items = elements.map { Int($0.c) }.filter { $0 >= 0 }
    if !items.isEmpty { node.items = self.node(items) }
    for position in 0..<(elements.map { Int($0.b) }.max() ?? 0) {
      let schemas = elements.compactMap { step -> Int? in
        position < Int(step.b) ? source.children[Int(step.a) + position] : step.c >= 0 ? Int(step.c) : nil
      }
      node.prefixItems.append(self.node(schemas))
    }
  }

  /// The named members, those of the same name as one, in the order of the document.
  private mutating func members(_ parts: [ShapePart]) -> [ShapeNode.Member] {
    var names: [String] = []
    var rows: [String: [(row: PropertyRow, isCertain: Bool)]] = [:]
    for part in parts {
      for step in source.program(of: part.schema) where step.opcode == .members {
        let properties = source.properties[source.objects[Int(step.a)].properties.indices]
        for row in properties.sorted(by: { $0.order < $1.order }) {
          if rows[row.name] == nil { names.append(row.name) }
          rows[row.name, default: []].append((row, part.isCertain))
        }
      }
    }
    let required = requiredNames(parts)
    return names.map { name in
      let rows = rows[name] ?? []
      let schemas = rows.map(\.row.schema)
      let traits = traits(rows)
      if !traits.contains(.readOnly), rows.contains(where: { $0.row.traits.contains(.readOnly) }) {
        branchesDecideReadOnly = true
      }
      let member = Shape.Member(
        name: name,
        schema: schemas[0],
        traits: traits,
        isNullable: source.nullability(ofAll: schemas) == .allows,
        isRequired: required.contains(name)
      )
      return ShapeNode.Member(member: member, node: node(schemas))
    }
  }

  /// The traits that hold whichever branch a value takes.
  private func traits(_ rows: [(row: PropertyRow, isCertain: Bool)]) -> SchemaTraits {
    let certain = rows.filter(\.isCertain).reduce(into: SchemaTraits()) { $0.formUnion($1.row.traits) }
    let common = rows.dropFirst().reduce(rows[0].row.traits) { $0.intersection($1.row.traits) }
    return certain.union(common).intersection([.readOnly, .writeOnly, .deprecated])
  }

  private func requiredNames(_ parts: [ShapePart]) -> Set<String> {
    let steps = operands(.required, parts.filter(\.isCertain))
    return Set(steps.flatMap { source.names[Int($0.a)..<Int($0.a + $0.b)] })
  }

  private func operands(_ opcode: Opcode, _ parts: [ShapePart]) -> [Instruction] {
    parts.flatMap { source.program(of: $0.schema).filter { $0.opcode == opcode } }
  }

  private func isNever(_ schema: Int) -> Bool { source.program(of: schema).contains { $0.opcode == .never } }

  /// The schemas that describe the value: those given and all they are composed of.
  private func parts(of schemas: [Int]) -> [ShapePart] {
    var parts: [ShapePart] = []
    var seen: Set<Int> = []
    func visit(_ schema: Int, isCertain: Bool) {
      guard seen.insert(schema).inserted else { return }
      parts.append(ShapePart(schema: schema, isCertain: isCertain))
      for step in source.program(of: schema) where step.opcode != .not {
        let keeps = step.opcode == .allOf || step.opcode == .reference || step.opcode == .dynamicReference
        for next in source.schemasInPlace(of: step) { visit(next, isCertain: isCertain && keeps) }
      }
    }
    for schema in schemas { visit(schema, isCertain: true) }
    return parts
  }
}

/// A schema that takes part in describing a value.
struct ShapePart {
  let schema: Int
  /// Whether it does so for every value, and not only for those of one branch.
  let isCertain: Bool
}
