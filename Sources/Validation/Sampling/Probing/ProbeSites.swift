import DoubletContracts
import DoubletJSON

/// The sites of one schema: one for each type that its rules speak of, found when it is first asked for.
struct ProbeSites {
  private let program: Program
  private let root: Int
  private let direction: Validator.Direction
  /// The way to the schema.
  private(set) var way: ProbeWay
  private var known: [(steps: [SampleStep], site: ProbeSite?)] = []
  /// A site of the value that holds this one, and the step from there.
  private var outer: (site: ProbeSite, step: SampleStep)?
  /// The choices that the way makes since that step.
  private var choices: [SampleStep] = []
  /// What the way asks for at that step, whatever else a value may choose.
  private var asked: [Applied]
  /// Why nothing may be there.
  private var exclusion: Contradiction?

  /// The sites of the schema that a walk starts from.
  init(_ program: Program, root: Int, direction: Validator.Direction) {
    self.program = program
    self.root = root
    self.direction = direction
    way = ProbeWay(from: root)
    asked = [Applied(root, in: program.source)]
  }

  var trail: [SampleStep] { way.steps }
  private var found: [ProbeSite] { known.compactMap(\.site) }

  /// What the way asks of a value at the place.
  func demand(_ contradictions: Contradictions) -> Demand {
    contradictions.demand(of: asked, choosing: choices)
  }

  /// The sites of a schema that the one here leads to, by steps from where the way asks for that.
  func following(_ steps: [SampleStep], to schema: Applied, from demand: Demand) -> ProbeSites {
    var sites = self
    sites.way = way.following(steps, to: schema.schema)
    guard let step = steps.last else { return sites }
    sites.known = []
    guard !step.isInPlace else {
      sites.choices += steps
      return sites
    }
    sites.choices = []
    sites.asked = demand.schemas(at: step, program)
    sites.exclusion = demand.exclusion(of: step, at: trail.tokens)
    sites.outer = found.first { $0.value.kind == (step.isElement ? .array : .object) }.map { ($0, step) }
    return sites
  }

  /// Gives up the values that were found.
  mutating func forget() {
    known = []
    outer = nil
  }

  /// Why no valid value has the place; nil where one was found that has.
  mutating func hindrance(_ contradictions: Contradictions, _ work: inout Int) -> Hindrance? {
    contradiction(contradictions) ?? (site(at: trail, &work) == nil ? Hindrance(Self.notFound) : nil)
  }

  private static let notFound = "no valid value was found that has a place for it"

  /// What contradicts itself in what the way asks of the place.
  private func contradiction(_ contradictions: Contradictions) -> Hindrance? {
    guard known.isEmpty, program.source.scopes.anchors.isEmpty else { return nil }
    if let exclusion { return Hindrance(exclusion.description, dependencies: way.schemas(behind: nil)) }
    guard let found = contradictions.contradiction(entering: asked, choosing: choices) else { return nil }
    let isOfSchema = contradictions.contradiction(of: [way.schema]) != nil
    return Hindrance(found.description, dependencies: isOfSchema ? [] : way.schemas(behind: nil))
  }

  /// The site for a rule.
  mutating func site(for rule: ProbeRule, _ work: inout Int) throws(Hindrance) -> ProbeSite {
    let steps = trail + beyond(rule)
    var found = site(at: steps, &work)
    // Where no valid value is of the type that the rule speaks of, one of another type is put in its place.
    if found == nil, steps.count == trail.count + 1, case .types = steps[trail.count] {
      found = site(at: trail, &work)
    }
    guard var found else { throw Hindrance(Self.notFound) }
    // It may be known from a schema that refers to this one.
    found.way = way
    return found
  }

  private mutating func site(at steps: [SampleStep], _ work: inout Int) -> ProbeSite? {
    if let (_, site) = known.first(where: { $0.steps == steps }) { return site }
    let site = fitting(steps) ?? find(steps, &work)
    known.append((steps, site))
    return site
  }

