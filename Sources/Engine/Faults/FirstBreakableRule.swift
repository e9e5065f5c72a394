import DoubletContracts
import DoubletJSON
import DoubletValidation

/// The violation that an injected 422 lists when its fault gives none: that of the first rule in document order that a
/// request for the operation can break.
enum FirstBreakableRule {
  /// The violation of that rule; empty where every request is valid.
  static func violations(of operation: ServedOperation, _ api: ServedContract) -> [Violation] {
    for parameter in operation.parameters {
      if let violation = violation(of: parameter, api) { return [violation] }
    }
    guard let body = operation.body else { return [] }
    for row in api.contract.mediaTypes[body.content.indices] where row.schema >= 0 {
      if let violation = violation(of: row.schema, api, at: ["body"]) { return [violation] }
    }
    return []
  }

  private static func violation(of parameter: ServedParameter, _ api: ServedContract) -> Violation? {
    if parameter.row.isRequired, parameter.row.location != .path { return ParameterReader.missing(parameter.row) }
    let place = [parameter.row.location.rawValue, parameter.row.name]
    // What travels in a path or a query is text: a value of another type cannot be sent where text is allowed.
    return violation(of: parameter.row.schema, api, at: place) { !parameter.typing.allowsText || $0.string != nil }
  }

  private static func violation(
    of schema: Int,
    _ api: ServedContract,
    at place: [String],
    canBeSent: (JSON) -> Bool = { _ in true }
  ) -> Violation? {
    var found: Violation?
    var breaking = Breaking(api.contract.schemas)
    _ = breaking.offer(for: schema) { value in
      guard canBeSent(value) else { return false }
      found = Judge.violations(of: value, against: schema, api.validator, at: place).first
      return found != nil
    }
    return found
  }
}
