import DoubletContracts
import DoubletJSON

extension SampleSearch {
  /// The value, if it meets the schemas by which it was entered; else, where it only meets what it must not, a value that
  /// differs a little.
  mutating func mended(
    _ value: JSON,
    _ demand: Demand,
    _ schemas: [Applied],
    keeping member: String? = nil
  ) -> JSON? {
    guard keeps(value, demand) else { return nil }
    guard demand.isUncertain, program.source.scopes.anchors.isEmpty else { return value }
    steps -= 4
    let tape = JSONTape(of: value)
    if accepts(tape, schemas) { return value }
    var value = value
    var met = demand.nots.filter { accepts(tape, [$0]) }
    let kept = demand.schemas.filter { accepts(tape, [$0]) }
    // Each round is for one schema that must not be met; what is asked for the next is kept by those before.
    for _ in met.indices {
      guard let refused = met.first, let better = mutated(value, refused, kept, member) else { return nil }
      value = better
      let tape = JSONTape(of: value)
      if accepts(tape, schemas) { return value }
      met = met.filter { accepts(tape, [$0]) }
    }
    return nil
  }

  /// A value that no longer meets one schema, and keeps those that it keeps, and the member that the trail leads to.
  private mutating func mutated(_ value: JSON, _ refused: Applied, _ kept: [Applied], _ member: String?) -> JSON? {
    let demand = Demand(of: [refused], program.source)
    for candidate in Mutations.all(of: value, demand: demand, program) {
      if let member, let object = candidate.object, !object.contains(member) { continue }
      steps -= 2
      guard steps > 0 else { return nil }
      let tape = JSONTape(of: candidate)
      if !accepts(tape, [refused]), accepts(tape, kept) { return candidate }
    }
    return nil
  }
}
