import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Reads an operation's parameters off a request, as JSON, and judges them: what was sent (`SentParameter`), taken apart by
/// its style (`ParameterRow+Splitting`), given the types of its schema (`TextTyping`), judged by the validator.
enum ParameterReader {
  /// Puts the values into the call; the violations.
  static func read(_ call: Call, _ operation: ServedOperation, _ api: ServedContract) -> [Violation] {
    guard !operation.parameters.isEmpty else { return [] }
    var violations: [Violation] = []
    for parameter in operation.parameters where !takesText(of: parameter, call, api.validator) {
      violations += readPieces(of: parameter, call, operation, api.validator)
    }
    return violations
  }

  /// Reads what is put together of pieces of the request. Not inlined: what it needs of the operation would be fetched for
  /// every request, and most have no such parameter.
  @inline(never)
  private static func readPieces(
    of parameter: ServedParameter,
    _ call: Call,
    _ operation: ServedOperation,
    _ validator: Validator
  ) -> [Violation] {
    if parameter.row.location == .querystring, let form = operation.queryForm {
      return readForm(form, parameter.row, call, validator)
    }
    let sent = SentParameter(parameter, call, call.queryItems, operation.queryNames)
    return read(parameter, sent, call, validator)
  }

  /// Takes the value of a parameter that is text where it stands, as most are, and valid; whether it was one.
  private static func takesText(of parameter: ServedParameter, _ call: Call, _ validator: Validator) -> Bool {
    guard parameter.isPlainText else { return false }
    let row = parameter.row
    guard let text = row.location == .path ? call.pathValues[row.name] : call.request.headers[row.name],
      row.schema < 0 || validator.isValid(string: text, against: row.schema, direction: .request)
    else { return false }
    call.parameters[Call.ParameterKey(location: row.location, name: row.name)] = .string(text)
    return true
  }

  private static func read(
    _ parameter: ServedParameter,
    _ sent: SentParameter,
    _ call: Call,
    _ validator: Validator
  ) -> [Violation] {
    let row = parameter.row
    switch reading(of: parameter, sent, validator) {
    case .absent: return row.isRequired ? [missing(row)] : []
    case .broken(let keyword, let message): return [violation(row, keyword, message)]
    case .value(let value):
      call.parameters[Call.ParameterKey(location: row.location, name: row.name)] = value
      guard row.schema >= 0, !(row.allowsEmpty && sent.texts.first?.decoded == "") else { return [] }
      return Judge.violations(of: value, against: row.schema, validator, at: [row.location.rawValue, row.name])
    }
  }

  /// The violation of a required parameter that is not there.
  static func missing(_ row: ParameterRow) -> Violation { violation(row, "required", "is required") }

  static func violation(
    _ row: ParameterRow,
    _ keyword: String,
    _ message: String,
    below place: ArraySlice<String> = []
  ) -> Violation {
    Violation(
      side: .request,
      code: "\(row.location.rawValue).\(keyword)",
      pointer: JSONPointer(tokens: [row.location.rawValue, row.name] + place),
      position: row.position,
      message: message
    )
  }
}
