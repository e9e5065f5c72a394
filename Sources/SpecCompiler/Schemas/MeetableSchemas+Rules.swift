import DoubletContracts
import DoubletValidation

extension MeetableSchemas {
  /// What of a part can be met beside others, of its own rules the `type` before the rest; nil where nothing can.
  func rest(of part: Int, beside others: [Int], _ dropped: inout [Dropped]) -> Int? {
    let row = tables.schemas[part]
    let rules = rules(of: part)
    // What is evaluated is seen from the schema as a whole.
    guard !rules.contains(where: { $0.step.opcode == .unevaluatedItems || $0.step.opcode == .unevaluatedProperties })
    else {
      dropped.append(Dropped(location: row.location, position: row.position))
      return nil
    }
    var kept: [Contradictions.Rule] = []
    for rule in rules {
      func isMet(_ rule: Contradictions.Rule) -> Bool {
        contradictions.contradiction(of: others, and: kept + [rule], ofSchema: part) == nil
      }
      let chosen = isMet(rule) ? rule : opened(rule).flatMap { isMet($0) ? $0 : nil }
      if let chosen { kept.append(chosen) }
      guard chosen?.step != rule.step else { continue }
      let keyword = chosen == nil ? rule.step.opcode.keyword : "additionalProperties"
      dropped.append(Dropped(location: row.location, rule: keyword, position: tables.positions[rule.index]))
    }
    guard !kept.isEmpty else { return nil }
    return append(like: part, kept.map(\.step), kept.map { tables.positions[$0.index] })
  }

  /// The rules of a schema, each member that is required by itself.
  private func rules(of schema: Int) -> [Contradictions.Rule] {
    tables.schemas[schema].program.indices.flatMap { index in
      let step = tables.instructions[index]
      guard step.opcode == .required else { return [Contradictions.Rule(step: step, index: index)] }
      return (0..<Int(step.b)).map {
        Contradictions.Rule(step: Instruction(.required, Int(step.a) + $0, 1), index: index)
      }
    }
  }

  /// What a rule says of the members that it names, without what it says of all others; nil where it says nothing of them.
  private func opened(_ rule: Contradictions.Rule) -> Contradictions.Rule? {
    guard rule.step.opcode == .members else { return nil }
    var object = tables.objects[Int(rule.step.a)]
    guard object.additional >= 0 else { return nil }
    object.additional = -1
    contradictions.tables.objects.append(object)
    return Contradictions.Rule(step: Instruction(.members, tables.objects.count - 1), index: rule.index)
  }
}
