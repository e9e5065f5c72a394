import DoubletContracts
import DoubletValidation

extension EnforcementMatrix {
  /// The header fields of the response of that number: whether they must be there, and what their values must be.
  func headers(of response: ResponseRow, _ number: Int) -> [EnforcementRow] {
    contract.headers[response.headers.indices].enumerated().flatMap { place, header -> [EnforcementRow] in
      guard !Headers.isServersOwn(header.name) else { return [] }
      let location = "response \(response.name)"
      func own(_ subject: EnforcementSubject, _ rule: String) -> EnforcementRow {
        EnforcementRow(subject, location: location, field: header.name, rule: rule, position: header.position)
      }
      var rows: [EnforcementRow] = []
      if header.isRequired { rows.append(own(.answerHeader(response: number, header: place), "required")) }
      if let rule = HeaderFields.served([header], contract.schemas)[0].formRule {
        rows.append(own(.answerHeaderForm(response: number, header: place), rule))
      }
      return rows
        + rules.rules(of: header.schema, .response).map {
          EnforcementRow(
            .answerHeaderSchema(response: number, header: place, $0),
            location: location,
            field: header.name,
            $0
          )
        }
    }
  }

  /// The header fields of answers that say how a message travels: the server writes them when the answer was judged.
  func unjudgedHeaders(of row: OperationRow) -> [EnforcementRow] {
    contract.responses[row.responses.indices].flatMap { response in
      contract.headers[response.headers.indices].filter { Headers.isServersOwn($0.name) }.map { header in
        EnforcementRow(
          .nothing,
          location: "response \(response.name)",
          field: header.name,
          rule: "header",
          position: header.position,
          reason: "the server writes it when the answer has been judged"
        )
      }
    }
  }
}
