import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Looks for the members of a value that its schema calls deprecated. Of `anyOf` and `oneOf` only the branches count that
/// the value is of.
struct DeprecatedMembers {
  private(set) var warnings: [Violation] = []
  private let tables: SchemaTables
  private let validator: Validator
  /// Values deeper than this are not looked into.
  private static let deepest = 64

  init(_ api: ServedContract) {
    tables = api.contract.schemas
    validator = api.validator
  }

  /// Looks at a value that stands at `path`.
  mutating func visit(_ value: JSON, _ schema: Int, _ path: [String]) {
    var seen: Set<Int> = []
    visit(value, schema, path, &seen)
  }

  private mutating func visit(_ value: JSON, _ schema: Int, _ path: [String], _ seen: inout Set<Int>) {
    guard tables.schemas.indices.contains(schema), seen.insert(schema).inserted, path.count < Self.deepest else {
      return
    }
    for instruction in tables.program(of: schema) {
      let (a, b) = (Int(instruction.a), Int(instruction.b))
      switch instruction.opcode {
      case .reference, .dynamicReference: visit(value, a, path, &seen)
      case .allOf: for branch in tables.children[a..<(a + b)] { visit(value, branch, path, &seen) }
      case .anyOf, .oneOf:
        for branch in tables.children[a..<(a + b)]
        where validator.isValid(value, against: branch, direction: .request) {
          visit(value, branch, path, &seen)
        }
      case .members: visitMembers(of: value, tables.objects[a], path)
      case .elements:
        for (index, element) in (value.array ?? []).enumerated() {
          visit(element, index < b ? tables.children[a + index] : Int(instruction.c), path + [String(index)])
        }
      default: break
      }
    }
  }

  private mutating func visitMembers(of value: JSON, _ object: ObjectRow, _ path: [String]) {
    guard let members = value.object else { return }
    let properties = tables.properties[object.properties.indices]
    for (name, member) in members {
      guard let property = properties.first(where: { $0.name == name }) else {
        visit(member, object.additional, path + [name])
        continue
      }
      if property.traits.contains(.deprecated) {
        warnings.append(Deprecations.warning(.body, path + [name], tables.schemas[property.schema].position))
      }
      visit(member, property.schema, path + [name])
    }
  }
}
