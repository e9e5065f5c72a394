internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// Judges the journal: 200 when all expectations hold, else 409, both with the report.
  func verify() throws(FakeError) -> Answer {
    let given = body.array ?? []
    var expectations: [Expectation] = []
    for (index, json) in given.enumerated() {
      expectations.append(
        try decoding(at: JSONPointer().appending(index)) { () throws(DecodingError) in try Expectation(json) }
      )
    }
    let verdicts = try fake.judge(expectations, in: sandboxes)
    let holds = verdicts.allSatisfy(\.holds)
    let report: JSON = [
      "holds": .bool(holds),
      "results": .array(zip(given, verdicts).map(Self.json)),
      "evicted": .int(sandboxes.reduce(0) { $0 + fake.evicted(of: $1) }),
    ]
    return OwnAnswer.json(report, status: holds ? 200 : 409)
  }

  private static func json(of expectation: JSON, _ verdict: Verdict) -> JSON {
    [
      "expectation": expectation,
      "holds": .bool(verdict.holds),
      "message": .string(verdict.message),
      "matching": .array(verdict.matching.map { .int($0) }),
      "closest": .array(verdict.closest.map(json)),
    ]
  }

  private static func json(of closest: Verdict.Difference) -> JSON {
    [
      "sandbox": .string(closest.sandbox),
      "seq": .int(closest.sequence),
      "summary": .string(closest.summary),
      "differences": .array(closest.differences.map(json)),
    ]
  }

  private static func json(of difference: JSONDifference) -> JSON {
    var json: JSON = ["pointer": .string(difference.pointer.description)]
    if let expected = difference.expected { json["expected"] = expected }
    if let actual = difference.actual { json["actual"] = actual }
    return json
  }
}
