import DoubletContracts
import DoubletJSON

/// What is missing in a value that is there in part.
extension SampleSearch {
  /// The options, those first that a value means as a request.
  func meant(_ options: [Alternatives.Option], by given: JSON, _ demand: Demand) -> [Alternatives.Option] {
    let tape = JSONTape(of: sent(given, options, demand))
    let places = options.indices.filter { index in
      options[index].schemas.allSatisfy { isMeant($0, by: tape) }
        && !options[index].nots.contains { isMeant($0, by: tape) }
    }
    return (places + options.indices.filter { !places.contains($0) }).map { options[$0] }
  }

  /// A value without the members that are read-only whatever option is taken: they may be those of an earlier one.
  private func sent(_ given: JSON, _ options: [Alternatives.Option], _ demand: Demand) -> JSON {
    guard case .object(let members) = given else { return given }
    let gathered = options.map { Demand(of: $0.schemas, program.source).object }
    return .object(
      JSONObject(
        members.filter { name, _ in
          !demand.object.isForeign(name, .request) && !gathered.allSatisfy { $0.isForeign(name, .request) }
        }
        .map { ($0.key, $0.value) }
      )
    )
  }

  /// Whether a value meets a schema as a request, where read-only members that it has are judged all the same.
  private func isMeant(_ schema: Applied, by tape: JSONTape) -> Bool {
    tape.withUnsafeCursor { value in
      withExtendedLifetime(program) {
        var evaluator = Evaluator(program, direction: .request, value: value)
        evaluator.judgesExcused = true
        return evaluator.verdict(schema.schema, value)
      }
    }
  }

  /// The value with what its schemas ask for beyond it; nothing where it cannot stay.
  mutating func complete(_ given: JSON, _ demand: Demand, _ schemas: [Applied], _ place: SamplePlace) -> JSON? {
    guard keeps(given, demand) else { return nil }
    var made: JSON? = given
    if given.object != nil { made = makeObject(demand, place) }
    if let elements = given.array { made = completed(elements, demand, place) }
    // Where references are dynamic only the whole tells.
    guard let made, !program.source.scopes.anchors.isEmpty || accepts(made, schemas) else { return nil }
    return made
  }

  private mutating func completed(_ elements: [JSON], _ demand: Demand, _ place: SamplePlace) -> JSON? {
    var made: [JSON] = []
    for (position, given) in elements.enumerated() {
      var below = place.below(Words.singular(place.name), open: demand.schemas, isOptional: false)
      below.given = given
      guard let element = sample(demand.array.schemas(at: position), at: below) else { return nil }
      made.append(element)
    }
    return .array(made)
  }

  /// A member of an object that is there in part: what is given, with what it lacks. One that is missing, or that no
  /// request decides over and that does not fit, is shown as the document shows it, else made.
  mutating func completedMember(
    _ name: String,
    of holder: JSON,
    _ demand: Demand,
    _ schemas: [Applied],
    _ place: SamplePlace
  ) -> JSON? {
    let fixed = demand.object.fixed[name]
    if let given = holder[name] {
      var place = place
      place.given = given
      if fixed == nil || fixed == given, let value = sample(schemas, at: place) { return value }
      guard demand.object.isForeign(name, .request) else { return nil }
    }
    if let fixed { return accepts(fixed, schemas) ? fixed : nil }
    return demand.examples.lazy.compactMap { $0[name] }.first { accepts($0, schemas) } ?? sample(schemas, at: place)
  }
}
