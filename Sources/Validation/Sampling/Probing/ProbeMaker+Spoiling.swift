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
      var fresh = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: 0)
      let shown = fresh.sample(of: choice.branch)
      func changed(_ other: Int, until isSpoiled: (JSON) -> Bool) -> JSON? {
        changes(of: value, toward: shown, awayFrom: other)
          .first { isSpoiled($0) && self.cost(of: rule, $0, choice) ?? .max <= cost }
      }
      let others = choice.branches.filter { $0 != choice.branch }
      var isSpoiled = true
      for other in others where meets(value, other) {
        guard let changed = changed(other, until: { !meets($0, other) }) else {
          isSpoiled = false
          break
        }
        value = changed
      }
      guard isSpoiled else { continue }
      let place = choice.telling.pointer.tokens[...]
      let spoiled = whole.replacing(place, with: value)
      guard isValid(spoiled) else { return spoiled }
      // Here a branch may excuse what another one asks for when it is asked by itself.
      let changed = others.lazy.compactMap { changed($0, until: { !isValid(whole.replacing(place, with: $0)) }) }.first
      if let changed { return whole.replacing(place, with: changed) }
    }
    return nil
  }

  /// A value with a member more, as its own branch shows it or as another one does not take it, or with one changed.
  private func changes(of value: JSON, toward shown: JSON?, awayFrom other: Int) -> [JSON] {
    let demand = Demand(of: [Applied(other, in: tables)], tables)
    var changes = Array(Mutations.all(of: value, demand: demand, program).prefix(Self.mostChanges))
    guard let object = value.object else { return changes }
    changes = Mutations.additions(to: object, demand, program) + changes
    let own = shown?.object?.filter { !object.contains($0.key) } ?? []
    return own.map { value.with($0.key, $0.value) } + changes
  }

  /// Whether nothing can be spoiled: whatever breaks the rule, and keeps the rest of its branch, meets another branch, so
  /// that nothing is refused for the rule.
  func isTaken(_ rule: ProbeRule, by choice: Choice) -> Bool {
    guard choice.isFree, tables.scopes.anchors.isEmpty else { return false }
    let demand = Demand(of: [Applied(choice.branch, in: tables)], tables)
    let place = site.steps.tokens.dropFirst(choice.telling.pointer.tokens.count)
    let missing: String? = if case .member(let name) = rule.kind { name } else { nil }
    let lifted = Contradictions.Lifted(place: place, rule: rule.index, missing: missing)
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
