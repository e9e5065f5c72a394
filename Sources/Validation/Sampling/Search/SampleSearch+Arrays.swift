import DoubletContracts
import DoubletJSON

extension SampleSearch {
  /// An array of as many elements as are asked for; where there is room of one at least, and of all that have a schema
  /// of their own.
  mutating func makeArray(_ demand: Demand, _ place: SamplePlace) -> JSON? {
    let array = demand.array
    guard array.least <= array.most else { return nil }
    let contained = array.contained.reduce(0) { $0 + max(0, $1.least) }
    let isShown = !place.isLean && place.depth < SamplePlace.deepestOption && room > 0
    let forced = place.trail.element.map { $0 + 1 } ?? 0
    let needed = max(array.least, contained, forced)
    let shown = max(1, min(array.runs.map(\.first.count).max() ?? 0, 16))
    let wanted = min(max(needed, isShown ? shown : 0), array.most)
    guard needed <= array.most, wanted <= Self.mostElements else { return nil }
    var elements: [JSON] = []
    while elements.count < wanted {
      guard let element = element(elements, demand, place, isOptional: elements.count >= needed) else {
        guard elements.count >= needed else { return nil }
        break
      }
      elements.append(element)
    }
    return .array(elements)
  }

  /// The most elements that are made: a rule that asks for more is not kept.
  private static var mostElements: Int { 2_000 }

  /// The next element, unlike those before where they must differ.
  private mutating func element(
    _ before: [JSON],
    _ demand: Demand,
    _ place: SamplePlace,
    isOptional: Bool
  ) -> JSON? {
    let array = demand.array
    let position = before.count
    room -= 1
    var schemas = array.schemas(at: position)
    var below = place.below(Words.singular(place.name), open: demand.schemas, isOptional: isOptional)
    if place.trail.element == position { below = below.following(place) }
    let contained = containedSchemas(at: position, array)
    // What `contains` matches is evaluated by it.
    if array.runs.isEmpty, !contained.isEmpty { schemas = [] }
    schemas += contained
    if array.isUnique { below.taken = before }
    for repetition in 0...(array.isUnique ? position + 8 : 0) {
      below.repetition = array.isUnique || isVaried ? position + repetition : repetition
      guard let element = sample(schemas, at: below) else { return nil }
      if !array.isUnique || !before.contains(element) { return element }
    }
    return nil
  }

  /// The schemas of `contains` that the element at a position is made to meet: the first ones for the first rule, and so
  /// on.
  private func containedSchemas(at position: Int, _ array: ArrayDemand) -> [Applied] {
    var start = 0
    for contained in array.contained {
      if position >= start, position < start + contained.least { return [contained.schema] }
      start += max(0, contained.least)
    }
    return []
  }
}
