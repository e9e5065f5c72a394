import DoubletContracts

/// The members that belong to the other direction: what a schema is composed of may excuse them, though they are required.
struct ExcusedMembers {
  /// Those that any schema excuses.
  let anywhere: Set<String>
  private let foreign: SchemaTraits
  private var known: [Int: Set<String>] = [:]

  /// The members that values which go one way need not have.
  init(_ tables: SchemaTables, _ direction: Validator.Direction) {
    foreign = direction == .request ? .readOnly : direction == .response ? .writeOnly : []
    anywhere = Self.names(in: tables.properties[...], foreign)
  }

  /// Those that a schema excuses where a value is entered by it.
  mutating func members(of schema: Int, _ tables: SchemaTables) -> Set<String> {
    guard !anywhere.isEmpty else { return [] }
    if let known = known[schema] { return known }
    var found: Set<String> = []
    var visited: Set<Int> = [schema]
    var pending = [schema]
    while let next = pending.popLast() {
      for step in tables.program(of: next) {
        pending += tables.schemasInPlace(of: step).filter { visited.insert($0).inserted }
        guard step.opcode == .members else { continue }
        found.formUnion(Self.names(in: tables.properties[tables.objects[Int(step.a)].properties.indices], foreign))
      }
    }
    known[schema] = found
    return found
  }

  private static func names(in properties: ArraySlice<PropertyRow>, _ foreign: SchemaTraits) -> Set<String> {
    Set(properties.lazy.filter { !$0.traits.isDisjoint(with: foreign) }.map(\.name))
  }
}
