import DoubletContracts
public import DoubletJSON

extension Expectation {
  /// Reads an expectation.
  public init(_ json: JSON) throws(DecodingError) { try self.init(MemberReader(json)) }

  init(_ reader: MemberReader) throws(DecodingError) {
    if reader.has("never") {
      try reader.only("never")
      guard let pattern = try reader.object("never") else { throw reader.error("never", "must be an object") }
      self = .never(try ExchangePattern(pattern))
    } else if reader.has("order") {
      try reader.only("order")
      var patterns: [ExchangePattern] = []
      for pattern in try reader.objects("order") { patterns.append(try ExchangePattern(pattern)) }
      guard !patterns.isEmpty else { throw reader.error("order", "must hold an exchange") }
      self = .order(patterns)
    } else {
      try reader.only("exchange", "count", "min", "max")
      guard let pattern = try reader.object("exchange") else {
        throw reader.error("exchange", "is required, or never, or order")
      }
      let count = try reader.count("count")
      if count != nil, reader.has("min") || reader.has("max") {
        throw reader.error("count", "says it all; leave out min and max")
      }
      let minimum = count == nil ? try reader.count("min") : count
      let maximum = count == nil ? try reader.count("max") : count
      if let maximum, let minimum, maximum < minimum { throw reader.error("max", "must not be less than min") }
      self = .count(
        try ExchangePattern(pattern),
        minimum: minimum ?? (maximum == nil ? 1 : 0),
        maximum: maximum
      )
    }
  }
}

extension MemberReader {
  /// A number of exchanges.
  fileprivate func count(_ name: String) throws(DecodingError) -> Int? {
    guard let count = try int(name) else { return nil }
    guard count >= 0 else { throw error(name, "must be at least 0, is \(count)") }
    return count
  }
}

extension ExchangePattern {
  init(_ reader: MemberReader) throws(DecodingError) {
    self.init()
    try reader.only(
      "operation",
      "method",
      "path",
      "status",
      "problem",
      "fault",
      "test",
      "violations",
      "headers",
      "query",
      "body"
    )
    operation = try reader.string("operation")
    method = try reader.string("method")
    path = try reader.pathPattern("path")
    status = try reader.int("status")
    problem = try reader.problemKind("problem")?.rawValue
    fault = try reader.string("fault")
    test = try reader.string("test")
    violations = try reader.strings("violations")
    request.headers = try reader.matchersByName("headers")
    request.query = try reader.matchersByName("query")
    request.body = try reader.matcher("body")
  }
}

extension RequestPattern {
  init(_ reader: MemberReader) throws(DecodingError) {
    self.init()
    try reader.only("headers", "query", "path", "body")
    headers = try reader.matchersByName("headers")
    query = try reader.matchersByName("query")
    path = try reader.matchersByName("path")
    body = try reader.matcher("body")
  }
}
