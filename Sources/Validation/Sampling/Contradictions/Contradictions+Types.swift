import DoubletContracts
import DoubletJSON

extension Contradictions {
  /// What contradicts itself in what is asked without a choice.
  func plainContradiction(in demand: Demand) -> Contradiction? {
    if let conflict = demand.conflict { return contradiction(conflict.rules) }
    if let excluded = excludedContradiction(in: demand) { return excluded }
    if let choices = demand.choices { return contradiction(among: choices, demand) ?? impliedContradiction(in: demand) }
    if let implied = impliedContradiction(in: demand) { return implied }
    guard demand.types.isDisjoint(with: [.null, .boolean]) else { return nil }
    var first: Contradiction?
    for type in [JSONTypes.object, .array, .string, .number] where !demand.types.isDisjoint(with: type) {
      guard let found = contradiction(of: type, in: demand) else { return nil }
      first = first ?? found
    }
    return first
  }

  private func contradiction(_ rules: [String]) -> Contradiction { Contradiction(pointer: JSONPointer(), rules: rules) }

  /// What is asked beside values that are listed, where none of them is left.
  private func contradiction(among choices: [JSON], _ demand: Demand) -> Contradiction? {
    let typed = choices.filter { !JSONTypes(of: $0).isDisjoint(with: demand.types) }
    guard !typed.isEmpty else { return contradiction([Message.mustBe(choices), Message.mustBe(demand.types)]) }
    guard typed.allSatisfy(demand.excluded.contains) else { return nil }
    return contradiction([Message.mustBe(typed), "must not be that"])
  }

  private func contradiction(of type: JSONTypes, in demand: Demand) -> Contradiction? {
    switch type {
    case .object: objectContradiction(demand.object)
    case .array: arrayContradiction(demand.array)
    case .string:
      demand.string.least > demand.string.most
        ? contradiction(Message.mustHave(demand.string.least, demand.string.most, "character")) : nil
    default: numberContradiction(demand.number)
    }
  }

  private func numberContradiction(_ number: NumberDemand) -> Contradiction? {
    for lower in number.lower {
      for upper in number.upper {
        let order = lower.limit.compare(with: upper.limit)
        guard order == .greater || order == .equal && (lower.isExclusive || upper.isExclusive) else { continue }
        return contradiction([
          "must be \(lower.isExclusive ? "greater than" : "at least") \(lower.limit.text)",
          "must be \(upper.isExclusive ? "less than" : "at most") \(upper.limit.text)",
        ])
      }
    }
    return nil
  }

  private func arrayContradiction(_ array: ArrayDemand) -> Contradiction? {
    guard array.least <= array.most else { return contradiction(Message.mustHave(array.least, array.most, "item")) }
    guard array.least > 0, !array.runs.isEmpty else { return nil }
    return contradiction(array.schemas(at: 0))?.below("*")
  }

  /// Why a value that is asked for cannot meet all of these schemas.
  private func contradiction(_ schemas: [Applied], holding value: JSON) -> Contradiction? {
    var demand = Demand(of: schemas, tables)
    demand.narrow(to: [value])
    return plainContradiction(in: demand)
  }

  private func objectContradiction(_ object: ObjectDemand) -> Contradiction? {
    let required = object.required.filter { !excused.contains($0) }
    let least = max(object.least, required.count)
    guard least <= object.most else { return contradiction(Message.mustHave(least, object.most, "member")) }
    for name in required {
      if object.forbidden.contains(name) { return contradiction(["is required", "is not allowed"]).below(name) }
      // What a pattern says of a member is left out: less is asked, so that what is found is certain all the same.
      let others = object.shapes.filter { $0.patterns.isEmpty && !$0.names.contains(name) }.compactMap(\.additional)
      let schemas = (object.schemas[name] ?? []) + others
      if others.contains(where: { tables.isNever($0.schema) }) {
        return contradiction(["is required", "is not allowed"]).below(name)
      }
      if let found = schemas.isEmpty ? nil : contradiction(schemas) { return found.below(name) }
      if let fixed = object.fixed[name], let found = contradiction(schemas, holding: fixed) { return found.below(name) }
    }
    return nil
  }
}
