import DoubletContracts
import DoubletJSON

/// Walks all schemas that a schema leads to, each once, and looks for the probes of their rules. The way of one schema:
///
/// 1. **reach** it: a valid value that has a place where it applies (``ProbeSite``);
/// 2. **list** its rules (``ProbeRule``);
/// 3. **keep** each of them, on its edge where that is possible;
/// 4. **break** each of them, and ask the validator what it says;
/// 5. **go on** to the schemas that it leads to, with the way there.
struct ProbeWalk {
  let program: Program
  let root: Int
  let direction: Validator.Direction
  /// The rules that may still be probed.
  private var rest: Int
  private var result = Probes()
  private var queue: [Visit] = []
  private var seen: Set<Int> = []

  /// A schema that is to be visited.
  private struct Visit {
    let schema: Applied
    /// The way to it.
    var sites: ProbeSites
  }

  var tables: SchemaTables { program.source }

  init(_ program: Program, schema: Int, direction: Validator.Direction, most: Int) {
    self.program = program
    root = schema
    self.direction = direction
    rest = most
  }

  /// The probes of all rules.
  mutating func probes() -> Probes {
    enqueue(Applied(root, in: program.source), ProbeSites(program, root: root, direction: direction))
    var next = 0
    while next < queue.count {
      var visit = queue[next]
      probe(&visit)
      for (child, steps) in children(of: visit.schema) { enqueue(child, visit.sites.following(steps)) }
      queue[next].sites.forget()
      next += 1
    }
    return result
  }

  private mutating func enqueue(_ schema: Applied, _ sites: ProbeSites) {
    guard seen.insert(schema.schema).inserted else { return }
    queue.append(Visit(schema: schema, sites: sites))
  }

  private mutating func probe(_ visit: inout Visit) {
    guard !tables.schemas[visit.schema.schema].program.isEmpty else { return }
    let schema = visit.schema
    let trail = visit.sites.trail
    for index in tables.schemas[schema.schema].program.indices {
      for rule in rules(of: index, in: schema) {
        rest -= 1
        guard rest >= 0 else {
          miss(rule, trail, "the budget of rules was used up before it")
          continue
        }
        guard let site = visit.sites.site(for: rule) else {
          // A required member of the other direction is no rule here.
          if !visit.sites.isExempt(rule) { miss(rule, trail, visit.sites.reason(for: rule)) }
          continue
        }
        var maker = ProbeMaker(program, root: root, direction: direction, site: site)
        switch maker.probe(rule) {
        case .success(let probe): result.found.append(probe)
        case .failure(let reason): miss(rule, trail, reason.text)
        }
      }
    }
  }

  private mutating func miss(_ rule: ProbeRule, _ trail: [SampleStep], _ reason: String) {
    result.missing.append(
      UnprobedRule(
        pointer: JSONPointer(tokens: trail.tokens),
        keyword: rule.keyword,
        schemaLocation: rule.schemaLocation,
        position: rule.position,
        reason: reason
      )
    )
  }
}

extension Sequence where Element == SampleStep {
  /// The keys and positions of the steps that go down.
  var tokens: [String] {
    compactMap { step in
      switch step {
      case .member(let name): name
      case .element(let position): String(position)
      case .option, .types: nil
      }
    }
  }
}
