import DoubletContracts
import DoubletJSON

extension SampleSearch {
  /// A string.
  mutating func makeString(_ demand: Demand, _ schemas: [Applied], _ place: SamplePlace) -> JSON? {
    guard demand.string.least <= demand.string.most else { return nil }
    for string in strings(of: demand.string, name: place.name, repetition: place.repetition) {
      steps -= 1
      let value = JSON.string(string)
      if keeps(value, demand), !demand.isUncertain || accepts(value, schemas) { return value }
    }
    return nil
  }

  /// Strings that keep the rules: the most readable first.
  mutating func strings(of demand: StringDemand, name: String, repetition: Int) -> [String] {
    var found: [String] = []
    func add(_ texts: [String]) {
      for text in texts where !found.contains(text) && demand.accepts(text, program) { found.append(text) }
    }
    let draw = isVaried ? 1 + random.next(below: 1_000) : 0
    let variety = draw + repetition
    let words = Words.strings(named: name, variety: variety)
    add(demand.formats.flatMap { FormatSamples.strings($0, demand, variety: variety, &random) })
    if demand.formats.isEmpty || found.isEmpty { add(words + words.map(demand.fitted)) }
    if found.isEmpty || repetition > 0 {
      for pattern in demand.patterns { add(patternStrings(pattern, demand)) }
    }
    if found.isEmpty, !demand.formats.isEmpty { add(patternedFormats(demand, variety: variety)) }
    return found
  }

  /// Texts of a format that begin or end as a pattern asks: a date in a month, an address of a domain.
  private mutating func patternedFormats(_ demand: StringDemand, variety: Int) -> [String] {
    let formatted = demand.formats.flatMap { format in
      (variety..<variety + 4).flatMap { FormatSamples.strings(format, demand, variety: $0, &random) }
    }
    var free = demand
    free.least = 0
    return demand.patterns.flatMap { patternStrings($0, free) }.flatMap { part in
      formatted.flatMap { [part + $0.dropFirst(part.count), String($0.dropLast(part.count)) + part] }
    }
  }

  /// A number.
  mutating func makeNumber(_ demand: Demand, _ schemas: [Applied], _ place: SamplePlace) -> JSON? {
    let isWhole = demand.types.isDisjoint(with: JSONTypes.number.subtracting(.integer))
    let variety = isVaried ? 1 + random.next(below: 1_000) : 0
    let preferred = Words.number(named: place.name, isWhole: isWhole, variety: variety)
    for number in demand.number.candidates(preferring: preferred, demand.types, repetition: place.repetition) {
      guard demand.number.accepts(number, demand.types) else { continue }
      let value = JSON.number(number)
      if keeps(value, demand), !demand.isUncertain || accepts(value, schemas) { return value }
    }
    return nil
  }
}
