extension Expectation {
  /// Judges the exchanges of a journal. Where some were evicted, the message says so, and what could only be known of all
  /// of them (never, at most) does not hold.
  public func judge(_ exchanges: some Sequence<Exchange>, evicted: Int) -> Verdict {
    let exchanges = Array(exchanges)
    let note = evicted == 0 ? "" : " (\(evicted) older exchanges were evicted from the journal)"
    switch self {
    case .count(let pattern, let minimum, let maximum):
      let matching = exchanges.filter { pattern.differences(from: $0).isEmpty }
      let holds = matching.count >= minimum && maximum.map { matching.count <= $0 && evicted == 0 } ?? true
      return Verdict(
        holds: holds,
        message: "expected \(Self.range(minimum, maximum)) of \(pattern), found \(matching.count)\(note)",
        matching: matching.map(\.sequence),
        closest: holds ? [] : Self.closest(to: pattern, in: exchanges)
      )
    case .never(let pattern):
      let matching = exchanges.filter { pattern.differences(from: $0).isEmpty }
      return Verdict(
        holds: matching.isEmpty && evicted == 0,
        message: "expected no \(pattern), found \(matching.count)\(note)",
        matching: matching.map(\.sequence),
        closest: []
      )
    case .order(let patterns): return Self.judge(patterns, exchanges, note)
    }
  }

  private static func judge(_ patterns: [ExchangePattern], _ exchanges: [Exchange], _ note: String) -> Verdict {
    var rest = exchanges[...]
    var matching: [Int] = []
    for (index, pattern) in patterns.enumerated() {
      guard let next = rest.firstIndex(where: { pattern.differences(from: $0).isEmpty }) else {
        let after = matching.last.map { " after exchange \($0)" } ?? ""
        return Verdict(
          holds: false,
          message: "expected \(pattern) as number \(index + 1) of \(patterns.count)\(after), found none\(note)",
          matching: matching,
          closest: closest(to: pattern, in: Array(rest))
        )
      }
      matching.append(rest[next].sequence)
      rest = rest[(next + 1)...]
    }
    return Verdict(holds: true, message: "found all \(patterns.count) in order", matching: matching, closest: [])
  }

  /// The three exchanges that match most, those with the fewest differences first.
  private static func closest(to pattern: ExchangePattern, in exchanges: [Exchange]) -> [Verdict.Difference] {
    exchanges.map { exchange in (exchange, pattern.differences(from: exchange)) }
      .filter { !$0.1.isEmpty }
      .enumerated().sorted { ($0.element.1.count, $1.offset) < ($1.element.1.count, $0.offset) }
      .prefix(3)
      .map {
        Verdict.Difference(
          sandbox: $0.element.0.sandbox,
          sequence: $0.element.0.sequence,
          summary: $0.element.0.summary,
          differences: $0.element.1
        )
      }
  }

  private static func range(_ minimum: Int, _ maximum: Int?) -> String {
    switch maximum {
    case minimum: "exactly \(minimum)"
    case nil: "at least \(minimum)"
    case let maximum?: "\(minimum) to \(maximum)"
    }
  }
}

extension Exchange {
  /// One line of it: `PUT /customers/c1/lead-source -> 422`.
  public var summary: String { "\(request.method) \(path) -> \(answer.status)" }
}

extension ExchangePattern: CustomStringConvertible {
  /// The pattern in words: `PutCustomerLeadSource with status 201`.
  public var description: String {
    var words = operation ?? [method, path].compactMap { $0 }.joined(separator: " ")
    if words.isEmpty { words = "exchange" }
    let more = [
      status.map { "status \($0)" }, problem.map { "problem \($0)" }, fault.map { "fault \($0)" },
      test.map { "test \($0)" }, violations.map { "violations \($0.joined(separator: ", "))" },
      request.headers.isEmpty ? nil : "headers \(request.headers.keys.sorted().joined(separator: ", "))",
      request.query.isEmpty ? nil : "query \(request.query.keys.sorted().joined(separator: ", "))",
      request.body == nil ? nil : "a body",
    ].compactMap { $0 }
    return more.isEmpty ? words : "\(words) with \(more.joined(separator: ", "))"
  }
}
