import DoubletContracts
import DoubletJSON

/// Values that differ from a value in one place, in the hope that they no longer meet a schema that it meets.
enum Mutations {
  private static let most = 160

  /// The mutations of a value that go against what a demand asks.
  static func all(of value: JSON, demand: Demand, _ program: Program, depth: Int = 0) -> [JSON] {
    var found: [JSON] = []
    let demand = demand.settled(program.source)
    switch value {
    case .object(let object): found += members(of: object, demand, program, depth)
    case .array(let elements): found += self.elements(of: elements, demand, program, depth)
    case .string(let string):
      found += [.string(string + "x"), .string(""), .string("x"), .string(String(string.dropLast())), .string("0")]
    case .number(let number):
      let bounds = demand.number.lower + demand.number.upper
      let near = bounds.compactMap { $0.limit.int }.flatMap { [$0 &+ 1, $0 &- 1] }
      found += near.map { .number(JSONNumber($0)) }
      if let int = number.int { found += [int &+ 1, int &- 1, -int, 0].map { .number(JSONNumber($0)) } }
      found.append(0.5)
    case .bool(let bool): found.append(.bool(!bool))
    case .null: break
    }
    return Array((found + others(than: value)).prefix(most))
  }

  /// Values of other types.
  private static func others(than value: JSON) -> [JSON] {
    let plain: [JSON] = ["other", 1, true, .null, .array([]), .object([:])]
    return plain.filter { $0.kind != value.kind }
  }

  private static func members(
    of object: JSONObject,
    _ demand: Demand,
    _ program: Program,
    _ depth: Int
  ) -> [JSON] {
    let value = JSON.object(object)
    var found: [JSON] = []
    for name in demand.object.required where object.contains(name) { found.append(value.with(name, nil)) }
    for name in demand.object.members {
      guard let member = object[name] else {
        found += additions(of: name, to: value, demand, program)
        continue
      }
      guard depth < 3 else { continue }
      let inner = self.demand(of: name, demand, program)
      found += all(of: member, demand: inner, program, depth: depth + 1).map { value.with(name, $0) }
    }
    for name in object.keys where demand.object.schemas[name] == nil { found.append(value.with(name, nil)) }
    return found + [value.with("other", 1)]
  }

  /// The object with a member that it does not have, of a type that it must not be.
  static func additions(to object: JSONObject, _ demand: Demand, _ program: Program) -> [JSON] {
    demand.object.members.filter { !object.contains($0) }
      .flatMap { additions(of: $0, to: .object(object), demand, program) }
  }

  private static func additions(of name: String, to value: JSON, _ demand: Demand, _ program: Program) -> [JSON] {
    let inner = self.demand(of: name, demand, program)
    let ofOtherTypes = others(than: .object([:])).filter { JSONTypes(of: $0).isDisjoint(with: inner.types) }.prefix(2)
    let booleans: [JSON] = inner.choices == nil || !inner.types.contains(.boolean) ? [] : [true, false]
    let unlisted = booleans.filter { inner.choices?.contains($0) == false }
    return (ofOtherTypes + unlisted).map { value.with(name, $0) }
  }

  /// What is asked of a member.
  private static func demand(of name: String, _ demand: Demand, _ program: Program) -> Demand {
    Demand(of: demand.object.schemas[name] ?? [], program.source)
  }

  private static func elements(
    of elements: [JSON],
    _ demand: Demand,
    _ program: Program,
    _ depth: Int
  ) -> [JSON] {
    var found: [JSON] = []
    if let first = elements.first, depth < 3 {
      let inner = Demand(of: demand.array.schemas(at: 0), program.source)
      found += all(of: first, demand: inner, program, depth: depth + 1).map { .array([$0] + elements.dropFirst()) }
      found += [.array(elements + [first]), .array(Array(elements.dropLast()))]
    }
    return found + others(than: .array([])).map { .array(elements + [$0]) }
  }
}

extension Demand {
  /// The demand with the schemas of every alternative, as far as that tells what is asked at all.
  fileprivate func settled(_ tables: SchemaTables) -> Demand {
    var demand = self
    for alternative in alternatives {
      for schema in alternative.options.flatMap(\.schemas) { demand.add(schema, tables) }
    }
    return demand
  }
}
