import DoubletContracts

/// By which rules the schemas that a walk comes to are applied, wherever that is: what holds of all of them holds at every
/// place, whether the walk went there or not.
final class Entrances {
  private let program: Program
  private let root: Int
  private var tables: SchemaTables { program.source }
  /// Gathered when they are first asked for.
  private lazy var known = gathered()

  private enum Way {
    /// To the value itself, by the instruction of that index.
    case inPlace(rule: Int)
    case member(String)
    case other
  }

  private struct Entrance {
    let schema: Int
    let way: Way
  }

  init(_ program: Program, root: Int) {
    self.program = program
    self.root = root
  }

  /// The values of a member by which discriminators choose a schema; nil where something else leads to it.
  func values(choosing schema: Int, by name: String) -> [String]? {
    var values: [String] = []
    for next in composed(of: schema) {
      guard next != root, tables.scopes.anchors.isEmpty else { return nil }
      for entrance in known[next] ?? [] {
        guard case .inPlace(let rule) = entrance.way else { return nil }
        let step = tables.instructions[rule]
        switch step.opcode {
        case .reference, .allOf: break
        case .discriminator where tables.names[Int(step.a)] == name:
          let rows = tables.discriminations[Int(step.b)..<Int(step.b + step.c)].filter { $0.schema == next }
          guard !rows.contains(where: \.isDefault) else { return nil }
          values += rows.map(\.value)
        // Beside a discriminator it chooses for what is no object.
        case _ where step.opcode.isBranching && isLed(rule, in: entrance.schema, by: name): break
        default: return nil
        }
      }
    }
    return values
  }

  /// The same for the schema of the member itself.
  func values(of schema: Int, in name: String) -> [String]? {
    var values: [String] = []
    for next in composed(of: schema) {
      guard next != root, tables.scopes.anchors.isEmpty else { return nil }
      for entrance in known[next] ?? [] {
        switch entrance.way {
        case .inPlace(let rule) where tables.instructions[rule].opcode.isPlain: break
        case .member(name):
          guard let found = self.values(choosing: entrance.schema, by: name) else { return nil }
          values += found
        case .inPlace, .member, .other: return nil
        }
      }
    }
    return values
  }

  /// Whether something holds on every way to a schema, of it or of a schema that it is a part of, by `$ref` and `allOf`,
  /// or of one that has it for a member.
  func hold(to schema: Int, _ isMet: (_ holder: Int, _ member: String?) -> Bool) -> Bool {
    guard tables.scopes.anchors.isEmpty else { return false }
    var ways: [(schema: Int, member: String?)] = [(schema, nil)]
    var position = 0
    while position < ways.count {
      let (next, member) = ways[position]
      position += 1
      if isMet(next, member) { continue }
      guard next != root, let entrances = known[next] else { return false }
      for entrance in entrances {
        var outer = (schema: entrance.schema, member: member)
        switch entrance.way {
        case .inPlace(let rule) where tables.instructions[rule].opcode.isPlain: break
        case .member(let name) where member == nil: outer.member = name
        case .inPlace, .member, .other: return false
        }
        if !ways.contains(where: { $0 == outer }) { ways.append(outer) }
      }
    }
    return true
  }

  /// A schema, and those that it is a part of by `$ref` and `allOf`.
  private func composed(of schema: Int) -> [Int] {
    var found = [schema]
    var position = 0
    while position < found.count {
      for entrance in known[found[position]] ?? [] {
        guard case .inPlace(let rule) = entrance.way, tables.instructions[rule].opcode.isPlain else { continue }
        if !found.contains(entrance.schema) { found.append(entrance.schema) }
      }
      position += 1
    }
    return found
  }

  /// Whether the choice of an `anyOf` or `oneOf` is that of a discriminator of this member.
  private func isLed(_ rule: Int, in schema: Int, by name: String) -> Bool {
    tables.instructions[rule].opcode != .discriminator && program.sharesChoice(rule)
      && tables.program(of: schema).contains { $0.opcode == .discriminator && tables.names[Int($0.a)] == name }
  }

  private func gathered() -> [Int: [Entrance]] {
    var found: [Int: [Entrance]] = [:]
    var seen: Set<Int> = [root]
    var pending = [root]
    while let schema = pending.popLast() {
      for rule in tables.schemas[schema].program.indices {
        for (child, way) in ways(of: rule) {
          found[child, default: []].append(Entrance(schema: schema, way: way))
          if seen.insert(child).inserted { pending.append(child) }
        }
      }
    }
    return found
  }

  /// The schemas that an instruction leads to.
  private func ways(of rule: Int) -> [(schema: Int, way: Way)] {
    let step = tables.instructions[rule]
    let (a, b, c) = (Int(step.a), Int(step.b), Int(step.c))
    switch step.opcode {
    case .members:
      let row = tables.objects[a]
      let named = tables.properties[row.properties.indices].map { ($0.schema, Way.member($0.name)) }
      let others = tables.patternProperties[row.patterns.indices].map { ($0.schema, Way.other) }
      return named + others + (row.additional < 0 ? [] : [(row.additional, .other)])
    case .elements: return tables.children[a..<(a + b)].map { ($0, .other) } + (c < 0 ? [] : [(c, .other)])
    case .contains, .propertyNames, .unevaluatedItems, .unevaluatedProperties: return [(a, .other)]
    default: return Set(tables.schemasInPlace(of: step)).map { ($0, .inPlace(rule: rule)) }
    }
  }
}

extension Opcode {
  /// Whether it applies schemas to every value.
  fileprivate var isPlain: Bool { self == .reference || self == .allOf }
}
