import DoubletContracts
import DoubletJSON

/// What is asked of an object.
struct ObjectDemand {
  /// `patternProperties` and `additionalProperties` of one schema, and the names that its `properties` take out of them.
  struct Shape {
    let names: Set<String>
    let patterns: [(pattern: Int, schema: Applied)]
    let additional: Applied?
  }

  /// A `dependentRequired`.
  struct Dependent {
    let trigger: String
    let names: [String]
  }

  var least = 0
  var most = Int.max
  /// Members that must be there, in order.
  private(set) var required: [String] = []
  /// Members that schemas name, in the order of the document.
  private(set) var members: [String] = []
  private(set) var schemas: [String: [Applied]] = [:]
  /// `readOnly` and `writeOnly` of the named members.
  private(set) var traits: [String: SchemaTraits] = [:]
  private(set) var shapes: [Shape] = []
  /// Members that must not be there.
  var forbidden: Set<String> = []
  /// Members of a fixed value.
  var fixed: [String: JSON] = [:]
  var names: [Applied] = []
  var dependents: [Dependent] = []
  var unevaluated: [Applied] = []

  /// Whether nothing is asked.
  var isEmpty: Bool {
    least == 0 && most == .max && required.isEmpty && shapes.isEmpty && names.isEmpty && dependents.isEmpty
      && unevaluated.isEmpty && fixed.isEmpty
  }

  /// Asks for a member.
  mutating func require(_ name: String) { if !required.contains(name) { required.append(name) } }

  /// Gathers what a schema says of members.
  mutating func add(_ row: ObjectRow, _ applied: Applied, _ tables: SchemaTables) {
    let properties = tables.properties[row.properties.indices].sorted { $0.order < $1.order }
    for property in properties {
      if schemas[property.name] == nil { members.append(property.name) }
      schemas[property.name, default: []].append(applied.next(property.schema, in: tables))
      traits[property.name, default: []].formUnion(property.traits)
    }
    shapes.append(
      Shape(
        names: Set(properties.map(\.name)),
        patterns: tables.patternProperties[row.patterns.indices].map {
          ($0.pattern, applied.next($0.schema, in: tables))
        },
        additional: row.additional < 0 ? nil : applied.next(row.additional, in: tables)
      )
    )
  }

  /// Whether a member belongs to the other direction.
  func isForeign(_ name: String, _ direction: Validator.Direction) -> Bool {
    switch direction {
    case .request: traits[name]?.contains(.readOnly) == true
    case .response: traits[name]?.contains(.writeOnly) == true
    case .none: false
    }
  }

  /// Whether a member need not be there since it belongs to the other direction. A read-only one by which a discriminator
  /// chooses is sent all the same.
  func isLeftOut(_ name: String, _ direction: Validator.Direction) -> Bool {
    isForeign(name, direction) && (direction != .request || fixed[name] == nil)
  }

  /// The schemas of a member.
  func schemas(of name: String, _ program: Program) -> [Applied] {
    var found = schemas[name] ?? []
    for shape in shapes {
      let matching = shape.patterns.filter { program.patterns[$0.pattern].matches(name) == .matches }
      found += matching.map(\.schema)
      if matching.isEmpty, !shape.names.contains(name), let additional = shape.additional { found.append(additional) }
    }
    return found.isEmpty ? unevaluated : found
  }
}
