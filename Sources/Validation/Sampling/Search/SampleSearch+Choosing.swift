import DoubletContracts
import DoubletJSON

extension SampleSearch {
  /// Takes a branch of each alternative that is left, and makes the value.
  mutating func choose(_ demand: Demand, _ schemas: [Applied], _ place: SamplePlace) -> JSON? {
    guard demand.isPossible, steps > 0 else { return nil }
    // What could be left out is not worth starting over in itself.
    if place.isOptional, place.trail.isEmpty, demand.schemas.contains(where: { place.open.contains($0.schema) }) {
      return nil
    }
    guard let next = demand.alternatives.first else {
      return make(narrowed(demand, place), schemas, place)
    }
    for option in options(of: next, demand, place) {
      steps -= 1
      var chosen = demand
      chosen.alternatives.removeFirst()
      chosen.add(option, program.source)
      if let value = choose(chosen, schemas, place) { return value }
    }
    return nil
  }

  /// The options in the order in which they are tried: those that start over in themselves last.
  private mutating func options(
    of alternatives: Alternatives,
    _ demand: Demand,
    _ place: SamplePlace
  ) -> [Alternatives.Option] {
    if let given = place.given { return meant(alternatives.options, by: given, demand) }
    for case .option(alternatives.rule, let option) in place.trail.prefix(while: \.isInPlace) {
      return alternatives.options.indices.contains(option) ? [alternatives.options[option]] : []
    }
    var options = alternatives.options
    if isVaried, options.count > 1 {
      let start = random.next(below: options.count)
      options = Array(options[start...] + options[..<start])
    }
    let isOpen = options.map { $0.schemas.contains { startsOver($0.schema, place.open) } }
    let fresh = zip(options, isOpen).filter { !$0.1 }.map(\.0)
    return fresh + zip(options, isOpen).filter(\.1).map(\.0)
  }

  /// Whether a schema is, or refers to, one that is open around the value.
  private func startsOver(_ schema: Int, _ open: [Int], within depth: Int = 8) -> Bool {
    guard !open.isEmpty, depth > 0 else { return false }
    if open.contains(schema) { return true }
    return tables.program(of: schema).contains { step in
      guard step.opcode == .reference || step.opcode == .allOf else { return false }
      return tables.schemasInPlace(of: step).contains { startsOver($0, open, within: depth - 1) }
    }
  }

  private func narrowed(_ demand: Demand, _ place: SamplePlace) -> Demand {
    var demand = demand
    for case .types(let types) in place.trail.prefix(while: \.isInPlace) { demand.types.formIntersection(types) }
    return demand
  }
}

extension SampleStep {
  /// Whether the step stays at the value.
  var isInPlace: Bool {
    switch self {
    case .option, .types: true
    case .member, .element: false
    }
  }
}
