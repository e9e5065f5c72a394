import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Reads an operation's parameters off a request, as JSON, and judges them: what was sent (`SentParameter`), taken apart by
/// its style (`ParameterStyle+Splitting`), given the types of its schema (`ParameterTyping`), judged by the validator.
enum ParameterReader {
  /// Puts the values into the call; the violations.
  static func read(_ call: inout Call, _ operation: ServedOperation, _ api: ServedContract) -> [Violation] {
    guard !operation.parameters.isEmpty else { return [] }
    var violations: [Violation] = []
    let items = call.target.queryItems
    for parameter in operation.parameters {
      switch value(of: parameter, SentParameter(parameter, call, items)) {
      case .absent:
        if parameter.row.isRequired { violations.append(missing(parameter.row)) }
      case .broken(let keyword, let message): violations.append(violation(parameter.row, keyword, message))
      case .value(let value):
        let row = parameter.row
        call.parameters[Call.ParameterKey(location: row.location, name: row.name)] = value
        guard row.schema >= 0 else { continue }
        violations += Judge.violations(
          of: value,
          against: row.schema,
          api.validator,
          at: [row.location.rawValue, row.name]
        )
      }
    }
    return violations
  }

  /// The violation of a required parameter that is not there.
  static func missing(_ row: ParameterRow) -> Violation { violation(row, "required", "is required") }

  /// What became of a parameter.
  private enum Reading {
    case absent
    case value(JSON)
    case broken(keyword: String, message: String)
  }

  private static func value(of parameter: ServedParameter, _ sent: SentParameter) -> Reading {
    let row = parameter.row
    guard let first = sent.texts.first else {
      guard !sent.members.isEmpty else { return .absent }
      return .value(parameter.typing.object(sent.members))
    }
    if sent.texts.count > 1, !(parameter.typing.shape == .array && row.repeatsArrays) {
      return .broken(keyword: "duplicate", message: "is given \(sent.texts.count) times, must be given once")
    }
    guard row.mediaType.isEmpty else {
      guard MediaType(row.mediaType)?.isJSON == true else { return .value(.string(first.decoded)) }
      do {
        return .value(try JSON(parsing: first.decoded))
      } catch {
        return .broken(keyword: "malformed", message: "is no JSON: \(error)")
      }
    }
    guard let bare = row.withoutPrefix(first) else {
      return .broken(keyword: "style", message: "is not written in the style '\(row.style.rawValue)'")
    }
    switch parameter.typing.shape {
    case .scalar: return .value(parameter.typing.scalar(bare.decoded))
    case .array:
      let elements = sent.texts.count > 1 ? sent.texts.map(\.decoded) : row.elements(of: bare)
      return .value(parameter.typing.array(elements))
    case .object:
      guard let members = row.members(of: bare) else {
        return .broken(keyword: "style", message: "must be names and values in turn")
      }
      return .value(parameter.typing.object(members))
    }
  }

  private static func violation(_ row: ParameterRow, _ keyword: String, _ message: String) -> Violation {
    Violation(
      side: .request,
      code: "\(row.location.rawValue).\(keyword)",
      pointer: JSONPointer(tokens: [row.location.rawValue, row.name]),
      position: row.position,
      message: message
    )
  }
}
