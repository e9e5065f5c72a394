import DoubletContracts
import DoubletJSON

extension SampleSearch {
  /// The value, if it meets the schemas by which it was entered; else, where it only meets what it must not, a value that
  /// differs a little.
  mutating func mended(
    _ value: JSON,
    _ demand: Demand,
    _ schemas: [Applied],
    along trail: ArraySlice<SampleStep>
  ) -> JSON? {
    guard keeps(value, demand) else { return nil }
    guard demand.isUncertain, program.source.scopes.anchors.isEmpty else { return value }
    steps -= 4
    let tape = JSONTape(of: value)
    if accepts(tape, schemas), !schemas.isEmpty || !meetsExcluded(tape, demand) { return value }
    var value = value
    var met = demand.nots.filter { accepts(tape, [$0]) }
    let kept = demand.schemas.filter { accepts(tape, [$0]) }
    // Each round is for one schema that must not be met; what is asked for the next is kept by those before.
    for _ in met.indices {
      guard let refused = met.first, let better = mutated(value, refused, kept, trail) else { return nil }
      value = better
      let tape = JSONTape(of: value)
      if accepts(tape, schemas), !schemas.isEmpty || !meetsExcluded(tape, demand) { return value }
      met = met.filter { accepts(tape, [$0]) }
    }
    return nil
  }

  /// Whether a value meets what it must not. Where schemas ask for that they tell.
  private func meetsExcluded(_ tape: JSONTape, _ demand: Demand) -> Bool {
    demand.nots.contains { accepts(tape, [$0]) }
  }

  /// A value that no longer meets one schema, keeps those that it keeps, and has the place that the trail leads to.
  private mutating func mutated(
    _ value: JSON,
    _ refused: Applied,
    _ kept: [Applied],
    _ trail: ArraySlice<SampleStep>
  ) -> JSON? {
    let demand = Demand(of: [refused], program.source)
    for candidate in Mutations.all(of: value, demand: demand, program) where candidate.holds(trail) {
      steps -= 2
      guard steps > 0 else { return nil }
      let tape = JSONTape(of: candidate)
      if !accepts(tape, [refused]), accepts(tape, kept) { return candidate }
    }
    return nil
  }
}

extension JSON {
  /// Whether there is what a trail leads to.
  fileprivate func holds(_ trail: ArraySlice<SampleStep>) -> Bool {
    guard let step = trail.first else { return true }
    let next: JSON? =
      switch step {
      case .option: self
      case .types(let types): JSONTypes(of: self).isDisjoint(with: types) ? nil : self
      case .member(let name): self[name]
      case .element(let position): self[position]
      }
    return next?.holds(trail.dropFirst()) ?? false
  }
}
