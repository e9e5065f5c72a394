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
    while let brace = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
      literal += rest[..<brace]
      let isDoubled = rest[brace...].hasPrefix("{{") || rest[brace...].hasPrefix("}}")
      if isDoubled || rest.utf8[brace] == UInt8(ascii: "}") {
        literal.unicodeScalars.append(rest.unicodeScalars[brace])
        rest = rest[rest.utf8.index(brace, offsetBy: isDoubled ? 2 : 1)...]
        continue
      }
      guard let end = rest.utf8[brace...].firstIndex(of: UInt8(ascii: "}")) else {
        throw TemplateError(pointer: pointer, message: "'{' is never closed; write '{{' for a brace of the text")
      }
      let name = String(rest[rest.utf8.index(after: brace)..<end])
      guard let expression = Expression(name) else {
        throw TemplateError(
          pointer: pointer,
          message: "no expression is called '\(name)'; there are \(Expression.names.joined(separator: ", "))"
        )
      }
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = ""
      pieces.append(.expression(expression))
      rest = rest[rest.utf8.index(after: end)...]
    }
    literal += rest
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
