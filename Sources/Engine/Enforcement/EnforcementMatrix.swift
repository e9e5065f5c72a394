public import DoubletContracts
import DoubletValidation

/// What a contract asks of the exchanges of its operations, rule by rule, and whether the fake enforces it. Made from the
/// tables alone; the rows of an operation are made when they are asked for, since a large document has a million of them.
public struct EnforcementMatrix {
  /// The contract.
  public let contract: Contract
  let rules: SchemaRules

  /// The matrix of a contract.
  public init(_ contract: Contract) {
    self.contract = contract
    rules = SchemaRules(contract.schemas)
  }

  /// The rows of the operation of that index, in the order in which the fake judges a request, then those of its answers.
  public func rows(of operation: Int) -> [EnforcementRow] {
    let row = contract.operations[operation]
    return [method(of: row)] + security(of: row) + quotas(of: row) + negotiation(of: row) + parameters(of: row)
      + body(of: row) + answers(of: row) + unenforced(in: operation)
  }

  /// What nothing enforces in the operation of that index; of the document itself where it is -1.
  public func unenforced(in operation: Int) -> [EnforcementRow] {
    guard operation >= 0 else { return compiled(operation) }
    let row = contract.operations[operation]
    return compiled(operation) + unnamedParts(of: row) + unjudgedHeaders(of: row) + unjudgedBodies(of: row)
  }

  /// What the compiler saw and nothing enforces.
  private func compiled(_ operation: Int) -> [EnforcementRow] {
    contract.unenforced.filter { $0.operation == operation }.map {
      EnforcementRow(
        .nothing,
        location: $0.location,
        field: $0.field,
        rule: $0.rule,
        position: $0.position,
        reason: $0.reason
      )
    }
  }

  private func method(of row: OperationRow) -> EnforcementRow {
    EnforcementRow(.method, location: "route", field: row.path, rule: "method", position: row.position)
  }

  /// The media types of the request's body and of the answer.
  private func negotiation(of row: OperationRow) -> [EnforcementRow] {
    var rows: [EnforcementRow] = []
    if row.body >= 0, !contract.bodies[row.body].content.isEmpty {
      rows.append(
        EnforcementRow(
          .mediaType,
          location: "header",
          field: "Content-Type",
          rule: "mediaType",
          position: contract.bodies[row.body].position
        )
      )
    }
    let success = contract.responses[row.responses.indices].first {
      (200..<300).contains($0.lowest) && !$0.content.isEmpty
    }
    if let success, !takesEveryType(success) {
      rows.append(
        EnforcementRow(.accept, location: "header", field: "Accept", rule: "accept", position: success.position)
      )
    }
    return rows
  }

  private func parameters(of row: OperationRow) -> [EnforcementRow] {
    contract.parameters[row.parameters.indices].enumerated().flatMap { number, parameter in
      let served = ServedParameter(parameter, contract.schemas)
      let location = parameter.location.rawValue
      func own(_ subject: EnforcementSubject, _ rule: String) -> EnforcementRow {
        EnforcementRow(subject, location: location, field: parameter.name, rule: rule, position: parameter.position)
      }
      var rows: [EnforcementRow] = []
      // A path without the value is another path.
      if parameter.isRequired, parameter.location != .path { rows.append(own(.parameterRequired(number), "required")) }
      if served.isGivenOnce { rows.append(own(.parameterOnce(number), "duplicate")) }
      if let rule = served.formRule { rows.append(own(.parameterForm(number), rule)) }
      return rows
        + rules.rules(of: parameter.schema, .request).map {
          EnforcementRow(.parameterSchema(number, $0), location: location, field: parameter.name, $0)
        }
    }
  }

  private func body(of row: OperationRow) -> [EnforcementRow] {
    guard row.body >= 0 else { return [] }
    let body = contract.bodies[row.body]
    var rows: [EnforcementRow] = []
    if body.isRequired {
      rows.append(EnforcementRow(.bodyRequired, location: "body", rule: "required", position: body.position))
    }
    for (number, type) in contract.mediaTypes[body.content.indices].enumerated() {
      let location = "body \(type.name)"
      if MediaType(type.name)?.isJSON == true {
        rows.append(
          EnforcementRow(.bodyForm(number), location: location, rule: "malformed", position: type.position)
        )
        rows.append(
          EnforcementRow(.bodyKeys(number), location: location, rule: "duplicateKey", position: type.position)
        )
      }
      rows += parts(of: type, number)
      guard ContentKind(mediaType: type.name).map({ contract.judges(type, as: $0) }) == true else { continue }
      rows += rules.rules(of: type.schema, .request).map {
        EnforcementRow(.bodySchema(number, $0), location: location, $0)
      }
    }
    return rows
  }

  private func answers(of row: OperationRow) -> [EnforcementRow] {
    contract.responses[row.responses.indices].enumerated().flatMap { number, response in
      let location = "response \(response.name)"
      var rows = headers(of: response, number)
      if !response.content.isEmpty, response.hasContent, !takesEveryType(response) {
        rows.append(
          EnforcementRow(
            .answerType(number),
            location: location,
            field: "Content-Type",
            rule: "mediaType",
            position: response.position
          )
        )
      }
      for (place, type) in contract.mediaTypes[response.content.indices].enumerated()
      where contract.judges(type, of: response) {
        rows += rules.rules(of: type.schema, .response).map {
          EnforcementRow(
            .answerSchema(response: number, mediaType: place, $0),
            location: "\(location) \(type.name)",
            $0
          )
        }
      }
      return rows
    }
  }

  /// The bodies of answers that have a schema and are not JSON, of which only the type is judged, or that cannot be.
  private func unjudgedBodies(of row: OperationRow) -> [EnforcementRow] {
    contract.responses[row.responses.indices].flatMap { response in
      contract.mediaTypes[response.content.indices].filter {
        $0.schema >= 0 && !contract.judges($0, of: response)
      }.map { type in
        EnforcementRow(
          .nothing,
          location: "response \(response.name) \(type.name)",
          rule: "schema",
          position: type.position,
          reason: response.hasContent
            ? "bodies of answers are judged where they are JSON"
            : "an answer with this status has no body (RFC 9110, section 6.4.1)"
        )
      }
    }
  }

  /// Whether no media type breaks a response.
  private func takesEveryType(_ response: ResponseRow) -> Bool {
    contract.mediaTypes[response.content.indices].contains { $0.name == "*/*" }
  }
}
