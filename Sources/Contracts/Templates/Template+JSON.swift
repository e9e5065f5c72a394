public import DoubletJSON

extension Template {
  /// The template as JSON text holds it: what ``init(_:at:)`` reads back. `nil` when there is none.
  public var json: JSON? {
    switch self {
    case .absent: nil
    case .constant(let value): Template.escaping(value)
    case .expression(let expression): .string("{\(expression)}")
    case .text(let pieces): .string(pieces.map(\.source).joined())
    case .array(let parts): .array(parts.compactMap(\.json))
    case .perViolation(let part): .array([part.json].compactMap { $0 })
    case .object(let members):
      .object(JSONObject(members.compactMap { member in member.value.json.map { (member.key, $0) } }))
    }
  }

  /// The constant's strings with their braces doubled.
  private static func escaping(_ value: JSON) -> JSON {
    switch value {
    case .string(let text): .string(escaping(text))
    case .array(let elements): .array(elements.map { escaping($0) })
    case .object(let object): .object(JSONObject(object.map { ($0.key, escaping($0.value)) }))
    default: value
    }
  }

  fileprivate static func escaping(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else { return text }
    return String(text.flatMap { $0 == "{" ? "{{" : $0 == "}" ? "}}" : String($0) })
  }
}

extension Template.Piece {
  fileprivate var source: String {
    switch self {
    case .literal(let text): Template.escaping(text)
    case .expression(let expression): "{\(expression)}"
    }
  }
}
