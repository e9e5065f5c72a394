public import DoubletJSON

/// Why a template cannot be read.
public struct TemplateError: Error, Sendable, Hashable {
  /// The string that holds the mistake, as a place in the template's value.
  public var pointer: JSONPointer
  /// What is wrong, and what would be right.
  public var message: String
}

extension Template {
  /// Reads the holes of a JSON value.
  public init(_ json: JSON, at pointer: JSONPointer = JSONPointer()) throws(TemplateError) {
    switch json {
    case .string(let text):
      self = try Template.reading(text, at: pointer)
    case .array(let elements):
      var parts: [Template] = []
      for (index, element) in elements.enumerated() {
        parts.append(try Template(element, at: pointer.appending(index)))
      }
      if parts.count == 1, parts[0].namesViolation {
        self = .perViolation(parts[0])
      } else {
        self = parts.allSatisfy(\.isConstant) ? .constant(json) : .array(parts)
      }
    case .object(let object):
      var members: [Member] = []
      for (key, value) in object {
        members.append(Member(key: key, value: try Template(value, at: pointer.appending(key))))
      }
      self = members.allSatisfy(\.value.isConstant) ? .constant(json) : .object(members)
    default:
      self = .constant(json)
    }
  }

  /// Whether nothing in it depends on the request.
  public var isConstant: Bool {
    if case .constant = self { true } else { false }
  }

  /// Every expression in it.
  public var expressions: [Expression] {
    switch self {
    case .absent, .constant: []
    case .expression(let expression): [expression]
    case .text(let pieces):
      pieces.compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
    case .array(let parts): parts.flatMap(\.expressions)
    case .perViolation(let part): part.expressions
    case .object(let members): members.flatMap(\.value.expressions)
    }
  }

  private var namesViolation: Bool { expressions.contains { $0.isOfViolation } }

  private static func reading(_ text: String, at pointer: JSONPointer) throws(TemplateError) -> Template {
    var pieces: [Piece] = []
    var literal = ""
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("{{") {
        literal.append("{")
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("}}") {
        literal.append("}")
        rest = rest.dropFirst(2)
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else {
          throw TemplateError(pointer: pointer, message: "'{' is never closed; write '{{' for a brace of the text")
        }
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        guard let expression = Expression(name) else {
          throw TemplateError(
            pointer: pointer,
            message: "no expression is called '\(name)'; there are \(Expression.names.joined(separator: ", "))"
          )
        }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        pieces.append(.expression(expression))
        rest = rest[rest.index(after: end)...]
      } else {
        literal.append(character)
        rest = rest.dropFirst()
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    switch pieces.count {
    case 0: return .constant(.string(""))
    case 1:
      if case .expression(let expression) = pieces[0] { return .expression(expression) }
      return .constant(.string(literal))
    default:
      return .text(pieces)
    }
  }
}
