import DoubletContracts

/// A rule is shown to be what refuses a value by the same schemas without it: they take the value.
extension ProbeRule {
  /// The program without the rule.
  func lifted(from program: Program) -> Program {
    var tables = program.source
    let schema = tables.lift(self)
    return program.replacing(schema, from: tables)
  }
}

extension SchemaTables {
  /// Takes a rule out, and says which schema's it was.
  fileprivate mutating func lift(_ rule: ProbeRule) -> Int {
    let (a, b, c) = (instructions[rule.index].a, instructions[rule.index].b, instructions[rule.index].c)
    switch rule.kind {
    case .key(let own):
      instructions[own] = .nothing
      return Int(a)
    case .member(let name):
      if instructions[rule.index].opcode == .required {
        (instructions[rule.index].a, instructions[rule.index].b) = names(a, b, without: name)
      } else {
        (instructions[rule.index].b, instructions[rule.index].c) = names(b, c, without: name)
      }
    case .writeOnly(let name):
      if let property = property(name, of: Int(a)) { properties[property].traits.remove(.writeOnly) }
    case .forbiddenMember:
      let row = objects[Int(a)]
      let named =
        properties[row.properties.indices].map(\.schema) + patternProperties[row.patterns.indices].map(\.schema)
      if let never = named.first(where: { schemas[$0].location == rule.schemaLocation }) { return allowAll(never) }
    case .forbiddenElement(let position): return allowAll(position < b ? children[Int(a) + position] : Int(c))
    case .whole: return liftWhole(rule)
    }
    return rule.schema.schema
  }

  private mutating func liftWhole(_ rule: ProbeRule) -> Int {
    let step = instructions[rule.index]
    switch step.opcode {
    case .members: return allowAll(objects[Int(step.a)].additional)
    case .unevaluatedItems, .unevaluatedProperties: return allowAll(Int(step.a))
    case .contains where rule.keyword == "maxContains": instructions[rule.index].c = -1
    case .contains: instructions[rule.index].b = 0
    case .discriminator:
      // For objects it makes the choice of the 'anyOf' or 'oneOf' beside it.
      for index in schemas[rule.schema.schema].program.indices where instructions[index].opcode.isBranching {
        instructions[index] = .nothing
      }
    default: instructions[rule.index] = .nothing
    }
    return rule.schema.schema
  }

  /// Makes the schema `false` take everything.
  private mutating func allowAll(_ never: Int) -> Int {
    instructions[schemas[never].program.start] = .nothing
    return never
  }

  private func property(_ name: String, of object: Int) -> Int? {
    objects[object].properties.indices.first { properties[$0].name == name }
  }

  /// A run of names without one of them.
  private mutating func names(_ start: Int32, _ count: Int32, without name: String) -> (start: Int32, count: Int32) {
    let left = names[Int(start)..<Int(start + count)].filter { $0 != name }
    names += left
    return (Int32(names.count - left.count), Int32(left.count))
  }
}

extension Instruction {
  /// An instruction that asks nothing: an `allOf` of no schemas.
  fileprivate static let nothing = Instruction(.allOf)
}
