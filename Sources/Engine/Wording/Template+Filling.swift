import DoubletContracts
import DoubletJSON

extension Template {
  /// The template's value in a case; nil where there is no template. An expression that the case has no value for is
  /// null, and empty inside of a text.
  func filled(in context: WordingContext) -> JSON? {
    switch self {
    case .absent: nil
    case .constant(let value): value
    case .expression(let expression): context.value(of: expression) ?? .null
    case .text: .string(text(in: context))
    case .array(let parts): .array(Template.filled(parts, in: context))
    case .perViolation(let part):
      .array(
        (context.problem?.violations ?? []).compactMap { violation in
          var context = context
          context.violation = violation
          return part.filled(in: context)
        }
      )
    case .object(let members): .object(Template.filled(members, in: context))
    }
  }

  private static func filled(_ parts: [Template], in context: WordingContext) -> [JSON] {
    var values: [JSON] = []
    values.reserveCapacity(parts.count)
    for part in parts {
      if let value = part.filled(in: context) { values.append(value) }
    }
    return values
  }

  private static func filled(_ members: [Member], in context: WordingContext) -> JSONObject {
    var object = JSONObject()
    object.reserveCapacity(members.count)
    for member in members {
      if let value = member.value.filled(in: context) { object.append(member.key, value) }
    }
    return object
  }

  /// The template's value as the text of a header field; nil where it has none.
  func text(in context: WordingContext) -> String {
    guard case .text(let pieces) = self else { return Template.plain(filled(in: context)) }
    return pieces.reduce(into: "") { filled, piece in
      switch piece {
      case .literal(let text): filled += text
      case .expression(let expression): filled += Template.plain(context.value(of: expression))
      }
    }
  }

  /// The template's value as a path below a base, the expressions in it escaped as segments.
  func path(below base: String, in context: WordingContext) -> String {
    guard case .text(let pieces) = self else { return base + Template.plain(filled(in: context)) }
    var path = ""
    path.reserveCapacity(base.utf8.count + 64)
    path += base
    for piece in pieces {
      switch piece {
      case .literal(let text): path += text
      case .expression(let expression):
        path += PercentEncoding.encodeSegment(Template.plain(context.value(of: expression)))
      }
    }
    return path
  }

  private static func plain(_ value: JSON?) -> String {
    switch value {
    case nil, .null: ""
    case .string(let text): text
    case .some(let other): other.text()
    }
  }
}