  /// A known site that will do: any for the schema as such, one of the type where that is all that is asked beyond.
  private func fitting(_ steps: [SampleStep]) -> ProbeSite? {
    if steps == trail { return found.first }
    guard case .types(let types)? = steps.last, steps.count == trail.count + 1 else { return nil }
    return found.first { !JSONTypes(of: $0.value).isDisjoint(with: types) }
  }

  /// Whether a rule asks for a member that belongs to the other direction.
  func isExempt(_ rule: ProbeRule) -> Bool {
    guard case .member(let name) = rule.kind else { return false }
    if Demand(of: [rule.schema], program.source).object.isForeign(name, direction) { return true }
    return found.contains { $0.demand.object.isForeign(name, direction) }
  }

  /// What must be at the place of a rule.
  private func beyond(_ rule: ProbeRule) -> [SampleStep] {
    let step = program.source.instructions[rule.index]
    switch step.opcode {
    case .elements, .unevaluatedItems:
      let position = rule.position(in: program.source)
      return [.types(.array)] + (position > 0 ? [.element(position - 1)] : [])
    case .minLength, .maxLength, .pattern: return [.types(.string)]
    case .format:
      let isNumber = Format(name: program.source.formats[Int(step.a)])?.instanceKind == .number
      return [.types(isNumber ? .number : .string)]
    case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf: return [.types(.number)]
    case .minItems, .maxItems, .uniqueItems, .contains: return [.types(.array)]
    case .minProperties, .maxProperties, .required, .members, .propertyNames, .unevaluatedProperties, .discriminator:
      return [.types(.object)]
    case .dependentRequired: return [.types(.object), .member(program.source.names[Int(step.a)])]
    default: return []
    }
  }
}

extension ProbeSites {
  /// How many values may be made to find one.
  private static let mostSteps = 6_000

  private func find(_ steps: [SampleStep], _ work: inout Int) -> ProbeSite? {
    for attempt in [1, 0, 3, 2] {
      guard work > 0 else { return nil }
      var search = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: attempt)
      search.steps = Self.mostSteps
      defer { work -= Self.mostSteps - search.steps }
      if attempt == 1, let outer, let site = find(steps, within: outer.site, at: outer.step, &search) { return site }
      guard let whole = search.sample(of: root, along: steps), let (demand, place) = search.reached else { continue }
      // What may follow the trail is there to make the value right, and no way to another place.
      return ProbeSite(whole: whole, way: way, demand: demand, asked: asked, place: place)
    }
    return nil
  }

  /// A site in the value of an outer one, of which only the member or element is made.
  private func find(
    _ steps: [SampleStep],
    within outer: ProbeSite,
    at step: SampleStep,
    _ search: inout SampleSearch
  ) -> ProbeSite? {
    var holder = outer.value
    let name = if case .member(let name) = step { name } else { "item" }
    let ahead = choices + steps[trail.count...]
    let below = outer.place.below(name, open: [], isOptional: false).ending(ahead)
    guard let value = search.sample(outer.demand.schemas(at: step, program), at: below) else { return nil }
    switch step {
    case .member(let name): holder = holder.with(name, value)
    case .element(let position):
      guard let count = holder.array?.count, position <= count else { return nil }
      holder[position] = value
    case .option, .types: return nil
    }
    let whole = outer.replacing(with: holder)
    guard let (demand, place) = search.reached, search.accepts(whole, [Applied(root, in: program.source)]) else {
      return nil
    }
    return ProbeSite(whole: whole, way: way, demand: demand, asked: asked, place: place)
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

extension ProbeRule {
  /// The first element that a rule of elements speaks of.
  fileprivate func position(in tables: SchemaTables) -> Int {
    if case .forbiddenElement(let position) = kind { return position }
    return Demand(of: [schema], tables).array.firstLeft
  }
}
