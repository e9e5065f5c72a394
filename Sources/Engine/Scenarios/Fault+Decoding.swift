import DoubletContracts
public import DoubletJSON

extension Fault {
  /// Reads a fault.
  public init(_ json: JSON) throws(DecodingError) { try self.init(MemberReader(json)) }

  init(_ reader: MemberReader) throws(DecodingError) {
    try reader.only("id", "operation", "match", "where", "problem", "status", "deliver", "details", "times")
    self.init(
      id: try reader.string("id") ?? "",
      scope: try Fault.scope(reader),
      answer: try Fault.answer(reader),
      times: try Fault.times(reader)
    )
    if let predicate = try reader.object("where") { condition = try RequestPattern(predicate) }
    guard let details = try reader.object("details") else { return }
    if case .delivery = answer {
      throw reader.error("details", "has no meaning for a delivery, which leaves the words to the request")
    }
    try details.only("reason", "retryAfter", "violations")
    reason = try details.string("reason")
    retryAfter = try details.int("retryAfter")
    if details.has("violations") {
      var given: [GivenViolation] = []
      for violation in try details.objects("violations") {
        try violation.only("pointer", "code", "message")
        let pointer = try violation.string("pointer") ?? "/body"
        guard JSONPointer(pointer) != nil else {
          throw violation.error("pointer", "must be a JSON Pointer such as /body/a")
        }
        given.append(
          GivenViolation(
            pointer: pointer,
            code: try violation.string("code") ?? "body.invalid",
            message: try violation.string("message") ?? "is invalid"
          )
        )
      }
      violations = given
    }
  }

  private static func scope(_ reader: MemberReader) throws(DecodingError) -> Scope {
    guard reader.has("operation") != reader.has("match") else {
      throw reader.error("operation", "give either operation or match")
    }
    if let operation = try reader.string("operation") { return operation == "*" ? .all : .operation(operation) }
    guard let match = try reader.object("match") else { return .all }
    try match.only("method", "path")
    guard let path = try match.pathPattern("path") else {
      throw match.error("path", "is required, such as /customers/**")
    }
    return .match(method: try match.string("method"), path: path)
  }

  private static func answer(_ reader: MemberReader) throws(DecodingError) -> Answer {
    guard ["problem", "status", "deliver"].filter({ reader.has($0) }).count == 1 else {
      throw reader.error("problem", "give one of problem, status and deliver")
    }
    if let delivery = try reader.object("deliver") { return .delivery(try Fault.delivery(delivery)) }
    if let status = try reader.int("status") {
      guard (400...599).contains(status) else {
        throw reader.error("status", "must be 400 to 599, is \(status)")
      }
      return .status(status)
    }
    guard let kind = try reader.problemKind("problem") else { throw reader.error("problem", "is required, or status") }
    return .problem(kind)
  }

  private static func delivery(_ reader: MemberReader) throws(DecodingError) -> Delivery {
    try reader.only("delay")
    guard let nanoseconds = try reader.timespan("delay") else {
      throw reader.error("delay", "is required, such as 50ms")
    }
    let milliseconds = nanoseconds / 1_000_000
    guard (1...Delivery.longestDelay).contains(milliseconds) else {
      throw reader.error("delay", "must be 1ms to \(Timespan.text(seconds: Delivery.longestDelay / 1000))")
    }
    return Delivery(delayMilliseconds: milliseconds)
  }

  private static func times(_ reader: MemberReader) throws(DecodingError) -> Times {
    guard let times = try reader.object("times") else { return .always }
    guard times.object.count == 1, let key = times.object.keys.first else {
      throw reader.error("times", "give one of first, every, after, between, probability")
    }
    try times.only("first", "every", "after", "between", "probability")
    func atLeast(_ least: Int) throws(DecodingError) -> Int {
      let count = try times.int(key) ?? 0
      guard count >= least else { throw times.error(key, "must be at least \(least), or the fault never fires") }
      return count
    }
    switch key {
    case "first": return .first(try atLeast(1))
    case "every": return .every(try atLeast(1))
    case "after": return .after(try atLeast(0))
    case "between":
      guard let bounds = times.json[key]?.array, bounds.count == 2, let first = bounds[0].int, let last = bounds[1].int,
        first >= 1, last >= first
      else { throw times.error(key, "must be two whole numbers in order from 1, such as [2, 4]") }
      return .between(first, last)
    default:
      guard let chance = times.json[key]?.number?.double, chance > 0, chance <= 1 else {
        throw times.error(key, "must be above 0 and at most 1, or the fault never fires")
      }
      return .probability(chance)
    }
  }
}
