import DoubletContracts
import DoubletJSON

/// Values that break a rule of a branch and are valid all the same, since another branch takes them: they are changed
/// where only that branch looks, until no branch takes them. By their own branch they break no more than before.
extension ProbeMaker {
  private static let mostChanges = 60

  /// A value that no branch takes, and that breaks the rule by its own; nil where none was found.
  func spoiled(_ whole: JSON, _ rule: Probe.Telling) -> JSON? {
    for choice in choices where choice.branches.count <= 100 {
      guard var value = whole.value(at: choice.telling.pointer), let cost = cost(of: rule, value, choice) else {
        continue
      }
      var isSpoiled = true
      for other in choice.branches where other != choice.branch && meets(value, other) {
        var demand = Demand()
        demand.add(Applied(other, in: tables), tables)
        let changed = Mutations.all(of: value, demand: demand, program).prefix(Self.mostChanges)
          .first { !meets($0, other) && self.cost(of: rule, $0, choice) ?? .max <= cost }
        guard let changed else {
          isSpoiled = false
          break
        }
        value = changed
      }
      if isSpoiled { return whole.replacing(choice.telling.pointer.tokens[...], with: value) }
    }
    return nil
  }

  /// Whether nothing can be spoiled: whatever breaks the rule, and keeps the rest of its branch, meets another branch.
  func isTaken(_ rule: ProbeRule, by choice: Choice) -> Bool {
    guard choice.isFree, choice.telling.keyword == "anyOf", tables.scopes.anchors.isEmpty else { return false }
    var demand = Demand()
    demand.add(Applied(choice.branch, in: tables), tables)
    let place = site.steps.tokens.dropFirst(choice.telling.pointer.tokens.count)
    let lifted = Contradictions.Lifted(place: place, rule: rule.index)
    return choice.branches.contains { other in
      other != choice.branch && contradictions.implies(demand, Applied(other, in: tables), lifting: lifted)
    }
  }

  private func meets(_ value: JSON, _ schema: Int) -> Bool {
    validator.isValid(value, against: schema, direction: direction)
  }

  /// How much a value breaks by the branch of the rule; nil where the rule is not among it.
  private func cost(of rule: Probe.Telling, _ value: JSON, _ choice: Choice) -> Int? {
    let found = validator.explain(value, against: choice.branch, direction: direction)
    return found.contains { rule.isTold(by: $0, below: choice.telling.pointer.tokens) } ? found.count : nil
  }
}
