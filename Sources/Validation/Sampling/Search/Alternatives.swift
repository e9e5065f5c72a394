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
      addBranches(step, index, applied, tables)
    case .discriminator:
      let name = tables.names[a]
      var options = tables.discriminations[b..<(b + c)].map { row in
        Alternatives.Option(
          schemas: [applied.next(row.schema, in: tables)],
          refused: JSONTypes.all.subtracting(.object),
          members: row.isDefault ? [] : [(name, .string(row.value))]
        )
      }
      options.append(Alternatives.Option(refused: .object))
      // Where no other rule leaves the choice to it, the member may be missing.
      if !tables.program(of: applied.schema).contains(where: { $0.opcode == .oneOf || $0.opcode == .anyOf }) {
        options.append(Alternatives.Option(forbidden: [name]))
      }
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
            Alternatives.Option(
              schemas: [applied.next(b, in: tables)],
              refused: JSONTypes.all.subtracting(.object),
              members: [(trigger, nil)]
            ),
          ]
        )
      )
    default: preconditionFailure("\(step.opcode) leaves no choice")
    }
  }

  /// Gathers `anyOf` or `oneOf`. Where a discriminator stands beside it, that one chooses for objects.
  private mutating func addBranches(_ step: Instruction, _ index: Int, _ applied: Applied, _ tables: SchemaTables) {
    let branches = tables.children[Int(step.a)..<Int(step.a + step.b)].map { applied.next($0, in: tables) }
    var options = branches.indices.map { chosen in
      let others = step.opcode == .oneOf ? branches.indices.filter { $0 != chosen }.map { branches[$0] } : []
      return Alternatives.Option(schemas: [branches[chosen]], nots: others)
    }
    if tables.program(of: applied.schema).contains(where: { $0.opcode == .discriminator }) {
      options = options.map { Alternatives.Option(schemas: $0.schemas, nots: $0.nots, refused: .object) }
      options.insert(Alternatives.Option(refused: JSONTypes.all.subtracting(.object)), at: 0)
    }
    alternatives.append(Alternatives(rule: index, options: options))
  }

  /// Takes one way to keep a rule.
  mutating func add(_ option: Alternatives.Option, _ tables: SchemaTables) {
    refuse(option.refused)
    for member in option.members {
      object.require(member.name)
      if let value = member.value { object.fixed[member.name] = value }
    }
    object.forbidden.formUnion(option.forbidden)
    for schema in option.schemas { add(schema, tables) }
    for schema in option.nots { exclude(schema, tables) }
  }
}
