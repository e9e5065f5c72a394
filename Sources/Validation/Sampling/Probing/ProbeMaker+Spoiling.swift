import DoubletContracts
import DoubletJSON

/// Values that break a rule of a branch and are valid all the same, since another branch takes them: they are changed
/// where only that branch looks, until no branch takes them. By their own branch they break no more than before.
extension ProbeMaker {
  private static let mostChanges = 60

  /// Whether a value breaks the rule by the branch of a choice on the way to it.
  mutating func breaksBranch(_ whole: JSON, _ rule: ProbeRule, _ told: Probe.Telling) -> Bool {
    for choice in choices {
      guard let value = whole.value(at: choice.telling.pointer) else { continue }
      if cost(of: rule, told, value, choice) != nil { return true }
    }
    return false
  }

  /// A value that no branch takes, and that breaks the rule by its own; nil where none was found. It is changed for the
  /// innermost choice first: what breaks no branch there breaks the branch that leads to it.
  mutating func spoiled(_ whole: JSON, _ rule: ProbeRule, _ told: Probe.Telling) -> JSON? {
    var whole = whole
    for choice in choices.reversed() where choice.branches.count <= 100 {
      guard let value = whole.value(at: choice.telling.pointer), let cost = cost(of: rule, told, value, choice) else {
        continue
      }
      let others = choice.branches.filter { $0 != choice.branch }.flatMap { leaves(of: $0) }
      var fresh = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: 0)
      let shown = fresh.sample(of: choice.branch)
      let place = choice.telling.pointer.tokens[...]
      var spoiled: JSON? = value
      for other in others {
        guard let value = spoiled, meets(value, other) else { continue }
        spoiled = changes(of: value, toward: shown, awayFrom: other).first { changed in
          !meets(changed, other) && self.cost(of: rule, told, changed, choice) ?? .max <= cost
        }
      }
      guard let spoiled else { continue }
      whole = whole.replacing(place, with: spoiled)
      guard isValid(whole) else { return whole }
      // Here a branch may excuse what another one asks for when it is asked by itself.
      for other in others {
        let changed = changes(of: spoiled, toward: shown, awayFrom: other).first { changed in
          !isValid(whole.replacing(place, with: changed)) && self.cost(of: rule, told, changed, choice) ?? .max <= cost
        }
        if let changed { return whole.replacing(place, with: changed) }
      }
    }
    return nil
  }

  /// The schemas of which a value must meet none so that it does not meet a schema: those of the choice that it is.
  private func leaves(of schema: Int, within depth: Int = 8) -> [Int] {
    let rules = tables.program(of: schema)
    guard depth > 0, rules.count == 1, let step = rules.first else { return [schema] }
    switch step.opcode {
    case .reference, .anyOf, .oneOf:
      return tables.schemasInPlace(of: step).flatMap { leaves(of: Int($0), within: depth - 1) }
    default: return [schema]
    }
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

  /// How much a value breaks by the branch of the rule; nil where the rule is not among it. Where a choice further in is
  /// told of in its place, the branch takes the value without the rule.
  private mutating func cost(of rule: ProbeRule, _ told: Probe.Telling, _ value: JSON, _ choice: Choice) -> Int? {
    let here = choice.telling.pointer.tokens
    let found = validator.explain(value, against: choice.branch, direction: direction)
    guard !found.isEmpty else { return nil }
    let isTold = found.contains { told.isTold(by: $0, below: here) }
    return isTold || takes(value, choice.branch, without: rule) ? found.count : nil
  }
}
