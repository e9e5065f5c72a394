import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Agrees on the media types: first the body's (415), then the answer's (406).
  func negotiate(_ call: Call) throws(Problem) {
    guard let api = call.api, let operation = call.operation else { return }
    try negotiateBody(call, operation)
    guard let field = call.request.headers["Accept"] else { return }
    call.accepted = MediaType.accepted(field)
    let offered = Engine.successes(of: operation).flatMap { response in
      response.content.indices.compactMap { api.mediaTypes[$0] }
    }
    guard !offered.isEmpty, !offered.contains(where: { call.weight(of: $0) > 0 }) else { return }
    throw Problem(
      .notAcceptable,
      "The client accepts \(field); this operation answers \(offered.map(\.description).joined(separator: ", ")).",
      violations: [
        Violation(
          side: .request,
          place: .header,
          keyword: "accept",
          pointer: JSONPointer().appending("header").appending("Accept"),
          schemaLocation: "",
          position: operation.row.position,
          message: "is \(field), must accept \(offered.map(\.description).joined(separator: ", "))"
        )
      ]
    )
  }
}
