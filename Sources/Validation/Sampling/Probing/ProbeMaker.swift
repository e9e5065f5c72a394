import DoubletContracts
import DoubletJSON

/// Makes the probe of one rule at its site, and has the validator confirm it.
struct ProbeMaker {
  let program: Program
  let root: Int
  let direction: Validator.Direction
  let site: ProbeSite
  let choices: [Choice]
  let contradictions: Contradictions
  let entrances: Entrances
  var search: SampleSearch
  /// The schemas without the rule, once they were asked for.
  var lifted: Validator?

  var tables: SchemaTables { program.source }
  var validator: Validator { Validator(program) }

  init(
    _ site: ProbeSite,
    of root: Int,
    _ program: Program,
    _ direction: Validator.Direction,
    _ contradictions: Contradictions,
    _ entrances: Entrances
  ) {
    self.program = program
    self.root = root
    self.direction = direction
    self.site = site
    self.contradictions = contradictions
    self.entrances = entrances
    choices = Self.choices(on: site.steps, program)
    search = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: 1)
  }

  /// The probe of a rule.
  mutating func probe(_ rule: ProbeRule) throws(Hindrance) -> Probe {
    if let reason = vacuity(of: rule) { throw Hindrance(reason, dependencies: []) }
    let pointer = JSONPointer(tokens: site.steps.tokens + self.tokens(of: rule))
    let (broken, telling) = try broken(rule, Probe.Telling(pointer: pointer, keyword: rule.keyword))
    let kept = keeping(rule).lazy.map(site.replacing(with:)).first { isValid($0) }
    return Probe(
      pointer: pointer,
      keyword: rule.keyword,
      schemaLocation: rule.schemaLocation,
      position: rule.position,
      kept: kept ?? site.whole,
      broken: broken,
      telling: telling
    )
  }

  /// The value that breaks the rule and little else, and the violation that tells.
  private mutating func broken(
    _ rule: ProbeRule,
    _ told: Probe.Telling
  ) throws(Hindrance) -> (JSON, Probe.Telling) {
    var best: (broken: JSON, telling: Probe.Telling, cost: Int)?
    var others: Set<String> = []
    var taken: [JSON] = []
    /// Whether nothing better is to be found.
    func isTold(_ value: JSON) -> Bool {
      let whole = site.replacing(with: value)
      let violations = validator.explain(whole, against: root, direction: direction)
      if violations.isEmpty || isChoiceTold(in: violations) { taken.append(whole) }
      guard let (telling, cost) = telling(of: rule, as: told, in: violations, by: whole) else {
        others.formUnion(violations.map { "\($0.code) at '\($0.pointer)'" })
        return false
      }
      if cost < best?.cost ?? .max { best = (whole, telling, cost) }
      return cost == 1
    }
    _ = (otherMeanings(for: rule) + breaking(rule)).prefix(Self.mostTries).contains(where: isTold)
    if let best { return (best.broken, best.telling) }
    var tries = 0
    for value in taken where tries < 2 && breaksBranch(value, rule, told) {
      tries += 1
      guard let spoiled = spoiled(value, rule, told) else { continue }
      let violations = validator.explain(spoiled, against: root, direction: direction)
      if let (telling, _) = telling(of: rule, as: told, in: violations, by: spoiled) { return (spoiled, telling) }
    }
    if let certainty = certainty(of: rule) { throw certainty }
    _ = fartherBreaking(rule).contains(where: isTold)
    if let best { return (best.broken, best.telling) }
    throw hindrance(others)
  }

  func isValid(_ value: JSON) -> Bool { validator.isValid(value, against: root, direction: direction) }

  private func isChoiceTold(in violations: [Violation]) -> Bool {
    choices.contains { violations.contains(where: $0.telling.isTold) }
  }

  private func hindrance(_ others: Set<String>) -> Hindrance {
    guard others.isEmpty else {
      return Hindrance("a value that breaks it is told of by \(others.sorted().prefix(3).joined(separator: ", "))")
    }
    return Hindrance("no value was found that breaks it and is refused")
  }

  /// Why every value keeps the rule; nil where that is not so.
  private func vacuity(of rule: ProbeRule) -> String? {
    let step = tables.instructions[rule.index]
    if case .key(let own) = rule.kind, tables.instructions[own].opcode == .type {
      let types = JSONTypes(rawValue: Int(tables.instructions[own].a))
      return types.contains(.string) ? "a key is always a string" : nil
    }
    switch step.opcode {
    case .minLength where step.a <= 0: return "no string is shorter than 0 characters"
    case .minItems where step.a <= 0: return "no array has fewer than 0 items"
    case .minProperties where step.a <= 0: return "no object has fewer than 0 members"
    case .format where Format(name: tables.formats[Int(step.a)]) == .annotation: return "the format refuses nothing"
    case .type where JSONTypes(rawValue: Int(step.a)) == .all: return "every value is of one of these types"
    case .not where contradictions.contradiction(of: [Int(step.a)]) != nil: return "no value meets what it refuses"
    case .oneOf where takesAllByOne(tables.branches(step)):
      return "one of its schemas takes everything, and no other does"
    case .anyOf where tables.children[Int(step.a)..<Int(step.a + step.b)].contains(where: takesAll):
      return "one of its schemas takes everything"
    default: return nil
    }
  }

  private func takesAllByOne(_ branches: ArraySlice<Int>) -> Bool {
    branches.count(where: takesAll) == 1 && branches.count(where: tables.isNever) == branches.count - 1
  }

  func takesAll(_ schema: Int) -> Bool { tables.schemas[schema].program.isEmpty }

  /// What follows the site's place in the pointer of the rule's violation.
  private func tokens(of rule: ProbeRule) -> [String] {
    switch rule.kind {
    case .member(let name), .writeOnly(let name), .forbiddenMember(let name): return [name]
    case .forbiddenElement(let position): return [String(position)]
    case .key(let index): return [badKeys(index, rule.schema).first ?? ""]
    case .whole: break
    }
    switch tables.instructions[rule.index].opcode {
    case .members, .propertyNames, .unevaluatedProperties: return [Self.unknownKey]
    case .unevaluatedItems: return [String(site.value.array?.count ?? 0)]
    case .discriminator: return [tables.names[Int(tables.instructions[rule.index].a)]]
    default: return []
    }
  }

  /// How many values are tried for a rule.
  static let mostTries = 12

  /// A key that no schema names.
  static let unknownKey = "notInTheContract"
}
