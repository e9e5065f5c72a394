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
    /// The member that is missing where the rule is broken, if it asks for one.
    var missing: String?

    /// The same, seen from a member; nil where it does not lie there.
    func below(_ token: String) -> Lifted? {
      place.first == token ? Lifted(place: place.dropFirst(), rule: rule, missing: missing) : nil
    }
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

  /// Whether a discriminator beside `anyOf` or `oneOf` asks for what a rule asks for: it needs its member, and leaves them to
  /// choose for what is no object.
  func isImpliedByDiscriminator(_ rule: ProbeRule) -> Bool {
    let steps = tables.schemas[rule.schema.schema].program.indices.map { tables.instructions[$0] }
    guard let discriminator = steps.first(where: { $0.opcode == .discriminator }),
      steps.contains(where: { $0.opcode == .anyOf || $0.opcode == .oneOf })
    else { return false }
    let step = tables.instructions[rule.index]
    switch rule.kind {
    case .member(let name) where step.opcode == .required:
      let meanings = tables.discriminations[Int(discriminator.b)..<Int(discriminator.b + discriminator.c)]
      return tables.names[Int(discriminator.a)] == name && !meanings.contains(where: \.isDefault)
    case .whole where step.opcode == .anyOf || step.opcode == .oneOf:
      return Demand(of: [rule.schema], tables).omitting(rule.index, tables).types.isSubset(of: .object)
    default: return false
    }
  }

  /// The branches of the choice beside a rule; those of a discriminator too, which chooses for objects.
  private func choices(beside rule: Int, of schema: Applied) -> [Int] {
    let rules = tables.schemas[schema.schema].program.indices.filter { $0 != rule }.map { tables.instructions[$0] }
    guard let choice = rules.first(where: { $0.opcode == .anyOf || $0.opcode == .oneOf }) else { return [] }
    let discriminators = rules.filter { $0.opcode == .discriminator }
    return Array(tables.branches(choice)) + discriminators.flatMap { tables.schemasInPlace(of: $0) }
  }

  /// Whether whatever meets the rest of a demand keeps a rule that is one of its.
  func isImplied(_ rule: ProbeRule, beside demand: Demand) -> Bool {
    let rest = demand.omitting(rule.index, tables)
    switch rule.kind {
    case .whole: return implies(rest, tables.instructions[rule.index], of: rule.schema, nil, 0)
    case .member(let name): return rest.object.required.contains(name) && !rest.object.isForeign(name, direction)
    default: return false
    }
  }

  /// Whether whatever meets a demand, but for a rule that is lifted, meets a schema too.
  func implies(_ demand: Demand, _ schema: Applied, lifting lifted: Lifted? = nil, depth: Int = 0) -> Bool {
    if lifted == nil, demand.schemas.contains(schema) { return true }
    guard depth < Self.deepestMember else { return false }
    let rule = lifted?.place.isEmpty == true ? lifted?.rule : nil
    let demand = lifted.map { demand.breaking($0, tables) } ?? demand
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
      return demand.possibleTypes.isSubset(of: JSONTypes(rawValue: a))
    case .enumeration, .constant:
      let listed = tables.values[a..<(a + (step.opcode == .constant ? 1 : b))]
      return (demand.choices ?? demand.possibleTypes.values)?.allSatisfy { listed.contains($0) } == true
    case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf:
      return demand.possibleTypes.isDisjoint(with: .number)
    case .minLength, .maxLength, .pattern, .format: return impliesText(demand, step)
    case .required, .members, .minProperties, .propertyNames:
      return impliesObject(demand, step, of: schema, lifted, depth)
    case .minItems, .maxItems, .uniqueItems, .elements: return impliesArray(demand, step, of: schema, lifted, depth)
    default: return false
    }
  }

  private func impliesText(_ demand: Demand, _ step: Instruction) -> Bool {
    let a = Int(step.a)
    switch step.opcode {
    case .minLength:
      return demand.possibleTypes.isDisjoint(with: .string) || demand.lengths.lowerBound >= a
        || demand.string.patterns.contains { lengths(of: $0).least >= a }
    case .maxLength:
      return demand.possibleTypes.isDisjoint(with: .string) || demand.lengths.upperBound <= a
        || demand.string.patterns.contains { lengths(of: $0).most <= a }
    case .pattern: return demand.possibleTypes.isDisjoint(with: .string) || demand.string.patterns.contains(a)
    default:
      guard !demand.possibleTypes.isDisjoint(with: [.string, .number]) else { return true }
      guard let format = Format(name: tables.formats[a]) else { return false }
      return format == .annotation || demand.string.formats.contains(format) || demand.number.formats.contains(format)
    }
  }

  /// How many code points a text may have that a pattern matches.
  private func lengths(of pattern: Int) -> PatternLengths {
    (try? PatternParser.parse(tables.patterns[pattern]))?.root.lengthsOfTexts ?? PatternLengths(least: 0, most: .max)
  }

  /// Whether a value that meets some schemas meets another one.
  func implies(_ schemas: [Applied], _ schema: Applied, _ lifted: Lifted?, _ depth: Int) -> Bool {
    if lifted == nil, schemas.contains(schema) { return true }
    return implies(Demand(of: schemas, tables), schema, lifting: lifted, depth: depth + 1)
  }
}
