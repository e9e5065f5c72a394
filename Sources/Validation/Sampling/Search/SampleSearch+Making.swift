import DoubletContracts
import DoubletJSON

extension SampleSearch {
  /// Makes a value to a demand that leaves no choice.
  mutating func make(_ demand: Demand, _ schemas: [Applied], _ place: SamplePlace) -> JSON? {
    guard demand.isPossible else { return nil }
    if let given = place.given { return complete(given, demand, schemas, place) }
    let descends = place.trail.contains { !$0.isInPlace }
    if place.isOnTrail, !descends { reached = (demand, place) }
    if place.trail.isEmpty, !isVaried, place.repetition == 0 {
      let examples = demand.examples.filter { !showsEntries || !$0.holdsEmptyList }.map { own($0, demand) }
      for example in examples where keeps(example, demand) && accepts(example, schemas) { return example }
    }
    if let choices = demand.choices, !descends {
      return turned(choices, place).first { keeps($0, demand) && accepts($0, schemas) }
    }
    var repeated: JSON?
    for type in types(of: demand) where place.trail.allows(type) {
      guard let value = make(type, demand, schemas, place) else { continue }
      // Where another value is asked for, another type may have it.
      if !place.taken.contains(value) { return value }
      repeated = repeated ?? value
    }
    return repeated
  }

  /// Makes a value of a type.
  private mutating func make(
    _ type: JSONTypes,
    _ demand: Demand,
    _ schemas: [Applied],
    _ place: SamplePlace
  ) -> JSON? {
    switch type {
    case .object, .array:
      for isLean in place.isLean ? [true] : [false, true] {
        var place = place
        place.isLean = isLean
        let made = type == .object ? makeObject(demand, place) : makeArray(demand, place)
        if let made, let value = mended(made, demand, schemas, along: place.trail) { return value }
      }
      return nil
    case .string: return makeString(demand, schemas, place)
    case .number: return makeNumber(demand, schemas, place)
    case .boolean:
      let values: [JSON] = isVaried && random.next(below: 2) == 1 ? [false, true] : [true, false]
      return turned(values, place, isFixed: true).first { keeps($0, demand) && accepts($0, schemas) }
    default:
      guard keeps(.null, demand), accepts(.null, schemas) else { return nil }
      return .null
    }
  }

  /// An example without the members that belong to the other direction.
  private func own(_ example: JSON, _ demand: Demand) -> JSON {
    guard direction != .none, let object = example.object else { return example }
    return .object(JSONObject(object.filter { !demand.object.isForeign($0.key, direction) }.map { ($0.key, $0.value) }))
  }

  /// Whether a value is of the types that are left and none of those excluded.
  func keeps(_ value: JSON, _ demand: Demand) -> Bool {
    !JSONTypes(of: value).isDisjoint(with: demand.types) && !demand.excluded.contains(value)
  }

  /// The values from the first on, or from another one where values vary.
  private mutating func turned(_ values: [JSON], _ place: SamplePlace, isFixed: Bool = false) -> [JSON] {
    guard values.count > 1 else { return values }
    let start = (isVaried && !isFixed ? random.next(below: values.count) : 0) + place.repetition
    return Array(values[(start % values.count)...] + values[..<(start % values.count)])
  }

  /// The types that are left, those first that the schema says more about.
  private func types(of demand: Demand) -> [JSONTypes] {
    var spoken: [JSONTypes] = []
    if !demand.object.isEmpty { spoken.append(.object) }
    if !demand.array.isEmpty { spoken.append(.array) }
    if !demand.string.isEmpty { spoken.append(.string) }
    if !demand.number.isEmpty { spoken.append(.number) }
    let rest = [JSONTypes.string, .number, .boolean, .object, .array, .null].filter { !spoken.contains($0) }
    return (spoken + rest).filter { !$0.isDisjoint(with: demand.types) }
  }
}

extension ArraySlice<SampleStep> {
  /// Whether a value of a type has what the way leads to from here.
  fileprivate func allows(_ type: JSONTypes) -> Bool {
    if member != nil { return type == .object }
    return element == nil || type == .array
  }
}

extension JSON {
  /// Whether a list in it has no elements.
  fileprivate var holdsEmptyList: Bool {
    switch self {
    case .array(let elements): elements.isEmpty || elements.contains(where: \.holdsEmptyList)
    case .object(let members): members.values.contains(where: \.holdsEmptyList)
    default: false
    }
  }
}
