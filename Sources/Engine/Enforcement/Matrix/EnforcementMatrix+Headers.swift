import DoubletContracts
import DoubletValidation

extension EnforcementMatrix {
  /// The header fields of the response of that number: whether they must be there, and what their values must be.
  func headers(of response: ResponseRow, _ number: Int) -> [EnforcementRow] {
    contract.headers[response.headers.indices].enumerated().flatMap { place, header -> [EnforcementRow] in
      guard !Headers.isServersOwn(header.name) else { return [] }
      return rows(of: header, "response \(response.name)", .response) { rule in
        switch rule {
        case .required: .answerHeader(response: number, header: place)
        case .form: .answerHeaderForm(response: number, header: place)
        case .schema(let rule): .answerHeaderSchema(response: number, header: place, rule)
        }
      }
    }
  }

  /// What is asked of a header field of an answer or a part.
  func rows(
    of header: HeaderRow,
    _ location: String,
    _ direction: Validator.Direction,
    _ subject: (HeaderRule) -> EnforcementSubject
  ) -> [EnforcementRow] {
    func own(_ rule: HeaderRule, _ name: String) -> EnforcementRow {
      EnforcementRow(subject(rule), location: location, field: header.name, rule: name, position: header.position)
    }
    var rows: [EnforcementRow] = []
    if header.isRequired { rows.append(own(.required, "required")) }
    if let rule = HeaderFields.served([header], contract.schemas)[0].formRule { rows.append(own(.form, rule)) }
    return rows
      + rules.rules(of: header.schema, direction).map {
        EnforcementRow(subject(.schema($0)), location: location, field: header.name, $0)
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

/// What a header field that is declared must be.
enum HeaderRule {
  /// It is there.
  case required
  /// It is written as its style, or its media type, asks.
  case form
  /// It meets a rule of its schema.
  case schema(SchemaRule)
}
