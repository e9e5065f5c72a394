import DoubletContracts
import DoubletJSON

extension Engine {
  /// Answers an operation by what its contract has to show: an example, else a valid sample. Nothing is read or written.
  func show(
    _ status: Int?,
    _ call: Call,
    _ api: ServedContract,
    _ operation: ServedOperation,
    _ world: World
  ) throws(Problem) -> Answer {
    let chosen = status ?? Engine.status(among: [200, 201, 202, 204], operation)
    let response = operation.response(status: chosen)
    guard response != nil || status == nil else {
      throw Problem(.notImplemented, "\(operation.row.id) declares no answer with the status \(chosen).")
    }
    var answer = Answer(status: chosen)
    if let response, let offer = call.offer(of: response, api), HTTPStatus.hasContent(chosen) {
      guard let body = try shown(offer, of: response, status: chosen, call, api, world) else {
        throw Problem(
          .notImplemented,
          "\(operation.row.id) has no example for its \(chosen), and no value was found that is valid; add an example to "
            + "\(api.contract.place(response.position))."
        )
      }
      set(body, as: offer, of: &answer, call, api)
    } else if let name = call.preference?.example {
      throw Problem(.malformed, "Prefer: example=\(name) names no example: the answer \(chosen) has no body.")
    }
    var context = WordingContext(call)
    context.status = chosen
    finish(&answer, by: response, call, context)
    return answer
  }

  /// Sets the body that is shown, with the values of the request's path in it.
  func set(_ body: ShownBody, as offer: Offer, of answer: inout Answer, _ call: Call, _ api: ServedContract) {
    answer.headers["Content-Type"] = offer.name
    if !body.isExample, !offer.type.isText, body.value.string != nil {
      answer.body = Rendering.binary
      return
    }
    let values = call.operation?.pathNames.compactMap { name in call.pathValues[name].map { (name, $0) } } ?? []
    let value = body.value.naming(values) { api.shown.isValid($0, as: offer.index) }
    answer.body = Rendering.bytes(of: value, as: offer.type, root: api.elementName(of: offer.index))
  }
}

extension ServedContract {
  /// What the outermost element of an XML document is called: as the component that its schema, or that of its elements,
  /// refers to.
  func elementName(of mediaType: Int) -> String {
    var schema = contract.mediaTypes[mediaType].schema
    for _ in 0..<8 where schema >= 0 {
      let row = contract.schemas.schemas[schema]
      if let name = row.location.split(separator: "/").last, row.location.contains("/components/schemas/\(name)") {
        return String(name)
      }
      let step = contract.schemas.instructions[row.program.indices].first { step in
        step.opcode == .reference || (step.opcode == .elements && step.c >= 0)
      }
      schema = step.map { Int($0.opcode == .reference ? $0.a : $0.c) } ?? -1
    }
    return "response"
  }
}
