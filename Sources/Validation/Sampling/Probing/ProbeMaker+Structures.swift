import DoubletContracts
import DoubletJSON

extension ProbeMaker {
  /// Arrays with too few or many elements, equal ones, or without those that must be among them.
  mutating func arrays(breaking index: Int) -> [JSON] {
    var demand = site.demand.omitting(index, tables)
    demand.types = .array
    let step = tables.instructions[index]
    let elements = site.value.array ?? []
    switch step.opcode {
    case .minItems:
      demand.array.most = Int(step.a) - 1
      return [.array(Array(elements.prefix(Int(step.a) - 1)))] + made(demand) + [.array([])]
    case .maxItems:
      var single = demand
      single.array.least = 1
      demand.array.least = Int(step.a) + 1
      let element = elements.first ?? made(single).first?.array?.first
      let repeated = element.map { Array(repeating: $0, count: min(Int(step.a), 100_000) + 1) }
      return made(demand) + (repeated.map { [.array($0)] } ?? [])
    case .uniqueItems:
      demand.array.least = max(demand.array.least, 1)
      let first = elements.first ?? made(demand).first?.array?.first ?? 1
      return [.array(elements.isEmpty ? [first, first] : elements + [first]), .array([first, first])]
    default:
      let many = Int(step.c) < 0 ? 0 : max(Int(step.c) + 1, Int(step.b))
      var contained = bare
      contained.name = "item"
      let item = search.sample([site.demand.array.contained.first?.schema].compactMap(\.self), at: contained)
      let without = demand.array.least == 0 ? [] : made(demand)
      let wrong = Self.anything.map { JSON.array(Array(repeating: $0, count: max(1, elements.count))) }
      let much = item.map { [JSON.array(Array(repeating: $0, count: many))] } ?? []
      return (many > 0 ? much : []) + [.array([])] + without + wrong
    }
  }

  /// Objects with too few or many members.
  mutating func objects(breaking index: Int) -> [JSON] {
    var demand = site.demand.omitting(index, tables)
    demand.types = .object
    let step = tables.instructions[index]
    let object = site.value.object ?? JSONObject()
    if step.opcode == .maxProperties {
      demand.object.least = Int(step.a) + 1
      guard demand.object.least < 10_000 else { return [] }
      let extra = (0...max(0, Int(step.a) - object.count)).map { ("member\($0)", JSON.number(JSONNumber(1))) }
      return made(demand) + [.object(JSONObject(object.map { ($0.key, $0.value) } + extra))]
    }
    let required = Set(demand.object.required)
    let members = object.filter { required.contains($0.key) } + object.filter { !required.contains($0.key) }
    return [.object(JSONObject(members.prefix(Int(step.a) - 1).map { ($0.key, $0.value) }))]
  }

  private mutating func made(_ demand: Demand) -> [JSON] {
    demand.isPossible ? search.make(demand, [], bare).map { [$0] } ?? [] : []
  }
}
