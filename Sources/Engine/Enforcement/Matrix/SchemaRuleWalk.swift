import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Goes through a schema and all that it applies, and writes down every rule once.
struct SchemaRuleWalk {
  let tables: SchemaTables
  let direction: Validator.Direction
  /// Whether the pattern of an index runs under a bound of steps.
  let runsUnderBound: (Int) -> Bool
  private(set) var rules: [SchemaRule] = []
  private var seen: Set<Int> = []
  /// Members of the value at hand that do not belong to the direction.
  private var foreign: Set<String> = []

  init(_ tables: SchemaTables, _ direction: Validator.Direction, runsUnderBound: @escaping (Int) -> Bool) {
    self.tables = tables
    self.direction = direction
    self.runsUnderBound = runsUnderBound
  }

  /// A schema of a value of its own, below or at the top.
  mutating func visitValue(_ schema: Int, at pointer: [String]) {
    guard !seen.contains(schema) else { return }
    let outer = foreign
    foreign = foreignMembers(of: schema)
    visit(schema, at: pointer)
    foreign = outer
  }

  private mutating func visit(_ schema: Int, at pointer: [String]) {
    guard tables.schemas.indices.contains(schema), seen.insert(schema).inserted else { return }
    for index in tables.schemas[schema].program.indices { visit(index, of: schema, at: pointer) }
  }

  private mutating func visit(_ index: Int, of schema: Int, at pointer: [String]) {
    let step = tables.instructions[index]
    let (a, b, c) = (Int(step.a), Int(step.b), Int(step.c))
    func add(_ keyword: String? = nil, below name: String? = nil, note: String = "") {
      let keyword = keyword ?? step.opcode.keyword
      rules.append(
        SchemaRule(
          pointer: pointer + (name.map { [$0] } ?? []),
          keyword: keyword,
          schemaLocation: "\(tables.schemas[schema].location)/\(keyword)",
          position: tables.positions[index],
          note: note
        )
      )
    }
    switch step.opcode {
    case .type, .enumeration, .constant, .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf,
      .minLength, .maxLength, .format, .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties, .not:
      // Every value is of one of all types.
      if step.opcode != .type || JSONTypes(rawValue: a) != .all { add() }
    case .never: addForbidden(schema, "false", at: pointer)
    case .pattern: add(note: runsUnderBound(a) ? "under a bound of steps" : "")
    case .required: for name in tables.names[a..<(a + b)] where !foreign.contains(name) { add(below: name) }
    case .dependentRequired: for name in tables.names[b..<(b + c)] where !foreign.contains(name) { add(below: name) }
    case .contains:
      if b > 0 { add(b == 1 ? "contains" : "minContains") }
      if c >= 0 { add("maxContains") }
    case .elements:
      for (number, child) in tables.children[a..<(a + b)].enumerated() {
        visitChild(child, "prefixItems", at: pointer + ["\(number)"])
      }
      visitChild(c, "items", at: pointer + ["*"])
    case .members: visitMembers(tables.objects[a], at: pointer)
    case .propertyNames, .unevaluatedItems, .unevaluatedProperties:
      visitChild(a, step.opcode.keyword, at: pointer + ["*"])
    case .dependentSchema: visit(b, at: pointer)
    case .allOf: for child in tables.children[a..<(a + b)] { visit(child, at: pointer) }
    case .anyOf, .oneOf:
      add()
      for child in tables.children[a..<(a + b)] { visit(child, at: pointer) }
    case .conditional:
      visit(b, at: pointer)
      visit(c, at: pointer)
    case .reference, .dynamicReference: visit(a, at: pointer)
    case .discriminator: add(below: tables.names[a])
    }
  }

  private mutating func visitMembers(_ row: ObjectRow, at pointer: [String]) {
    for property in tables.properties[row.properties.indices].sorted(by: { $0.order < $1.order }) {
      if direction.excludes(property.traits) {
        // A request may have read-only members, which are dropped; an answer must not have write-only ones.
        if direction == .response { addForbidden(property.schema, "writeOnly", at: pointer + [property.name]) }
      } else {
        visitChild(property.schema, "properties", at: pointer + [property.name])
      }
    }
    for pattern in tables.patternProperties[row.patterns.indices] {
      visitChild(pattern.schema, "patternProperties", at: pointer + ["*"])
    }
    visitChild(row.additional, "additionalProperties", at: pointer + ["*"])
  }

  /// Keywords of which a schema that is `false` is what is broken.
  private static let namingNever: Set = ["properties", "patternProperties", "propertyNames"]

  /// A schema of elements or members; where it is `false`, the keyword that applies it is what is broken.
  private mutating func visitChild(_ schema: Int, _ keyword: String, at pointer: [String]) {
    guard tables.schemas.indices.contains(schema) else { return }
    let program = tables.schemas[schema].program
    let isNever = program.count == 1 && tables.instructions[program.start].opcode == .never
    if isNever, !Self.namingNever.contains(keyword) {
      addForbidden(schema, keyword, at: pointer)
    } else {
      visitValue(schema, at: pointer)
    }
  }

  private mutating func addForbidden(_ schema: Int, _ keyword: String, at pointer: [String]) {
    let row = tables.schemas[schema]
    let location = keyword == "writeOnly" ? "\(row.location)/writeOnly" : row.location
    rules.append(
      SchemaRule(pointer: pointer, keyword: keyword, schemaLocation: location, position: row.position)
    )
  }

  /// The members, of all schemas that describe one value, that belong to the other direction.
  private func foreignMembers(of schema: Int) -> Set<String> {
    var names: Set<String> = []
    var pending = [schema]
    var visited: Set<Int> = []
    while let next = pending.popLast() {
      guard tables.schemas.indices.contains(next), visited.insert(next).inserted else { continue }
      for step in tables.program(of: next) {
        let (a, b, c) = (Int(step.a), Int(step.b), Int(step.c))
        switch step.opcode {
        case .members:
          for property in tables.properties[tables.objects[a].properties.indices]
          where direction.excludes(property.traits) {
            names.insert(property.name)
          }
        case .allOf, .anyOf, .oneOf: pending += tables.children[a..<(a + b)]
        case .reference, .dynamicReference: pending.append(a)
        case .dependentSchema: pending.append(b)
        case .conditional: pending += [b, c]
        default: break
        }
      }
    }
    return names
  }
}

extension Validator.Direction {
  /// Whether members of these traits belong to the other direction.
  fileprivate func excludes(_ traits: SchemaTraits) -> Bool {
    switch self {
    case .request: traits.contains(.readOnly)
    case .response: traits.contains(.writeOnly)
    case .none: false
    }
  }
}
