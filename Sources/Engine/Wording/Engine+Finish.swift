import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Words what an action did.
  func word(_ deed: inout Deed, _ call: Call) -> Answer {
    let status = deed.status
    deed.context.status = status
    let response = deed.operation.response(status: status)
    var answer = Answer(status: status)
    let offer = HTTPStatus.hasContent(status) ? response.flatMap { call.offer(of: $0, deed.api) } : nil
    if let offer { answer.headers = offer.headers }
    if let offer, offer.isJSON, let text = deed.answerText {
      (call.answered, call.answeredAs) = (text, offer)
      deed.context.shown = text
      answer.body = text.bytes
      finish(&answer, by: response, call, deed.context)
      return answer
    }
    if let record = deed.context.record, deed.context.resource >= 0, deed.action.kind != .list {
      let worded = worded(record, key: deed.context.key ?? "", &deed)
      deed.context.record = Engine.selected(worded, deed.action.select, call)
    }
    if let offer {
      let body = deed.action.answer.filled(in: deed.context) ?? deed.context.record.map { self.body(holding: $0, deed) }
      answer.body =
        body.map { Rendering.bytes(of: $0, as: offer.type, root: deed.api.elementName(of: offer.index)) } ?? []
    }
    answer = deed.located(answer)
    finish(&answer, by: response, call, deed.context)
    return answer
  }

  /// The record with the members only that the request lists.
  private static func selected(_ record: JSON, _ source: ValueSource?, _ call: Call) -> JSON {
    guard let source, let names = call.value(of: source)?.array, case .object(let members) = record else {
      return record
    }
    return .object(JSONObject(members.filter { name, _ in names.contains(.string(name)) }.map { ($0.key, $0.value) }))
  }
}
