import DoubletContracts
import DoubletJSON

extension ProbeMaker {
  /// Values for the site's place that may break a rule, those first that break little else.
  mutating func breaking(_ rule: ProbeRule) -> [JSON] {
    let value = site.value
    switch rule.kind {
    case .member(let name): return [(value.object == nil ? .object([:]) : value).with(name, nil)]
    case .writeOnly(let name), .forbiddenMember(let name): return Self.anything.map { value.with(name, $0) }
    case .forbiddenElement(let position):
      guard let elements = value.array, elements.count >= position else { return [] }
      return Self.anything.map { .array(elements.prefix(position) + [$0]) }
    case .key(let index): return badKeys(index, rule.schema).prefix(1).map { value.with($0, sampleOfOther($0)) }
    case .whole: return breakingInstruction(rule.index)
    }
  }

  private mutating func breakingInstruction(_ index: Int) -> [JSON] {
    let step = tables.instructions[index]
    switch step.opcode {
    case .type: return ofOtherTypes(than: JSONTypes(rawValue: Int(step.a)), index)
    case .enumeration, .constant: return unlisted(index)
    case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf: return numbers(breaking: index)
    case .minLength, .maxLength, .pattern, .format: return texts(breaking: index)
    case .minItems, .maxItems, .uniqueItems, .contains: return arrays(breaking: index)
    case .minProperties, .maxProperties: return objects(breaking: index)
    case .members, .propertyNames, .unevaluatedProperties:
      return Self.anything.map { site.value.with(Self.unknownKey, $0) }
    case .unevaluatedItems: return Self.anything.map { .array((site.value.array ?? []) + [$0]) }
    case .discriminator:
      let name = tables.names[Int(step.a)]
      return [site.value.with(name, .string(Self.unknownKey)), site.value.with(name, nil)]
    case .not: return meeting(Int(step.a), omitting: index)
    case .anyOf, .oneOf: return Self.anything + Mutations.all(of: site.value, demand: site.demand, program)
    default: return Self.anything
    }
  }

  /// Values of every type.
  static let anything: [JSON] = [
    "notInTheContract", 1_234_567, 0.5, true, .array([]), .object([:]), .null, odd, .array([odd]),
  ]

  /// An object with a key that few schemas allow.
  private static let odd = JSON.object(["$notInTheContract": nil])

  private mutating func ofOtherTypes(than types: JSONTypes, _ index: Int) -> [JSON] {
    var demand = site.demand.omitting(index, tables)
    demand.types.subtract(types)
    let made = demand.isPossible ? search.make(demand, [], bare) : nil
    return (made.map { [$0] } ?? []) + Self.anything.filter { !JSONTypes(of: $0).isSubset(of: types) }
  }

  private mutating func unlisted(_ index: Int) -> [JSON] {
    var demand = site.demand.omitting(index, tables)
    let step = tables.instructions[index]
    let count = step.opcode == .constant ? 1 : Int(step.b)
    let listed = tables.values[Int(step.a)..<Int(step.a) + count]
    demand.excluded += listed
    let made = demand.isPossible ? search.make(demand, [], bare) : nil
    let varied = listed.prefix(2).flatMap { value -> [JSON] in
      switch value {
      case .string(let string): [.string(string + "x"), .string("x" + string), .string(String(string.dropLast()))]
      case .number(let number): [.number(JSONNumber((number.int ?? 0) &+ 1)), .number(JSONNumber(number.double / 2))]
      case .bool(let value): [.bool(!value)]
      default: []
      }
    }
    return ((made.map { [$0] } ?? []) + varied + Self.anything).filter { !listed.contains($0) }
  }

  /// Values that meet a schema that must not be met, by a rule that is left out.
  private mutating func meeting(_ schema: Int, omitting rule: Int) -> [JSON] {
    var demand = site.demand.omitting(rule, tables)
    demand.nots = []
    demand.excluded = []
    let refused = Applied(schema, in: tables)
    var fresh = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: 1)
    var alone = Demand()
    alone.add(refused, tables)
    let bare = self.bare
    let both = demand.adding(refused, tables)
    return [both, alone].compactMap { fresh.choose($0, [refused], bare) } + (both.choices ?? [])
  }

  /// A place without a trail, for values that stand in for the one of the site.
  var bare: SamplePlace {
    var place = site.place
    place.trail = []
    place.isOnTrail = false
    place.isLean = true
    return place
  }

  /// A value for a member that no schema names.
  private mutating func sampleOfOther(_ name: String) -> JSON {
    search.sample(site.demand.object.schemas(of: name, program), at: bare.below(name, open: [], isOptional: false)) ?? 1
  }
}

extension Demand {
  /// The demand with one schema more.
  fileprivate func adding(_ schema: Applied, _ tables: SchemaTables) -> Demand {
    var demand = self
    demand.add(schema, tables)
    return demand
  }
}

extension JSON {
  /// An object with a member set, or removed.
  func with(_ name: String, _ value: JSON?) -> JSON {
    guard case .object(var object) = self else { return self }
    object[name] = value
    return .object(object)
  }
}
