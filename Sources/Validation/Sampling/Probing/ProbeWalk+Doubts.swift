import DoubletContracts

/// That a rule cannot be broken must hold wherever its schema applies. It was seen on the ways that were gone; what it
/// depends on tells which others may lead around it: ways to the schemas behind the choice, or whatever else it follows
/// from. Those are gone too, as far as the bounds allow; where one is left, nothing is certain.
extension ProbeWalk {
  /// How many ways to a schema are gone to their end in doubt.
  private static let mostRepeated = 8

  /// The ways, of those that were set aside, that may show that what seems certain is not.
  mutating func takeDoubted() -> [Visit] {
    let doubted = known.values.reduce(into: Set<Int>()) { doubted, standing in
      for rule in standing.missing { doubted.formUnion(dependencies(of: rule.hindrance)) }
    }
    var taken: [Visit] = []
    aside.removeAll { visit in
      let schema = visit.schema.schema
      guard doubted.contains(schema), repeated[schema, default: 0] < Self.mostRepeated else { return false }
      repeated[schema, default: 0] += 1
      taken.append(visit)
      taken[taken.count - 1].isRepeated = true
      return true
    }
    return taken
  }

  /// The rule; where a way around what makes it certain was not gone it is not.
  func doubting(_ rule: UnprobedRule) -> UnprobedRule {
    guard !dependencies(of: rule.hindrance).isDisjoint(with: ungone) else { return rule }
    var rule = rule
    rule.hindrance = Hindrance("at the places that were looked at, but not at all, \(rule.hindrance.reason)")
    return rule
  }

  /// The schemas that what is certain depends on, with those on which it depends that ways to them lead nowhere.
  private func dependencies(of hindrance: Hindrance) -> Set<Int> {
    var found: Set<Int> = []
    var open = hindrance.dependencies ?? []
    while let schema = open.popFirst() {
      guard found.insert(schema).inserted else { continue }
      open.formUnion(known[schema]?.hindrance?.dependencies ?? [])
    }
    return found
  }
}
