import DoubletContracts
import DoubletJSON
import DoubletValidation

/// What a request uses although its document calls it deprecated.
enum Deprecations {
  /// One warning for the operation and for each parameter.
  static func warnings(of call: Call, _ operation: ServedOperation) -> [Violation] {
    guard operation.hasDeprecations else { return [] }
    var warnings: [Violation] = []
    if operation.row.isDeprecated { warnings.append(warning(.route, [], operation.row.position)) }
    for parameter in operation.parameters where parameter.row.isDeprecated {
      let row = parameter.row
      guard call.parameters[Call.ParameterKey(location: row.location, name: row.name)] != nil else { continue }
      warnings.append(
        warning(
          Violation.Place(rawValue: row.location.rawValue) ?? .query,
          [row.location.rawValue, row.name],
          row.position
        )
      )
    }
    return warnings
  }

  /// One warning for each member of a body.
  static func warnings(of body: JSON, _ schema: Int, _ api: ServedContract) -> [Violation] {
    guard schema >= 0 else { return [] }
    var search = DeprecatedMembers(api)
    search.visit(body, schema, ["body"])
    return search.warnings
  }

  static func warning(_ place: Violation.Place, _ tokens: [String], _ position: SourcePosition) -> Violation {
    Violation(
      side: .request,
      place: place,
      keyword: "deprecated",
      pointer: JSONPointer(tokens: tokens),
      schemaLocation: "",
      position: position,
      message: "is deprecated"
    )
  }
}
