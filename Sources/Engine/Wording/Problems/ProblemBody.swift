import DoubletJSON

/// A problem in a body of the form that an API declares: what the members' names say is told in them, as far as the schema
/// lets it; the rest is as in the example or sample that stands in for it.
struct ProblemBody {
  /// The body; valid where the one that stands in for it is.
  private(set) var value: JSON
  /// What is told in each slot: what was found out once holds for the next problem of the same kind.
  private(set) var choices: [ProblemSlot.Choice]

  /// - Parameters:
  ///   - model: The body that stands in for it.
  ///   - known: The choices of an earlier problem of the same kind.
  init(
    _ facts: ProblemFacts,
    like model: JSON,
    known: [ProblemSlot.Choice]?,
    while isValid: (JSON) -> Bool
  ) {
    (value, choices) = ProblemBody.filled(facts, like: model, known: known, while: isValid)
    let told = value.withoutHollows(of: model)
    if told != value, isValid(told) { value = told }
  }

  private static func filled(
    _ facts: ProblemFacts,
    like model: JSON,
    known: [ProblemSlot.Choice]?,
    while isValid: (JSON) -> Bool
  ) -> (value: JSON, choices: [ProblemSlot.Choice]) {
    let slots = ProblemSlots(of: model, facts).slots
    let hopes = known?.count == slots.count ? known : nil
    var choices = hopes ?? slots.map { _ in .offer(0) }
    var value = zip(slots, choices).reduce(model) { $1.0.filled($0, $1.1, facts.violations) }
    // The likeliest is nearly always right, and judged in one go. A body that is not valid anyhow can as well tell all.
    guard !isValid(value), isValid(model) else { return (value, choices) }
    value = model
    for (index, slot) in slots.enumerated() {
      // Equal entries may not be allowed: a list is as short as it can be until its entries tell something.
      let offers = slot.choices(facts.violations)
      let found = (slot.isList ? offers.reversed() : offers).first { isValid(slot.filled(value, $0, facts.violations)) }
      choices[index] = found ?? (slot.isProse ? ProblemBody.cut(slot, value, facts, isValid) : .stays)
      value = slot.filled(value, choices[index], facts.violations)
    }
    for (index, slot) in slots.enumerated() where slot.isList {
      for choice in slot.choices(facts.violations) {
        var longer = choices
        longer[index] = choice
        let body = zip(slots, longer).reduce(model) { $1.0.filled($0, $1.1, facts.violations) }
        guard isValid(body) else { continue }
        (choices, value) = (longer, body)
        break
      }
    }
    return (value, choices)
  }

  /// The longest text that is valid, where cutting helps at all.
  private static func cut(
    _ slot: ProblemSlot,
    _ value: JSON,
    _ facts: ProblemFacts,
    _ isValid: (JSON) -> Bool
  ) -> ProblemSlot.Choice {
    var (valid, invalid) = (0, 1024)
    while invalid - valid > 1 {
      let middle = (valid + invalid) / 2
      if isValid(slot.filled(value, .cut(middle), facts.violations)) { valid = middle } else { invalid = middle }
    }
    return valid > 0 ? .cut(valid) : .stays
  }
}

extension JSON {
  /// Without the objects that have nothing of what they have in a model.
  fileprivate func withoutHollows(of model: JSON) -> JSON {
    switch (self, model) {
    case (.object(let members), .object(let shown)):
      var kept = JSONObject()
      for (name, value) in members {
        let told = shown[name].map { value.withoutHollows(of: $0) } ?? value
        let isHollow = told.object?.isEmpty == true && shown[name]?.object?.isEmpty == false
        if !isHollow { kept.append(name, told) }
      }
      return .object(kept)
    case (.array(let elements), .array(let shown)):
      // A list has an entry for each violation, all of them like the one that is shown.
      return .array(
        elements.enumerated().map { position, element in
          shown.prefix(position + 1).last.map { element.withoutHollows(of: $0) } ?? element
        }
      )
    default: return self
    }
  }
}
