import DoubletContracts
import DoubletJSON

/// A schema that must not be met, and that whatever meets the rest meets too: as in a `oneOf` of which one branch takes
/// all that another does. Rules are compared one by one; what is not seen at once is taken for not implied.
extension Contradictions {
  /// A rule that need not be kept.
  struct Lifted {
    /// The way to it from the value that is compared.
    var place: ArraySlice<String>
    /// The index of its instruction.
    let rule: Int

    /// The same, seen from a member; nil where it does not lie there.
    func below(_ token: String) -> Lifted? { place.first == token ? Lifted(place: place.dropFirst(), rule: rule) : nil }
  }

  /// How deep members and elements are compared.
  private static let deepestMember = 6

  func impliedContradiction(in demand: Demand) -> Contradiction? {
    guard let excluded = demand.nots.first(where: { implies(demand, $0) }) else { return nil }
    let location = tables.schemas[excluded.schema].location
    return Contradiction(pointer: JSONPointer(), rules: ["must not match \(location), which takes whatever is left"])
  }

  /// Whether whatever meets the other rules of a schema meets a rule of it too.
  func isImplied(_ rule: Int, of schema: Applied) -> Bool {
    let demand = Demand(of: [schema], tables).omitting(rule, tables)
    let step = tables.instructions[rule]
    if implies(demand, step, of: schema, nil, 0) { return true }
    // Or what meets them meets it by whichever branch of a choice beside it.
    let branches = choices(beside: rule, of: schema)
    return !branches.isEmpty
      && branches.allSatisfy { branch in
        var chosen = demand
        chosen.add(schema.next(branch, in: tables), tables)
        return implies(chosen, step, of: schema, nil, 0)
      }
  }

  /// The branches of the choice beside a rule; those of a discriminator too, which chooses for objects.
  private func choices(beside rule: Int, of schema: Applied) -> [Int] {
    let rules = tables.schemas[schema.schema].program.indices.filter { $0 != rule }.map { tables.instructions[$0] }
    guard let choice = rules.first(where: { $0.opcode == .anyOf || $0.opcode == .oneOf }) else { return [] }
    let discriminators = rules.filter { $0.opcode == .discriminator }
    return Array(tables.branches(choice)) + discriminators.flatMap { tables.schemasInPlace(of: $0) }
  }

  /// Whether whatever meets a demand, but for a rule that is lifted, meets a schema too.
  func implies(_ demand: Demand, _ schema: Applied, lifting lifted: Lifted? = nil, depth: Int = 0) -> Bool {
    if lifted == nil, demand.schemas.contains(schema) { return true }
    guard depth < Self.deepestMember else { return false }
    let rule = lifted?.place.isEmpty == true ? lifted?.rule : nil
    let demand = rule.map { demand.omitting($0, tables) } ?? demand
    return tables.schemas[schema.schema].program.indices.allSatisfy {
      $0 != rule && implies(demand, tables.instructions[$0], of: schema, lifted, depth)
    }
  }

  private func implies(
    _ demand: Demand,
    _ step: Instruction,
    of schema: Applied,
    _ lifted: Lifted?,
    _ depth: Int
  ) -> Bool {
    let (a, b) = (Int(step.a), Int(step.b))
    func implied(_ index: Int) -> Bool {
      implies(demand, schema.next(index, in: tables), lifting: lifted, depth: depth + 1)
    }
    switch step.opcode {
    case .reference: return implied(a)
    case .allOf: return tables.branches(step).allSatisfy(implied)
    case .anyOf: return tables.branches(step).contains(where: implied)
    case .type:
      let types = demand.choices.map { JSONTypes(ofAll: $0) } ?? demand.types
      return types.isSubset(of: JSONTypes(rawValue: a))
    case .enumeration, .constant:
      let listed = tables.values[a..<(a + (step.opcode == .constant ? 1 : b))]
      return demand.choices?.allSatisfy { listed.contains($0) } == true
    case .minLength, .maxLength, .pattern, .format: return impliesText(demand, step)
    case .required, .members, .minProperties: return impliesObject(demand, step, of: schema, lifted, depth)
    case .minItems, .maxItems, .uniqueItems, .elements: return impliesArray(demand, step, of: schema, lifted, depth)
    default: return false
    }
  }

  private func impliesText(_ demand: Demand, _ step: Instruction) -> Bool {
    let a = Int(step.a)
    switch step.opcode {
    case .minLength: return demand.types.isDisjoint(with: .string) || demand.string.least >= a
    case .maxLength: return demand.types.isDisjoint(with: .string) || demand.string.most <= a
    case .pattern: return demand.types.isDisjoint(with: .string) || demand.string.patterns.contains(a)
    default:
      guard !demand.types.isDisjoint(with: [.string, .number]) else { return true }
      guard let format = Format(name: tables.formats[a]) else { return false }
      return format == .annotation || demand.string.formats.contains(format) || demand.number.formats.contains(format)
    }
  }

  private func impliesArray(
    _ demand: Demand,
    _ step: Instruction,
    of schema: Applied,
    _ lifted: Lifted?,
    _ depth: Int
  ) -> Bool {
    guard !demand.types.isDisjoint(with: .array) else { return true }
    switch step.opcode {
    case .minItems: return demand.array.least >= Int(step.a)
    case .maxItems: return demand.array.most <= Int(step.a)
    case .uniqueItems: return demand.array.isUnique
    default:
      guard step.b == 0, demand.array.runs.allSatisfy(\.first.isEmpty) else { return false }
      guard step.c >= 0 else { return true }
      let lifted = lifted.map { Lifted(place: $0.place.dropFirst(), rule: $0.rule) }
      return implies(demand.array.schemas(at: 0), schema.next(step.c, in: tables), lifted, depth)
    }
  }

  private func impliesObject(
    _ demand: Demand,
    _ step: Instruction,
    of schema: Applied,
    _ lifted: Lifted?,
    _ depth: Int
  ) -> Bool {
    guard !demand.types.isDisjoint(with: .object) else { return true }
    let a = Int(step.a)
    switch step.opcode {
    case .required:
      // What is required of the other direction only need not be there.
      return tables.names[a..<(a + Int(step.b))].allSatisfy {
        demand.object.required.contains($0) && !demand.object.isForeign($0, direction)
      }
    case .minProperties: return demand.object.least >= a
    default:
      let row = tables.objects[a]
      guard row.patterns.isEmpty, row.additional < 0 || tables.schemas[row.additional].program.isEmpty else {
        return false
      }
      return tables.properties[row.properties.indices].allSatisfy { property in
        if demand.object.forbidden.contains(property.name) { return true }
        // A member of the other direction is not held against what the demand says of it.
        guard !demand.object.isForeign(property.name, direction) else { return false }
        // One that must not be in an answer is refused there, whatever it is.
        guard direction != .response || !property.traits.contains(.writeOnly) else { return false }
        let own = demand.object.schemas[property.name] ?? []
        return implies(own, schema.next(property.schema, in: tables), lifted?.below(property.name), depth)
      }
    }
  }

  /// Whether a value that meets some schemas meets another one.
  private func implies(_ schemas: [Applied], _ schema: Applied, _ lifted: Lifted?, _ depth: Int) -> Bool {
    if lifted == nil, schemas.contains(schema) { return true }
    return implies(Demand(of: schemas, tables), schema, lifting: lifted, depth: depth + 1)
  }
}
