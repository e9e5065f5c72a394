import DoubletContracts
import DoubletJSON

/// Walks all schemas that a schema leads to, and looks for the probes of their rules. The way of one schema:
///
/// 1. **reach** it: a valid value that has a place where it applies (``ProbeSite``);
/// 2. **list** its rules (``ProbeRule``);
/// 3. **keep** each of them, on its edge where that is possible;
/// 4. **break** each of them, and ask the validator what it says;
/// 5. **go on** to the schemas that it leads to, with the way there.
///
/// Where a way does not lead there, or a rule cannot be broken there, the next way to the same schema is tried. What lies
/// behind the schema is looked at by the first way that leads there, and by others where it is in **doubt**.
struct ProbeWalk {
  let program: Program
  let root: Int
  let direction: Validator.Direction
  private var result = Probes()
  private var queue: [Visit] = []
  private(set) var known: [Int: Standing] = [:]
  /// The ways that were not gone to their end, since another one to their schema was.
  var aside: [Visit] = []
  /// How many of them were gone after all, by their schema.
  var repeated: [Int: Int] = [:]
  /// The schemas to which there are ways that were not gone to their end.
  private(set) var ungone: Set<Int> = []
  /// The schemas in the order in which they were come to.
  private var order: [Int] = []
  let contradictions: Contradictions
  private let entrances: Entrances
  /// The values that may still be made.
  private var work = 2_000_000

  var tables: SchemaTables { program.source }

  init(_ program: Program, schema: Int, direction: Validator.Direction) {
    self.program = program
    root = schema
    self.direction = direction
    contradictions = Contradictions(program.source, direction: direction)
    entrances = Entrances(program, root: schema)
  }

  /// The probes of all rules.
  mutating func probes() -> Probes {
    let sites = ProbeSites(program, root: root, direction: direction)
    queue = [Visit(schema: Applied(root, in: program.source), sites: sites)]
    while !queue.isEmpty {
      var next = 0
      while next < queue.count {
        follow(queue[next])
        queue[next].sites.forget()
        next += 1
      }
      queue = takeDoubted()
    }
    ungone.formUnion(aside.map(\.schema.schema))
    for schema in order { result.missing += (known[schema]?.missing ?? []).map(doubting) }
    return result
  }

  /// Goes a way to a schema, and on to those that it leads to.
  private mutating func follow(_ visit: Visit) {
    let schema = visit.schema
    guard !tables.schemas[schema.schema].program.isEmpty else { return }
    var visit = visit
    if known[schema.schema] == nil { order.append(schema.schema) }
    var standing = known[schema.schema] ?? Standing(rules(of: schema), at: visit.sites.trail)
    defer { known[schema.schema] = standing }
    if visit.hindrance == nil {
      guard standing.takesAnotherWay || visit.isRepeated else { return aside.append(visit) }
      visit.hindrance = visit.sites.hindrance(contradictions, &work)
      if visit.hindrance?.isCertain != true { standing.ways += 1 }
    }
    if let hindrance = visit.hindrance {
      if !hindrance.isCertain { ungone.insert(schema.schema) }
      guard standing.add(hindrance) else { return }
    } else {
      let wasReached = standing.isReached
      standing.reach { probe($0, &visit.sites) }
      guard !wasReached || visit.isRepeated else { return aside.append(visit) }
    }
    let demand = visit.sites.demand(contradictions)
    for (child, steps) in children(of: schema) {
      let sites = visit.sites.following(steps, to: child, from: demand)
      let hindrance = visit.hindrance?.below(child.schema) ?? hindrance(at: steps.last, from: schema, to: child)
      queue.append(Visit(schema: child, sites: sites, hindrance: hindrance))
    }
  }

  private func rules(of schema: Applied) -> [ProbeRule] {
    tables.schemas[schema.schema].program.indices.flatMap { rules(of: $0, in: schema) }
  }

  /// Looks for the probe of a rule; what hinders it where there is none.
  private mutating func probe(_ rule: ProbeRule, _ sites: inout ProbeSites) -> Hindrance? {
    // A required member of the other direction is no rule here.
    guard !sites.isExempt(rule) else { return nil }
    do throws(Hindrance) {
      let site = try sites.site(for: rule, &work)
      var maker = ProbeMaker(site, of: root, program, direction, contradictions, entrances)
      result.found.append(try maker.probe(rule))
      return nil
    } catch {
      return error
    }
  }
}
