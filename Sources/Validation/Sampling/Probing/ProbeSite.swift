import DoubletContracts
import DoubletJSON

/// A valid value that has a place where a schema applies.
struct ProbeSite {
  /// The whole value.
  let whole: JSON
  /// The way to the place.
  let steps: [SampleStep]
  /// What is asked at the place.
  let demand: Demand
  let place: SamplePlace

  /// The value at the place.
  var value: JSON { whole.value(at: JSONPointer(tokens: steps.tokens)) ?? .null }

  /// The whole value with another one at the place.
  func replacing(with value: JSON) -> JSON { whole.replacing(steps.tokens[...], with: value) }
}

/// The sites of one schema: one for each type that its rules speak of, found when it is first asked for.
struct ProbeSites {
  private let program: Program
  private let root: Int
  private let direction: Validator.Direction
  /// The way to the schema.
  private(set) var trail: [SampleStep] = []
  private var known: [[SampleStep]: ProbeSite?] = [:]
  /// A site of the value that holds this one, and the step from there.
  private var outer: (site: ProbeSite, step: SampleStep)?

  /// The sites of the schema that a walk starts from.
  init(_ program: Program, root: Int, direction: Validator.Direction) {
    self.program = program
    self.root = root
    self.direction = direction
  }

  /// The sites of a schema that the one here leads to.
  func following(_ steps: [SampleStep]) -> ProbeSites {
    guard let step = steps.last else { return self }
    var sites = self
    sites.trail += steps
    sites.known = [:]
    let site = known.values.compactMap(\.self).first { $0.value.kind == (step.isElement ? .array : .object) }
    sites.outer = step.isInPlace ? nil : site.map { ($0, step) }
    return sites
  }

  /// Gives up the values that were found.
  mutating func forget() {
    known = [:]
    outer = nil
  }

  /// The site for a rule.
  mutating func site(for rule: ProbeRule) -> ProbeSite? {
    guard !isExempt(rule) else { return nil }
    let steps = self.steps(for: rule)
    if let site = known[steps] { return site }
    // What was found for another rule will often do.
    let site = steps == trail ? known.values.compactMap(\.self).first : fitting(steps)
    known[steps] = .some(site ?? find(steps))
    return known[steps] ?? nil
  }

  /// A known site of the type that is all that is asked beyond the trail.
  private func fitting(_ steps: [SampleStep]) -> ProbeSite? {
    guard case .types(let types)? = steps.last, steps.count == trail.count + 1 else { return nil }
    return known.values.compactMap(\.self).first { !JSONTypes(of: $0.value).isDisjoint(with: types) }
  }

  /// Whether a rule asks for a member that belongs to the other direction.
  func isExempt(_ rule: ProbeRule) -> Bool {
    guard case .member(let name) = rule.kind else { return false }
    var demand = Demand()
    demand.add(rule.schema, program.source)
    if demand.object.isForeign(name, direction) { return true }
    let reached = known.values.compactMap { $0?.demand }
    return reached.contains { $0.object.isForeign(name, direction) }
  }

  /// Why there is no site.
  func reason(for rule: ProbeRule) -> String {
    let spoken = steps(for: rule).compactMap { step in if case .types(let types) = step { types } else { nil } }
    let allowed = program.source.types(of: rule.schema.schema)
    guard let type = spoken.last, type.isDisjoint(with: allowed) else {
      return "no valid value was found that has a place for it"
    }
    return "it says nothing of \(Message.list(allowed.names.map(Message.article)))"
  }

  /// The way to the place of a rule, and what must be there.
  private func steps(for rule: ProbeRule) -> [SampleStep] {
    let step = program.source.instructions[rule.index]
    switch step.opcode {
    case .minLength, .maxLength, .pattern: return trail + [.types(.string)]
    case .format:
      let isNumber = Format(name: program.source.formats[Int(step.a)])?.instanceKind == .number
      return trail + [.types(isNumber ? .number : .string)]
    case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf: return trail + [.types(.number)]
    case .elements where step.b > 0: return trail + [.types(.array), .element(Int(step.b) - 1)]
    case .minItems, .maxItems, .uniqueItems, .elements, .contains, .unevaluatedItems: return trail + [.types(.array)]
    case .minProperties, .maxProperties, .required, .members, .propertyNames, .unevaluatedProperties, .discriminator:
      return trail + [.types(.object)]
    case .dependentRequired: return trail + [.types(.object), .member(program.source.names[Int(step.a)])]
    default: return trail
    }
  }

  private func find(_ steps: [SampleStep]) -> ProbeSite? {
    if let outer, let site = find(Array(steps[trail.count...]), within: outer.site, at: outer.step) { return site }
    for attempt in [1, 0, 3, 2] {
      var search = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: attempt)
      guard let whole = search.sample(of: root, along: steps), let (demand, place) = search.reached else { continue }
      // What may follow the trail is there to make the value right, and no way to another place.
      return ProbeSite(whole: whole, steps: trail, demand: demand, place: place)
    }
    return nil
  }
}

extension ProbeSites {
  /// A site in the value of an outer one, of which only the member or element is made.
  private func find(_ steps: [SampleStep], within outer: ProbeSite, at step: SampleStep) -> ProbeSite? {
    var search = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: 1)
    var holder = outer.value
    switch step {
    case .member(let name):
      let below = outer.place.below(name, open: [], isOptional: false).ending(steps)
      guard let value = search.sample(outer.demand.object.schemas(of: name, program), at: below) else { return nil }
      holder = holder.with(name, value)
    case .element(let position):
      guard let count = holder.array?.count, position <= count else { return nil }
      let below = outer.place.below("item", open: [], isOptional: false).ending(steps)
      guard let value = search.sample(outer.demand.array.schemas(at: position), at: below) else { return nil }
      holder[position] = value
    case .option, .types: return nil
    }
    let whole = outer.replacing(with: holder)
    guard let (demand, place) = search.reached, search.accepts(whole, [Applied(root, in: program.source)]) else {
      return nil
    }
    return ProbeSite(whole: whole, steps: outer.steps + [step], demand: demand, place: place)
  }
}

extension SamplePlace {
  /// The place at the end of a trail, of which only these steps are left.
  fileprivate func ending(_ steps: [SampleStep]) -> SamplePlace {
    var place = self
    place.isLean = true
    place.isOnTrail = true
    place.trail = steps[...]
    return place
  }
}

extension SampleStep {
  fileprivate var isElement: Bool { if case .element = self { true } else { false } }
}

extension JSON {
  /// The value with another one at the end of these keys and positions.
  func replacing(_ tokens: ArraySlice<String>, with value: JSON) -> JSON {
    guard let token = tokens.first else { return value }
    var changed = self
    switch self {
    case .array:
      guard let position = Int(token), let element = self[position] else { return self }
      changed[position] = element.replacing(tokens.dropFirst(), with: value)
    case .object:
      guard let member = self[token] else { return self }
      changed[token] = member.replacing(tokens.dropFirst(), with: value)
    default: break
    }
    return changed
  }
}
