import DoubletContracts
import DoubletJSON

extension SampleSearch {
  /// An object with the members that must be there and, where there is room, those that may be.
  mutating func makeObject(_ demand: Demand, _ place: SamplePlace) -> JSON? {
    let object = demand.object
    guard object.least <= object.most else { return nil }
    let forced = place.trail.member
    var made: [String: JSON] = [:]
    let given = place.given?.object ?? JSONObject()
    var required = given.keys + object.required.filter { !given.contains($0) }
    required.removeAll { object.isLeftOut($0, direction) }
    if let forced, !required.contains(forced) { required.append(forced) }
    var position = 0
    while position < required.count {
      let name = required[position]
      guard let value = member(name, of: demand, place, isOptional: false) else { return nil }
      made[name] = value
      for dependent in object.dependents where dependent.trigger == name {
        for other in dependent.names where !required.contains(other) && !object.isForeign(other, direction) {
          required.append(other)
        }
      }
      position += 1
    }
    guard made.count <= object.most else { return nil }
    let mayHaveMore = !place.isLean && place.depth < SamplePlace.deepestOption
    for name in object.members where made[name] == nil {
      guard made.count < (mayHaveMore && room > 0 ? object.most : object.least) else { break }
      guard !object.isForeign(name, direction), hasDependents(name, made, object) else { continue }
      // Whoever sent what is given could have sent this too, and did not.
      if place.given != nil, made.count >= object.least, !object.isForeign(name, .request) { continue }
      if let value = member(name, of: demand, place, isOptional: true) { made[name] = value }
    }
    guard addOthers(to: &made, demand, place, mayHaveMore: mayHaveMore) else { return nil }
    let known = given.keys.filter { made[$0] != nil } + object.members.filter { made[$0] != nil && !given.contains($0) }
    let others = made.keys.filter { !known.contains($0) }
    let unknown = required.filter(others.contains) + others.filter { !required.contains($0) }.sorted()
    return .object(JSONObject((known + unknown).compactMap { name in made[name].map { (name, $0) } }))
  }

  /// The value of a member; nothing where it must not be there or none was found.
  private mutating func member(
    _ name: String,
    of demand: Demand,
    _ place: SamplePlace,
    isOptional: Bool
  ) -> JSON? {
    guard !demand.object.forbidden.contains(name), acceptsName(name, demand) else { return nil }
    room -= 1
    var below = place.below(name, open: demand.schemas, isOptional: isOptional)
    if place.trail.member == name { below = below.following(place) }
    let schemas = demand.object.schemas(of: name, program)
    if let given = place.given { return completedMember(name, of: given, demand, schemas, below) }
    guard let fixed = demand.object.fixed[name] else { return sample(schemas, at: below) }
    guard accepts(fixed, schemas) else { return nil }
    return fixed
  }

  private func acceptsName(_ name: String, _ demand: Demand) -> Bool {
    demand.object.names.isEmpty || accepts(.string(name), demand.object.names)
  }

  private func hasDependents(_ name: String, _ made: [String: JSON], _ object: ObjectDemand) -> Bool {
    object.dependents.allSatisfy { $0.trigger != name || $0.names.allSatisfy { made[$0] != nil } }
  }

  /// Adds members that no schema names, as many as are missing, and one for show where only such can be there.
  private mutating func addOthers(
    to made: inout [String: JSON],
    _ demand: Demand,
    _ place: SamplePlace,
    mayHaveMore: Bool
  ) -> Bool {
    let object = demand.object
    let isMap = object.members.isEmpty && object.shapes.contains { $0.additional != nil || !$0.patterns.isEmpty }
    let wanted = max(object.least, mayHaveMore && room > 0 && isMap && made.isEmpty ? 1 : 0)
    guard made.count < min(wanted, object.most) else { return made.count >= object.least }
    for number in 1...(4 * wanted + 8) {
      guard made.count < wanted, steps > 0 else { break }
      for name in otherNames(number, demand, place) where made[name] == nil && !object.isForeign(name, direction) {
        guard let value = member(name, of: demand, place, isOptional: made.count >= object.least) else { continue }
        made[name] = value
        break
      }
    }
    return made.count >= object.least
  }

  /// Names for a member that no schema names.
  private mutating func otherNames(_ number: Int, _ demand: Demand, _ place: SamplePlace) -> [String] {
    var names: [String] = []
    for pattern in demand.object.shapes.flatMap(\.patterns) {
      var demand = StringDemand()
      demand.patterns = [pattern.pattern]
      names += strings(of: demand, name: "", repetition: number - 1).prefix(3)
    }
    if !demand.object.names.isEmpty {
      var below = place.below("key", open: [], isOptional: false)
      below.repetition = number - 1
      if let name = sample(demand.object.names, at: below)?.string { names.append(name) }
    }
    return names + ["member\(number)", String(repeating: "a", count: number), "\(number)"]
  }
}

extension ArraySlice<SampleStep> {
  /// The member that the way leads to from here.
  var member: String? {
    guard case .member(let name) = first(where: { !$0.isInPlace }) else { return nil }
    return name
  }

  /// The element that the way leads to from here.
  var element: Int? {
    guard case .element(let position) = first(where: { !$0.isInPlace }) else { return nil }
    return position
  }

  /// The way from the member or element on.
  var below: ArraySlice<SampleStep> { drop(while: \.isInPlace).dropFirst() }
}
