import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Judges the parameters and the body; all violations together are one problem.
  func validate(_ call: Call) throws(Problem) {
    guard let api = call.api, let operation = call.operation else { return }
    var violations: [Violation] = []
    if call.target.query != nil { judgeQuery(call, operation, &violations) }
    violations += ParameterReader.read(call, operation, api)
    call.warnings += Deprecations.warnings(of: call, operation)
    do throws(Unreadable) {
      violations += try judgeBody(call, operation, api)
    } catch {
      let violation = Violation(
        side: .request,
        place: .body,
        keyword: error.keyword,
        pointer: JSONPointer().appending("body"),
        schemaLocation: "",
        position: operation.body?.position ?? .none,
        message: error.message
      )
      throw Problem(.malformed, "The body \(error.message).", violations: violations + [violation])
    }
    guard violations.isEmpty else {
      let isConflict = RecordRules.isTypeConflict(violations, operation, call.mediaType)
      throw Problem(isConflict ? .conflict : .invalid, Engine.invalidDetail(violations), violations: violations)
    }
  }

  /// Looks for query parameters that the operation does not have, or that are not escaped.
  private func judgeQuery(_ call: Call, _ operation: ServedOperation, _ violations: inout [Violation]) {
    let strictly =
      operation.queryNames.unknown(in: call.queryItems, of: operation.row)
      + ReservedCharacters.violations(in: call.queryItems, of: operation)
    if isStrict { violations += strictly } else { call.warnings += strictly }
    for item in call.queryItems
    where !PercentEncoding.isText(form: item.rawValue) && operation.queryNames.claims(item.name) {
      violations.append(Engine.unreadable(item, operation.row))
    }
  }

  private static func unreadable(_ item: QueryItem, _ operation: OperationRow) -> Violation {
    Violation(
      side: .request,
      place: .query,
      keyword: "malformed",
      pointer: JSONPointer(tokens: ["query", item.name]),
      schemaLocation: "",
      position: operation.position,
      message: "is no text: its escapes stand for bytes that are not UTF-8"
    )
  }

  /// The sentence of a 422.
  static func invalidDetail(_ violations: [Violation]) -> String {
    guard let first = violations.first else { return "The request breaks a rule of the contract." }
    let place = first.memberName.isEmpty ? "The body" : "'\(first.memberName)'"
    return violations.count == 1
      ? "\(place) \(first.message)."
      : "The request breaks \(violations.count) rules. The first: \(place) \(first.message)."
  }

  private func judgeBody(
    _ call: Call,
    _ operation: ServedOperation,
    _ api: ServedContract
  ) throws(Unreadable) -> [Violation] {
    let bytes = call.request.body
    guard let body = operation.body else {
      if !bytes.isEmpty { call.warnings.append(Engine.unexpectedBody(of: operation.row)) }
      return []
    }
    // A form without a field is one, and has no bytes: its type tells that it was sent.
    guard !bytes.isEmpty || !body.isRequired && call.mediaType?.kind == .form else {
      guard body.isRequired else { return [] }
      throw Unreadable(keyword: "required", message: "is empty, but this operation requires one")
    }
    guard let type = call.mediaType, let content = operation.content(for: type) else { return [] }
    let reading = try BodyReader.read(bytes, of: type, content, api)
    call.tape = reading.tape
    if reading.tape == nil { call.body = reading.value }
    if api.hasDeprecatedMembers {
      call.warnings += Deprecations.warnings(of: call.body ?? .null, content.row.schema, api)
    }
    guard type.kind == .form, let fields = content.fields else { return reading.violations }
    let reserved = ReservedCharacters.violations(in: bytes, of: fields)
    if !isStrict { call.warnings += reserved }
    return reading.violations + (isStrict ? reserved : [])
  }

  private static func unexpectedBody(of operation: OperationRow) -> Violation {
    Violation(
      side: .request,
      place: .body,
      keyword: "unexpected",
      pointer: JSONPointer(tokens: ["body"]),
      schemaLocation: "",
      position: operation.position,
      message: "is not looked at: this operation takes none"
    )
  }
}
