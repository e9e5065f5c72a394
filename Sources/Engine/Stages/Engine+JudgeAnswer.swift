import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Checks the answer against the contract: a difference is a violation of the response side, a status that the
  /// operation does not declare is only marked.
  func judgeAnswer(of call: Call, _ exchange: inout Exchange) {
    guard let api = call.api, let operation = call.operation else { return }
    guard let response = operation.response(status: exchange.answer.status) else {
      exchange.isUndocumented = true
      return
    }
    judgeHeaders(of: response, api, &exchange)
    // What was written as JSON of a media type has that type.
    if let offer = call.answeredAs {
      guard offer.schema >= 0 else { return }
      if let text = call.answered { exchange.violations += text.violations(against: offer.schema, api.validator) }
      return
    }
    let content = response.content.indices
    guard !content.isEmpty, HTTPStatus.hasContent(exchange.answer.status) else { return }
    let field = exchange.answer.headers["Content-Type"]
    let type = field.flatMap { MediaType($0) }
    guard let type, let index = content.first(where: { api.mediaTypes[$0]?.holds(type) == true }) else {
      let declared = content.map { api.contract.mediaTypes[$0].name }.joined(separator: ", ")
      exchange.violations.append(
        Violation(
          side: .response,
          place: .header,
          keyword: "mediaType",
          pointer: JSONPointer(tokens: ["header", "Content-Type"]),
          schemaLocation: "",
          position: response.position,
          message: field.map { "is \($0), must be \(declared)" } ?? "is missing, must be \(declared)"
        )
      )
      return
    }
    guard type.isJSON, let tape = try? JSONTape(parsing: exchange.answer.body) else { return }
    judge(tape, against: api.contract.mediaTypes[index].schema, api, &exchange)
  }

  /// Holds a body against the schema of its media type.
  private func judge(_ tape: JSONTape, against schema: Int, _ api: ServedContract, _ exchange: inout Exchange) {
    guard schema >= 0 else { return }
    exchange.violations += Judge.violations(of: tape, against: schema, api.validator, direction: .response)
  }

  /// Checks the header fields that a response declares, but for those that are the server's to say.
  private func judgeHeaders(of response: ResponseRow, _ api: ServedContract, _ exchange: inout Exchange) {
    for index in response.headers.indices where api.headerUses[index].contains(.isJudged) {
      let header = api.headers[index]
      let text = exchange.answer.headers[header.row.name]
      if text == nil, !header.row.isRequired { continue }
      exchange.violations += HeaderFields.violations(of: text, as: header, api.validator, .response)
    }
  }
}
