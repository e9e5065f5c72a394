import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Checks the answer against the contract: a difference is a violation of the response side, a status that the
  /// operation does not declare is only marked.
  func judgeAnswer(of call: Call, _ exchange: inout Exchange) {
    guard let api = call.api, let operation = call.operation else { return }
    let contract = api.contract
    guard let response = contract.response(of: operation.row, status: exchange.answer.status) else {
      exchange.isUndocumented = true
      return
    }
    for header in contract.headers[response.headers.indices]
    where header.isRequired && !Headers.isServersOwn(header.name) && exchange.answer.headers[header.name] == nil {
      exchange.violations.append(
        Violation(
          side: .response,
          place: .header,
          keyword: "required",
          pointer: JSONPointer(tokens: ["header", header.name]),
          schemaLocation: "",
          position: header.position,
          message: "is required"
        )
      )
    }
    let content = response.content.indices
    guard !content.isEmpty, Answer.hasContent(exchange.answer.status) else { return }
    let field = exchange.answer.headers["Content-Type"]
    let type = field.flatMap { MediaType($0) }
    guard let type, let index = content.first(where: { api.mediaTypes[$0]?.holds(type) == true }) else {
      let declared = content.map { contract.mediaTypes[$0].name }.joined(separator: ", ")
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
    let row = contract.mediaTypes[index]
    guard row.schema >= 0, type.isJSON else { return }
    guard let tape = call.answered ?? (try? JSONTape(parsing: exchange.answer.body)) else { return }
    exchange.violations += Judge.violations(
      of: tape,
      against: row.schema,
      api.validator,
      direction: .response
    )
  }
}
