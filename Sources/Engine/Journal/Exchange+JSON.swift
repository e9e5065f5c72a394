public import DoubletContracts
public import DoubletJSON
public import DoubletValidation

extension Fake {
  /// An exchange as JSON, as the control API and reports have it.
  public func json(of exchange: Exchange) -> JSON {
    let contract = exchange.api.flatMap { self.contract(named: $0) }
    let members: [(String, JSON)] = [
      ("seq", .number(JSONNumber(exchange.sequence))),
      ("sandbox", .string(exchange.sandbox)),
      ("time", .string(exchange.receivedAt.withMilliseconds)),
      ("api", .optional(exchange.api)),
      ("operation", .optional(exchange.operation)),
      ("method", .string(exchange.request.method)),
      ("path", .string(exchange.path)),
      ("query", .optional(exchange.query)),
      ("status", .number(JSONNumber(exchange.answer.status))),
      ("problem", .optional(exchange.problem?.rawValue)),
      ("detail", .optional(exchange.detail)),
      ("violations", .array(exchange.violations.map { $0.json(in: contract) })),
      ("warnings", .array(exchange.warnings.map { $0.json(in: contract) })),
      ("fault", .optional(exchange.fault)),
      ("test", .optional(exchange.test)),
      ("effect", .optional(exchange.effect)),
      ("undocumented", .bool(exchange.isUndocumented)),
      ("end", .optional(exchange.end?.rawValue)),
      ("request", Message.json(exchange.request.headers, exchange.request.body)),
      ("answer", Message.json(exchange.answer.headers, exchange.answer.body)),
    ]
    return .object(JSONObject(members))
  }

  /// The contract of a short name; nil where there is none.
  public func contract(named name: String) -> Contract? { contracts.first { $0.name == name }?.contract }
}

extension Violation {
  /// A violation as JSON. The contract tells where in which file its rule stands.
  public func json(in contract: Contract?) -> JSON {
    var json: JSON = [
      "side": .string(side.rawValue), "code": .string(code), "pointer": .string(pointer.description),
      "field": .string(memberName), "message": .string(message),
    ]
    if !schemaLocation.isEmpty { json["schemaLocation"] = .string(schemaLocation) }
    if let place = contract?.place(position), !place.isEmpty { json["place"] = .string(place) }
    json["fingerprint"] = .string(fingerprint)
    return json
  }
}

/// One side of an exchange.
private enum Message {
  /// Header fields in order, and the body: its value where it is JSON, else its text; left out where there is none.
  static func json(_ headers: Headers, _ body: [UInt8]) -> JSON {
    let fields = headers.map { name, value -> JSON in [.string(name), .string(value)] }
    var json: JSON = ["headers": .array(fields)]
    guard !body.isEmpty else { return json }
    let isJSON = headers["Content-Type"].flatMap { MediaType($0) }?.isJSON == true
    json["body"] = (isJSON ? try? JSON(parsing: body) : nil) ?? .string(String(decoding: body, as: UTF8.self))
    return json
  }
}
