import DoubletContracts

/// The names of members that belong to one direction only (`readOnly`, `writeOnly`), gathered over all schemas that
/// describe one object together.
///
/// `required` may stand beside the `$ref` that marks a member as read-only; it must not ask a request for that member.
struct DirectionalNames {
  private let source: SchemaTables
  private let own: [[(String, Int32)]]
  private let isAnywhere: Bool
  private var certainties: [Int: [String: SchemaTraits]] = [:]

  init(_ source: SchemaTables) {
    self.source = source
    own = source.schemas.indices.map { schema in
      source.program(of: schema).filter { $0.opcode == .members }.flatMap { instruction in
        source.properties[source.objects[Int(instruction.a)].properties.indices].compactMap { property in
          let traits = property.traits.intersection([.readOnly, .writeOnly])
          return traits.isEmpty ? nil : (property.name, Int32(traits.rawValue))
        }
      }
    }
    isAnywhere = own.contains { !$0.isEmpty }
  }

  /// Each name with its traits, of the schema and all it is composed of.
  func names(of schema: Int) -> [(name: String, meaning: Int32)] {
    guard isAnywhere else { return [] }
    var names: [(name: String, meaning: Int32)] = []
    var seen: Set<[UInt8]> = []
    for part in composition(of: schema) {
      for (name, traits) in own[part] where seen.insert(Array(name.utf8)).inserted { names.append((name, traits)) }
    }
    return names
  }

  /// The names with the traits that they have whichever branch of a choice is taken: outside of all choices, or in every
  /// branch of one.
  mutating func certain(of schema: Int) -> [String: SchemaTraits] {
    guard isAnywhere else { return [:] }
    if let known = certainties[schema] { return known }
    let parts = composition(of: schema, withBranches: false)
    var found: [String: SchemaTraits] = [:]
    for (name, traits) in parts.flatMap({ own[$0] }) {
      found[name, default: []].formUnion(SchemaTraits(rawValue: Int(traits)))
    }
    // What a branch that is composed of this very schema has from it.
    certainties[schema] = found
    for step in parts.flatMap({ Array(source.program(of: $0)) }) where step.opcode.isBranching {
      for (name, traits) in agreed(by: source.schemasInPlace(of: step)) { found[name, default: []].formUnion(traits) }
    }
    certainties[schema] = found
    return found
  }

  /// What each of several branches says.
  private mutating func agreed(by branches: [Int]) -> [String: SchemaTraits] {
    guard let first = branches.first else { return [:] }
    var agreed = certain(of: first)
    for branch in branches.dropFirst() where !agreed.isEmpty {
      let other = certain(of: branch)
      for (name, traits) in agreed {
        let common = traits.intersection(other[name] ?? [])
        agreed[name] = common.isEmpty ? nil : common
      }
    }
    return agreed
  }

  /// The names that one branch of a choice, of all that a schema is composed of, leaves to answers, and that another one
  /// asks of requests. They tell branches apart.
  func contested(of schema: Int) -> Set<String> {
    guard isAnywhere else { return [] }
    var found: Set<String> = []
    for next in composition(of: schema) {
      for step in source.program(of: next) where step.opcode == .oneOf || step.opcode == .anyOf {
        let branches = source.schemasInPlace(of: step).map { branch in
          (own: readOnly(in: branch), spoken: spoken(in: branch))
        }
        for (position, branch) in branches.enumerated() where !branch.own.isEmpty {
          for (other, rival) in branches.enumerated() where other != position {
            found.formUnion(branch.own.intersection(rival.spoken).subtracting(rival.own))
          }
        }
      }
    }
    return found
  }

  private func readOnly(in schema: Int) -> Set<String> {
    let names = names(of: schema).filter { SchemaTraits(rawValue: Int($0.meaning)).contains(.readOnly) }
    return Set(names.map(\.name))
  }

  /// The members that a schema, and all it is composed of, names or asks for.
  private func spoken(in schema: Int) -> Set<String> {
    var found: Set<String> = []
    for next in composition(of: schema) {
      for step in source.program(of: next) {
        switch step.opcode {
        case .required: found.formUnion(source.names[Int(step.a)..<Int(step.a + step.b)])
        case .members: found.formUnion(source.properties[source.objects[Int(step.a)].properties.indices].map(\.name))
        default: break
        }
      }
    }
    return found
  }

  /// A schema and all that it is composed of.
  private func composition(of schema: Int, withBranches: Bool = true) -> [Int] {
    var visited: Set<Int> = [schema]
    var pending = [schema]
    var found: [Int] = []
    while let next = pending.popLast() {
      found.append(next)
      for instruction in source.program(of: next) where withBranches || !instruction.opcode.isBranching {
        pending += source.schemasInPlace(of: instruction).filter { visited.insert($0).inserted }
      }
    }
    return found
  }
}

extension SchemaTraits {
  /// Branches of a choice disagree on whether the member is read-only.
  static let contested = SchemaTraits(rawValue: 1 << 16)
}
