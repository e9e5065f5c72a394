import DoubletContracts
public import DoubletJSON

extension Scenario {
  /// Reads a scenario. `name` and `api` are used where the value gives none.
  public init(_ json: JSON, name: String, api: String) throws(DecodingError) {
    let reader = try MemberReader(json)
    try reader.only(
      "name",
      "api",
      "description",
      "from",
      "clock",
      "seed",
      "problemStatus",
      "state",
      "credentials",
      "quotas",
      "faults",
      "steps",
      "expect"
    )
    self.init(
      name: try reader.string("name") ?? name,
      api: try reader.string("api") ?? api,
      description: try reader.string("description") ?? ""
    )
    isFromBaseline = try reader.choice("from", "baseline", "nothing") != "nothing"
    if try reader.string("clock") != "live" { clock = try reader.instant("clock") }
    seed = try reader.int("seed")
    usesHTTPStatuses = try reader.choice("problemStatus", "spec", "http").map { $0 == "http" }
    state = try Scenario.state(reader)
    for credential in try reader.objects("credentials") { credentials.append(try Credential(credential)) }
    if let changes = try reader.object("quotas") { quotas = try Scenario.quotaChanges(changes) }
    for fault in try reader.objects("faults") { faults.append(try Fault(fault)) }
    for step in try reader.objects("steps") { steps.append(try Step(step)) }
    for expectation in try reader.objects("expect") { expectations.append(try Expectation(expectation)) }
  }

  private static func state(
    _ reader: MemberReader
  ) throws(DecodingError) -> [(collection: String, records: [(key: String, record: JSON)])] {
    guard let state = try reader.object("state") else { return [] }
    var collections: [(collection: String, records: [(key: String, record: JSON)])] = []
    for name in state.object.keys {
      let records = try state.object(name)?.object ?? JSONObject()
      collections.append((name, records.map { ($0.key, $0.value) }))
    }
    return collections
  }

  /// Reads changes of quotas by name; null lifts one.
  public static func quotaChanges(_ json: JSON) throws(DecodingError) -> [(name: String, change: QuotaChange?)] {
    try quotaChanges(MemberReader(json))
  }

  private static func quotaChanges(
    _ quotas: MemberReader
  ) throws(DecodingError) -> [(name: String, change: QuotaChange?)] {
    var changes: [(name: String, change: QuotaChange?)] = []
    for name in quotas.object.keys {
      changes.append((name, try QuotaChange.reading(quotas, name)))
    }
    return changes
  }
}

extension Scenario.QuotaChange {
  /// Reads the member of a quota; null lifts it.
  static func reading(_ quotas: MemberReader, _ name: String) throws(DecodingError) -> Scenario.QuotaChange? {
    guard quotas.json[name]?.isNull == false, let quota = try quotas.object(name) else { return nil }
    try quota.only("limit", "window")
    guard let limit = try quota.int("limit"), limit >= 0 else {
      throw quota.error("limit", "must be a whole number from 0; null instead of the quota lifts it")
    }
    let window = try quota.timespan("window").map { $0 / 1_000_000_000 }
    if let window, window < 1 { throw quota.error("window", "must be at least 1s") }
    return Scenario.QuotaChange(limit: limit, windowSeconds: window)
  }
}

extension Credential {
  /// Reads a credential.
  public init(_ json: JSON) throws(DecodingError) { try self.init(MemberReader(json)) }

  init(_ reader: MemberReader) throws(DecodingError) {
    try reader.only("scheme", "value", "operations", "scopes", "expires")
    guard let scheme = try reader.string("scheme") else { throw reader.error("scheme", "is required") }
    guard let value = try reader.string("value"), !value.isEmpty else {
      throw reader.error("value", "must not be empty")
    }
    self.init(
      scheme: scheme,
      value: value,
      operations: try reader.strings("operations"),
      scopes: try reader.strings("scopes"),
      expires: try reader.instant("expires")
    )
  }
}

extension Step {
  init(_ reader: MemberReader) throws(DecodingError) {
    if let nanoseconds = try reader.timespan("advance") {
      try reader.only("advance")
      self = .advance(nanoseconds: nanoseconds)
    } else if let instant = try reader.instant("set") {
      try reader.only("set")
      self = .set(instant)
    } else {
      try reader.only("send", "answer", "save")
      guard let send = try reader.object("send") else { throw reader.error("send", "is required, or advance, or set") }
      self = .send(try Send(send, reader.object("answer"), reader.object("save")))
    }
  }
}

extension Step.Send {
  init(_ send: MemberReader, _ answer: MemberReader?, _ save: MemberReader?) throws(DecodingError) {
    try send.only("method", "path", "headers", "body", "text")
    guard let path = try send.string("path") else { throw send.error("path", "is required") }
    method = try send.string("method") ?? "GET"
    self.path = path
    if let fields = try send.object("headers") {
      for name in fields.object.keys { headers.append((name, try fields.string(name) ?? "")) }
    }
    if let json = send.json["body"] {
      body = json.text()
      if !headers.contains(where: { Headers.matches($0.0, "Content-Type") }) {
        headers.append(("Content-Type", "application/json"))
      }
    }
    if let text = try send.string("text") { body = text }
    for name in save?.object.keys ?? [] {
      let source = try save?.string(name) ?? ""
      guard source.hasPrefix("/") || source.hasPrefix("header.") else {
        throw save!.error(name, "must be a JSON Pointer into the body, or header.NAME")
      }
      self.save.append((name, source))
    }
    guard let answer else { return }
    try answer.only("status", "headers", "body", "exactly", "text", "problem", "fault", "violations")
    status = try answer.int("status")
    answerHeaders = try answer.matchers("headers")
    answerBody = try answer.matcher("body")
    if let exactly = answer.json["exactly"] { answerBody = .equal(exactly) }
    answerText = try answer.string("text")
    problem = try answer.problemKind("problem")?.rawValue
    fault = try answer.string("fault")
    violations = try answer.strings("violations")
  }
}
