/// What a schema says of its values before any of them is judged: their types, and the schemas of members and elements.
/// Text becomes JSON by it.
public struct Outline: Sendable {
  private let tables: SchemaTables
  /// Schemas that a value may be of; none where nothing is known.
  private let schemas: [Int]
  /// Those and all that they refer to or are composed of.
  private let parts: [Int]

  /// The outline of a schema; of no schema below 0.
  public init(_ tables: SchemaTables, _ schema: Int) { self.init(tables, [schema]) }

  private init(_ tables: SchemaTables, _ schemas: [Int]) {
    self.tables = tables
    self.schemas = schemas.filter(tables.schemas.indices.contains)
    var parts: [Int] = []
    var open = Array(self.schemas.reversed())
    while let schema = open.popLast() {
      if parts.contains(schema) { continue }
      parts.append(schema)
      for instruction in tables.program(of: schema).reversed() {
        switch instruction.opcode {
        case .reference, .dynamicReference: open.append(Int(instruction.a))
        case .allOf, .anyOf, .oneOf: open += tables.branches(instruction).reversed()
        default: break
        }
      }
    }
    self.parts = parts
  }

  /// The one schema that a value must meet; -1 where there are several or none.
  public var schema: Int { schemas.count == 1 ? schemas[0] : -1 }

  /// The types that a value can have.
  public var types: JSONTypes {
    schemas.isEmpty ? .all : schemas.reduce(JSONTypes()) { $0.union(tables.types(of: $1)) }
  }

  /// The names of the members that the schema knows, in the order of the document.
  public var memberNames: [String] {
    var names: [String] = []
    for object in objects {
      for property in tables.properties[object.properties.indices].sorted(by: { $0.order < $1.order })
      where !names.contains(property.name) {
        names.append(property.name)
      }
    }
    return names
  }

  /// Whether members of other names have a place too: the schema says what they must be, or names none at all.
  public var takesOthers: Bool {
    let objects = objects
    let others = objects.map(\.additional).filter { $0 >= 0 }
    guard others.isEmpty else { return !others.contains(where: isNever) }
    return objects.allSatisfy { $0.properties.isEmpty } || objects.contains { !$0.patterns.isEmpty }
  }

  /// The outline of a member's values.
  public func member(_ name: String) -> Outline {
    let objects = objects
    let named = objects.flatMap { tables.properties[$0.properties.indices].filter { $0.name == name }.map(\.schema) }
    return Outline(tables, named.isEmpty ? objects.map(\.additional) : named)
  }

  /// The outline of the element at an index.
  public func element(_ index: Int) -> Outline {
    Outline(
      tables,
      instructions(.elements).map { index < Int($0.b) ? tables.children[Int($0.a) + index] : Int($0.c) }
    )
  }

  private var objects: [ObjectRow] { instructions(.members).map { tables.objects[Int($0.a)] } }

  private func instructions(_ opcode: Opcode) -> [Instruction] {
    parts.flatMap { tables.program(of: $0).filter { $0.opcode == opcode } }
  }

  private func isNever(_ schema: Int) -> Bool {
    tables.program(of: schema).contains { $0.opcode == .never }
  }
}
