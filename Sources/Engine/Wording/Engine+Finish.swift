import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Words what an action did.
  func word(_ deed: Deed, _ call: Call) -> Answer {
    var context = deed.context
    let status = Engine.status(among: deed.statuses, deed.operation)
    context.status = status
    if let record = context.record, let resource = context.resource, deed.action.kind != .list {
      context.record = Engine.selected(Engine.worded(record, resource, context), deed.action.select, call)
    }
    let contract = deed.api.contract
    let response = contract.response(of: deed.operation.row, status: status)
    var answer = Answer(status: status)
    if let response, let type = mediaType(of: response, contract, call), status != 204 {
      let body = deed.action.answer.filled(in: context) ?? context.record
      answer.body = body.map { JSONWriter.bytes(of: $0) } ?? []
      answer.headers["Content-Type"] = type
    }
    addDeclaredHeaders(of: response, to: &answer, context)
    addQuotaHeaders(to: &answer, call, context)
    return answer
  }

  /// The first of the statuses that would fit that the operation declares, else the first success that it declares.
  static func status(among fitting: [Int], _ operation: ServedOperation) -> Int {
    if let declared = fitting.first(where: { status in
      operation.responses.contains { $0.isExact && $0.lowest == status }
    }) {
      return declared
    }
    return operation.responses.first { $0.isExact && (200..<300).contains($0.lowest) }?.lowest ?? fitting.first ?? 200
  }

  /// The media type that is answered: the first declared that the client accepts, else the first.
  func mediaType(of response: ResponseRow, _ contract: Contract, _ call: Call) -> String? {
    let names = contract.mediaTypes[response.content.indices].map(\.name)
    return names.first { MediaType($0).map(call.accepts) ?? false } ?? names.first
  }

  /// The header fields that the spec gives a value.
  func addDeclaredHeaders(of response: ResponseRow?, to answer: inout Answer, _ context: WordingContext) {
    guard let response, let contract = context.call.api?.contract else { return }
    for header in contract.headers[response.headers.indices]
    where header.value != .absent && answer.headers[header.name] == nil {
      let text = header.value.text(in: context)
      if !text.isEmpty { answer.headers[header.name] = text }
    }
  }

  /// The record with the members only that the request lists.
  private static func selected(_ record: JSON, _ source: ValueSource?, _ call: Call) -> JSON {
    guard let source, let names = call.value(of: source)?.array, case .object(let members) = record else {
      return record
    }
    return .object(JSONObject(members.filter { name, _ in names.contains(.string(name)) }.map { ($0.key, $0.value) }))
  }

  /// Answers an operation without state by the example of its contract.
  func example(
    _ status: Int?,
    _ call: Call,
    _ api: ServedContract,
    _ operation: ServedOperation,
    _ world: World
  ) throws(Problem) -> Answer {
    let contract = api.contract
    let status = status ?? Engine.status(among: [200, 201, 202, 204], operation)
    guard let response = contract.response(of: operation.row, status: status) else {
      throw Problem(.notImplemented, "\(operation.row.id) declares no answer with the status \(status).")
    }
    var answer = Answer(status: status)
    if let type = mediaType(of: response, contract, call) {
      let row = contract.mediaTypes[response.content.indices].first { $0.name == type }
      guard let example = row.flatMap({ contract.examples[$0.examples.indices].first }) else {
        throw Problem(
          .notImplemented,
          "\(operation.row.id) has neither an action nor an example for its \(status); add one to "
            + "\(contract.place(response.position))."
        )
      }
      answer.body = Engine.bytes(of: example.value, as: type)
      answer.headers["Content-Type"] = type
    }
    var context = WordingContext(call, now: world.clock.now)
    context.status = status
    addDeclaredHeaders(of: response, to: &answer, context)
    addQuotaHeaders(to: &answer, call, context)
    return answer
  }

  /// A value as a body: JSON, or a string's own text for every other type.
  private static func bytes(of value: JSON, as type: String) -> [UInt8] {
    if MediaType(type)?.isJSON != true, case .string(let text) = value { return Array(text.utf8) }
    return JSONWriter.bytes(of: value)
  }
}
