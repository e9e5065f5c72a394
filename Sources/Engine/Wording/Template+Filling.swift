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
    case .array(let parts): .array(parts.compactMap { $0.filled(in: context) })
    case .perViolation(let part):
      .array(
        (context.problem?.violations ?? []).compactMap { violation in
          var context = context
          context.violation = violation
          return part.filled(in: context)
        }
      )
    case .object(let members):
      .object(JSONObject(members.compactMap { member in member.value.filled(in: context).map { (member.key, $0) } }))
    }
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

  /// The template's value as a path, the expressions in it escaped as segments.
  func path(in context: WordingContext) -> String {
    guard case .text(let pieces) = self else { return Template.plain(filled(in: context)) }
    return pieces.reduce(into: "") { filled, piece in
      switch piece {
      case .literal(let text): filled += text
      case .expression(let expression):
        filled += PercentEncoding.encodeSegment(Template.plain(context.value(of: expression)))
      }
    }
  }

  private static func plain(_ value: JSON?) -> String {
    switch value {
    case nil, .null: ""
    case .string(let text): text
    case .some(let other): other.text()
    }
  }
}
