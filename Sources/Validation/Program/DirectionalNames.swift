import DoubletContracts

/// The names of members that belong to one direction only (`readOnly`, `writeOnly`), gathered over all schemas that
/// describe one object together.
///
/// `required` may stand beside the `$ref` that marks a member as read-only; it must not ask a request for that member.
struct DirectionalNames {
  private let source: SchemaTables
  private let own: [[(String, Int32)]]
  private let isAnywhere: Bool

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
    var visited: Set<Int> = [schema]
    var pending = [schema]
    while let next = pending.popLast() {
      for (name, traits) in own[next] where seen.insert(Array(name.utf8)).inserted { names.append((name, traits)) }
      for instruction in source.program(of: next) {
        pending += source.schemasInPlace(of: instruction).filter { visited.insert($0).inserted }
      }
    }
    return names
  }
}
