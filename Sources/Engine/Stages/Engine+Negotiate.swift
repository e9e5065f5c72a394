import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Agrees on the media types: first the body's (415), then the answer's (406).
  func negotiate(_ call: inout Call) throws(Problem) {
    guard let api = call.api, let operation = call.operation else { return }
    try negotiateBody(call, operation)
    guard let field = call.request.headers["Accept"] else { return }
    call.accepted = MediaType.accepted(field)
    let success = operation.responses.filter { (200..<300).contains($0.lowest) && !$0.content.isEmpty }
    guard !success.isEmpty else { return }
    let offered = success.flatMap { api.contract.mediaTypes[$0.content.indices].compactMap { MediaType($0.name) } }
    guard !offered.contains(where: { call.accepts($0) }) else { return }
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

extension Call {
  /// Whether the client accepts a type: the closest range that holds it decides, and weight 0 refuses.
  func accepts(_ type: MediaType) -> Bool {
    guard !accepted.isEmpty else { return true }
    let holding = accepted.filter { $0.holds(type) }
    let closest = holding.max { $0.closeness < $1.closeness }
    return (closest?.weight ?? 0) > 0
  }
}
