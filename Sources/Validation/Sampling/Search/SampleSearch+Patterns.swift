import DoubletContracts

extension SampleSearch {
  /// Texts for a pattern: the plainest one, then others in the hope that one of them keeps the other rules too.
  mutating func patternStrings(_ pattern: Int, _ demand: StringDemand) -> [String] {
    guard demand.least <= min(demand.most, StringDemand.longest),
      let parsed = try? PatternParser.parse(program.patterns[pattern].source)
    else { return [] }
    let length = demand.least...max(demand.least, min(demand.most, StringDemand.longest))
    var texts: [String] = []
    for number in 0..<24 {
      var sampler = PatternSampler(random: random, isVaried: number > 0 || isVaried)
      _ = random.next()
      texts.append(sampler.text(for: parsed.root, length: length))
    }
    return texts
  }
}
