import DoubletContracts
import DoubletJSON

/// What a parameter's texts become: everything that travels outside of a body is text, and the schema says which JSON
/// values it stands for.
struct ParameterTyping: Sendable {
  /// How the value is put together.
  enum Shape: Sendable {
    case scalar
    case array
    case object
  }

  let shape: Shape
  let memberTypes: [String: JSONTypes]
  private let types: JSONTypes
  private let elementTypes: JSONTypes

  init(_ row: ParameterRow, _ schemas: SchemaTables) {
    types = schemas.types(of: row.schema)
    elementTypes = schemas.elementTypes(of: row.schema)
    memberTypes = schemas.memberTypes(of: row.schema)
    // A schema that allows text takes the text as it stands.
    shape =
      types.contains(.string) ? .scalar : types.contains(.array) ? .array : types.contains(.object) ? .object : .scalar
  }

  /// Whether text is a value of the parameter as it stands.
  var allowsText: Bool { types.contains(.string) }

  func scalar(_ text: String) -> JSON { ParameterTyping.typed(text, as: types) }

  func array(_ elements: [String]) -> JSON { .array(elements.map { ParameterTyping.typed($0, as: elementTypes) }) }

  func object(_ members: [(name: String, value: String)]) -> JSON {
    .object(JSONObject(members.map { ($0.name, ParameterTyping.typed($0.value, as: memberTypes[$0.name] ?? .all)) }))
  }

  /// A text as the JSON value that its schema asks for; the text itself where it is no such value.
  private static func typed(_ text: String, as types: JSONTypes) -> JSON {
    if !types.isDisjoint(with: .number), let number = JSONNumber(text: text) { return .number(number) }
    if types.contains(.boolean), text == "true" || text == "false" { return .bool(text == "true") }
    if types.contains(.null), !types.contains(.string), text.isEmpty || text == "null" { return .null }
    return .string(text)
  }
}
