import DoubletContracts
import DoubletJSON

/// What schemas that hold together say of a value, as far as inference asks: types, members, elements.
struct SchemaFacts {
  /// A member that they name.
  struct Member {
    var name: String
    /// All that is said of its value.
    var schemas: [Int]
    var isReadOnly = false

    var word: Word { Word(name) }
  }

  var types: JSONTypes = .all
  /// In the order of the document.
  var members: [Member] = []
  /// All that is said of the elements of an array; empty: nothing.
  var elements: [Int] = []

  /// Whether the value can be an object, and is not just anything.
  var isObject: Bool { types.contains(.object) && (types != .all || !members.isEmpty) }

  /// Whether the value is an array.
  var isArray: Bool { types.contains(.array) && !types.contains(.object) }

  /// Whether the value is text, a number or a truth.
  var isScalar: Bool { types.isDisjoint(with: [.array, .object]) }

  /// The member of that name.
  func member(_ name: String) -> Member? { members.first { $0.name == name } }

  /// The member of that word.
  func member(_ word: Word) -> Member? { members.first { $0.word == word } }
}

/// Looks schemas up, each once.
final class SchemaReader {
  let tables: SchemaTables
  private var known: [[Int]: SchemaFacts] = [:]

  init(_ tables: SchemaTables) { self.tables = tables }

  /// What is said of a value that these schemas describe together.
  func facts(_ schemas: [Int]) -> SchemaFacts {
    let schemas = schemas.filter { $0 >= 0 }
    if let facts = known[schemas] { return facts }
    var facts = SchemaFacts()
    facts.types = schemas.reduce(.all) { $0.intersection(tables.types(of: $1)) }
    var seen: Set<Int> = []
    for schema in schemas { add(schema, to: &facts, &seen) }
    known[schemas] = facts
    return facts
  }

  /// Whether nothing but a type, and a format of these, is asked of a text there.
  func isPlainText(_ schemas: [Int], formats: Set<String>) -> Bool {
    facts(schemas).types.contains(.string)
      && schemas.allSatisfy { schema in
        tables.program(of: schema).allSatisfy { step in
          step.opcode == .type || step.opcode == .format && formats.contains(tables.formats[Int(step.a)])
        }
      }
  }

  /// Whether a text there must have a format.
  func has(format: String, _ schemas: [Int]) -> Bool {
    schemas.contains { schema in
      tables.program(of: schema).contains { step in
        step.opcode == .format && tables.formats[Int(step.a)] == format
      }
    }
  }

  /// The least or greatest number that a schema allows, where it says one.
  func bound(_ opcode: Opcode, of schema: Int) -> Int? {
    guard tables.schemas.indices.contains(schema) else { return nil }
    let step = tables.program(of: schema).first { $0.opcode == opcode }
    return step.flatMap { tables.numbers[Int($0.a)].int }
  }

  /// The whole number that a schema gives as its default.
  func standard(of schema: Int) -> Int? { tables.examples(of: schema).last { $0.isDefault }?.value.int }

  /// Of several schemas of one place, the one that says most.
  func main(of schemas: [Int]) -> Int {
    schemas.max { facts([$0]).members.count < facts([$1]).members.count } ?? -1
  }

  private func add(_ schema: Int, to facts: inout SchemaFacts, _ seen: inout Set<Int>) {
    guard tables.schemas.indices.contains(schema), seen.insert(schema).inserted else { return }
    for step in tables.program(of: schema) {
      let a = Int(step.a)
      switch step.opcode {
      case .members: addMembers(of: tables.objects[a], to: &facts)
      case .elements:
        facts.elements += step.c >= 0 ? [Int(step.c)] : Array(tables.children[a..<a + Int(step.b)].prefix(1))
      case .reference, .dynamicReference: add(a, to: &facts, &seen)
      case .allOf, .anyOf, .oneOf: for part in tables.branches(step) { add(part, to: &facts, &seen) }
      default: break
      }
    }
  }

  private func addMembers(of object: ObjectRow, to facts: inout SchemaFacts) {
    for row in tables.properties[object.properties.indices].sorted(by: { $0.order < $1.order }) {
      let index = facts.members.firstIndex { $0.name == row.name } ?? facts.members.count
      if index == facts.members.count { facts.members.append(SchemaFacts.Member(name: row.name, schemas: [])) }
      if !facts.members[index].schemas.contains(row.schema) { facts.members[index].schemas.append(row.schema) }
      if row.traits.contains(.readOnly) { facts.members[index].isReadOnly = true }
    }
  }
}
