import DoubletContracts
import DoubletJSON

/// A rule that leaves a choice, and what can be chosen.
struct Alternatives {
  /// One way to keep the rule.
  struct Option {
    /// Schemas that then apply.
    var schemas: [Applied] = []
    /// Schemas that then must not hold.
    var nots: [Applied] = []
    /// Types that are then ruled out.
    var refused: JSONTypes = []
    /// Members that then must be there, and the value that they must have, if it is one.
    var members: [(name: String, value: JSON?)] = []
    /// Members that then must not be there.
    var forbidden: [String] = []
  }

  /// The index of the instruction that leaves the choice.
  let rule: Int
  var options: [Option]
}

extension Demand {
  /// Gathers an instruction that leaves a choice.
  mutating func addAlternatives(_ step: Instruction, _ index: Int, _ applied: Applied, _ tables: SchemaTables) {
    let (a, b, c) = (Int(step.a), Int(step.b), Int(step.c))
    switch step.opcode {
    case .anyOf, .oneOf:
      let branches = tables.children[a..<(a + b)].map { applied.next($0, in: tables) }
      let isLeft = tables.program(of: applied.schema).contains { $0.opcode == .discriminator }
      let options = branches.compactMap { branch -> Alternatives.Option? in
        // Objects are the discriminator's to choose for.
        if isLeft, tables.types(of: branch.schema).subtracting(.object).isEmpty { return nil }
        return Alternatives.Option(schemas: [branch], refused: isLeft ? .object : [])
      }
      let objects = Alternatives.Option(refused: JSONTypes.all.subtracting(.object))
      alternatives.append(Alternatives(rule: index, options: isLeft ? [objects] + options : options))
      if step.opcode == .oneOf { isUncertain = true }
    case .discriminator:
      let name = tables.names[a]
      var options = tables.discriminations[b..<(b + c)].map { row in
        Alternatives.Option(
          schemas: [applied.next(row.schema, in: tables)],
          refused: JSONTypes.all.subtracting(.object),
          members: [(name, .string(row.value))]
        )
      }
      options.append(Alternatives.Option(refused: .object))
      alternatives.append(Alternatives(rule: index, options: options))
    case .conditional:
      let condition = applied.next(a, in: tables)
      let met = [condition] + (b < 0 ? [] : [applied.next(b, in: tables)])
      let unmet = c < 0 ? [] : [applied.next(c, in: tables)]
      alternatives.append(
        Alternatives(
          rule: index,
          options: [
            Alternatives.Option(schemas: met), Alternatives.Option(schemas: unmet, nots: [condition]),
          ]
        )
      )
    case .dependentSchema:
      let trigger = tables.names[a]
      alternatives.append(
        Alternatives(
          rule: index,
          options: [
            Alternatives.Option(forbidden: [trigger]),
            Alternatives.Option(schemas: [applied.next(b, in: tables)], members: [(trigger, nil)]),
          ]
        )
      )
    default: preconditionFailure("\(step.opcode) leaves no choice")
    }
  }

  /// Takes one way to keep a rule.
  mutating func add(_ option: Alternatives.Option, _ tables: SchemaTables) {
    types.subtract(option.refused)
    for member in option.members {
      object.require(member.name)
      if let value = member.value { object.fixed[member.name] = value }
    }
    object.forbidden.formUnion(option.forbidden)
    for schema in option.schemas { add(schema, tables) }
    for schema in option.nots { exclude(schema, tables) }
  }
}
