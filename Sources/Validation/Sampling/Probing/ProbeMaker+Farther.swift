import DoubletContracts
import DoubletJSON

/// Values that are looked for where the likely ones do not break a rule, or are taken all the same.
extension ProbeMaker {
  private static let mostBranches = 8

  /// Values for the site's place that may break a rule and that no branch of a choice takes.
  mutating func fartherBreaking(_ rule: ProbeRule) -> [JSON] {
    let step = tables.instructions[rule.index]
    switch rule.kind {
    case .member(let name): return missing(name, rule)
    case .whole where step.opcode == .anyOf || step.opcode == .oneOf: return unmet(step, rule)
    default: return []
    }
  }

  /// Values that meet no branch of a choice.
  private mutating func unmet(_ step: Instruction, _ rule: ProbeRule) -> [JSON] {
    let demand = Demand(of: site.asked, without: [rule.index], tables)
    let branches = tables.branches(step).map { rule.schema.next($0, in: tables) }
    return made(demand, excluding: branches) + branches.prefix(Self.mostBranches).flatMap(mutations)
  }

  /// A value without a member that a branch asks for, and that meets no other branch.
  private mutating func missing(_ name: String, _ rule: ProbeRule) -> [JSON] {
    guard let choice = choices.last, choice.isFree, choice.telling.pointer.tokens == site.steps.tokens else {
      return []
    }
    let branch = Applied(choice.branch, in: tables)
    var demand = Demand(of: site.asked, without: [choice.rule, rule.index], tables)
    demand.add(branch, tables)
    demand.object.forbidden.insert(name)
    let others = choice.branches.filter { $0 != choice.branch }.map { Applied($0, in: tables) }
    return made(demand, excluding: others)
  }

  private mutating func made(_ demand: Demand, excluding schemas: [Applied]) -> [JSON] {
    var demand = demand
    for schema in schemas { demand.exclude(schema, tables) }
    return search.choose(demand, [], bare).map { [$0] } ?? []
  }

  /// Values that differ a little from one that meets a branch.
  private func mutations(of branch: Applied) -> [JSON] {
    var fresh = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: 1)
    guard let sample = fresh.sample(of: branch.schema) else { return [] }
    let demand = Demand(of: [branch], tables)
    return Array(Mutations.all(of: sample, demand: demand, program).prefix(Self.mostTries))
  }
}
