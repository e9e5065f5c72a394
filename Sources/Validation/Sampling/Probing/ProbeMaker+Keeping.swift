import DoubletContracts
import DoubletJSON

extension ProbeMaker {
  /// Values for the site's place that lie on the edge of a rule, those first that lie closest.
  mutating func keeping(_ rule: ProbeRule) -> [JSON] {
    let step = tables.instructions[rule.index]
    guard case .whole = rule.kind else { return [] }
    var demand = site.demand
    switch step.opcode {
    case .minimum, .maximum: return [.number(tables.numbers[Int(step.a)])]
    case .minLength, .maxLength:
      guard Int(step.a) <= StringDemand.longest / 4 else { return [] }
      (demand.string.least, demand.string.most, demand.types) = (Int(step.a), Int(step.a), .string)
    case .minItems, .maxItems:
      guard Int(step.a) <= 200 else { return [] }
      (demand.array.least, demand.array.most, demand.types) = (Int(step.a), Int(step.a), .array)
    case .maxProperties:
      guard Int(step.a) <= 200 else { return [] }
      (demand.object.least, demand.types) = (Int(step.a), .object)
    case .enumeration:
      return tables.values[Int(step.a)..<Int(step.a + step.b)].reversed()
    default: return []
    }
    demand.isUncertain = false
    demand.choices = nil
    return search.make(demand, [], bare).map { [$0] } ?? []
  }
}
