import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Words what an action did.
  func word(_ deed: Deed, _ call: Call) -> Answer {
    var context = deed.context
    let status = deed.status
    context.status = status
    if let record = context.record, context.resource != nil, deed.action.kind != .list {
      let worded = worded(record, key: context.key ?? "", deed)
      context.record = Engine.selected(worded, deed.action.select, call)
    }
    let response = deed.api.contract.response(of: deed.operation.row, status: status)
    var answer = Answer(status: status)
    if let response, let offer = call.offer(of: response, deed.api), Answer.hasContent(status) {
      let body = deed.action.answer.filled(in: context) ?? context.record.map { self.body(holding: $0, deed) }
      answer.body =
        body.map { Rendering.bytes(of: $0, as: offer.type, root: deed.api.elementName(of: offer.index)) } ?? []
      answer.headers["Content-Type"] = offer.name
    }
    answer = deed.located(answer)
    finish(&answer, by: response, call, context)
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
