import DoubletContracts
import DoubletJSON

extension ProbeMaker {
  /// Numbers beyond a bound or between the multiples.
  mutating func numbers(breaking index: Int) -> [JSON] {
    var demand = site.demand.omitting(index, tables)
    demand.types = .number
    let step = tables.instructions[index]
    let limit = tables.numbers[Int(step.a)]
    var found: [JSON] = []
    switch step.opcode {
    case .minimum: demand.number.upper.append(NumberDemand.Bound(limit, isExclusive: true))
    case .exclusiveMinimum: demand.number.upper.append(NumberDemand.Bound(limit, isExclusive: false))
    case .maximum: demand.number.lower.append(NumberDemand.Bound(limit, isExclusive: true))
    case .exclusiveMaximum: demand.number.lower.append(NumberDemand.Bound(limit, isExclusive: false))
    default:
      let grid = NumberGrid(site.demand.number, site.demand.types)
      let multiple = grid?.nearest(to: limit, skipping: 0) ?? limit
      found = [JSONNumber(0.5), JSONNumber(0.1), JSONNumber(1), limit.half].compactMap { part in
        part.flatMap { multiple.adding($0) }.map(JSON.number)
      }
    }
    demand.types.formIntersection(site.demand.types)
    if found.isEmpty, let made = search.make(demand, [], bare) { found.append(made) }
    let beyond = [limit.adding(JSONNumber(-1)), limit.adding(JSONNumber(1)), limit.half, limit].compactMap(\.self)
    return found + beyond.map(JSON.number)
  }

  /// Strings that are too short or long, or do not match.
  mutating func texts(breaking index: Int) -> [JSON] {
    var demand = site.demand.omitting(index, tables)
    let step = tables.instructions[index]
    let operand = Int(step.a)
    switch step.opcode {
    case .minLength: demand.string.most = operand - 1
    case .maxLength: demand.string.least = operand + 1
    case .pattern: return mismatched(demand) { [program] in program.patterns[operand].matches($0) != .matches }
    default: return mismatched(demand) { [program] in !program.rows.pointee.formats[operand].accepts($0) }
    }
    guard demand.string.most >= 0, demand.string.least <= StringDemand.longestPlain else { return [] }
    let letters = JSON.string(String(repeating: "a", count: demand.string.least))
    guard demand.string.least < StringDemand.longest else { return [letters] }
    demand.types = .string
    demand.choices = nil
    let made = search.make(demand, [], bare).map { [$0] } ?? []
    var plain = StringDemand()
    (plain.least, plain.most) = (demand.string.least, demand.string.most)
    let text = site.value.string ?? ""
    return made + [.string(plain.fitted(text)), letters]
  }

  /// Strings that a pattern or format refuses, those first that keep the other rules.
  private func mismatched(_ demand: Demand, _ isRefused: (String) -> Bool) -> [JSON] {
    let text = site.value.string ?? ""
    let marks = ["!", " ", "§", "0", "a", "A", "-", "\n", "😀", "("]
    let (head, tail) = (String(text.dropLast()), String(text.dropFirst()))
    var candidates = marks.map { mark in mark + tail }
    candidates += marks.map { mark in head + mark }
    candidates += marks.map { mark in text + mark }
    candidates += marks.map { mark in mark + text }
    candidates += marks
    candidates.append("")
    candidates += marks.map { String(repeating: $0, count: max(1, min(demand.string.least, 1_000))) }
    candidates += [head, tail, text.uppercased(), text.lowercased()]
    let refused = candidates.filter(isRefused)
    let kept = refused.filter { demand.string.accepts($0, program) }
    return (kept + refused.filter { !kept.contains($0) }).map(JSON.string) + outOfRange(demand)
  }

  /// Numbers that no format of numbers accepts.
  private func outOfRange(_ demand: Demand) -> [JSON] {
    ["0.5", "-1", "300", "70000", "5000000000", "18446744073709551616", "1e400"].compactMap {
      JSONNumber(text: $0).map(JSON.number)
    }
  }

  /// The keys that a rule of `propertyNames` refuses.
  func badKeys(_ index: Int, _ schema: Applied) -> [String] {
    var demand = Demand()
    for step in tables.instructions[index...index] { demand.add(step, index, schema, tables) }
    let text = "notInTheContract"
    let long = String(
      repeating: "a",
      count: min(StringDemand.longest, demand.string.most == .max ? 0 : demand.string.most + 1)
    )
    return [text, "!", "", long, " ", "§", "$\(text)", "_", "."].filter { key in
      !demand.string.accepts(key, program) || demand.choices?.contains(.string(key)) == false
    }
  }
}

extension JSONNumber {
  fileprivate func adding(_ other: JSONNumber) -> JSONNumber? {
    guard let first = ExactDecimal(self), let second = ExactDecimal(other) else { return nil }
    let unit = min(first.exponent, second.exponent)
    guard let a = first.units(of: unit), let b = second.units(of: unit) else { return nil }
    return ExactDecimal(coefficient: a + b, exponent: unit).number
  }

  fileprivate var half: JSONNumber? {
    guard let whole = ExactDecimal(self) else { return nil }
    return ExactDecimal(coefficient: whole.coefficient * 5, exponent: whole.exponent - 1).number
  }
}
