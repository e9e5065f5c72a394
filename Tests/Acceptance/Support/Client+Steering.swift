import DoubletEngine
import DoubletJSON
import Testing

/// Steering: over HTTP by the control API, in process by the functions that it stands on.
extension Client {
  /// Adds a fault; the sentence of the refusal where it is refused.
  @discardableResult func inject(_ fault: JSON) async throws -> String? {
    switch transport {
    case .inProcess:
      do {
        try fake.inject(try Fault(fault), in: sandbox)
        return nil
      } catch { return "\(error)" }
    case .http:
      let answer = try await send("POST", "/__doublet/faults", json: fault)
      if answer.status == 201 { return nil }
      #expect(answer.status == 422)
      return answer["/detail"]?.string ?? answer.text
    }
  }

  /// Removes all faults.
  func removeFaults() async throws {
    switch transport {
    case .inProcess: fake.removeFaults(in: sandbox)
    case .http: #expect(try await send("DELETE", "/__doublet/faults").status < 300)
    }
  }

  /// Moves the sandbox's clock forward: `61m`.
  func advance(_ timespan: String) async throws {
    switch transport {
    case .inProcess:
      try fake.moveClock(of: sandbox, .advance(nanoseconds: try #require(Timespan.nanoseconds(timespan))))
    case .http:
      #expect(try await send("POST", "/__doublet/clock", json: ["advance": .string(timespan)]).status == 200)
    }
  }

  /// Stops the sandbox's clock at a moment.
  func setClock(_ moment: String) async throws {
    switch transport {
    case .inProcess: try fake.moveClock(of: sandbox, .set(try #require(Instant(moment))))
    case .http: #expect(try await send("POST", "/__doublet/clock", json: ["set": .string(moment)]).status == 200)
    }
  }

  /// What became of expectations: whether all hold, and the report on each.
  func verify(_ expectations: JSON) async throws -> (holds: Bool, results: [VerifyResult]) {
    switch transport {
    case .inProcess:
      let verdicts = try fake.judge((expectations.array ?? []).map { try Expectation($0) }, in: [sandbox])
      return (verdicts.allSatisfy(\.holds), verdicts.map { VerifyResult($0) })
    case .http:
      let answer = try await send("POST", "/__doublet/verify", json: expectations)
      let value = try #require(answer["/holds"], "\(answer.text)")
      let holds = value == true
      #expect(answer.status == (holds ? 200 : 409))
      return (holds, (answer["/results"]?.array ?? []).map { VerifyResult($0) })
    }
  }
}

/// What became of an expectation.
struct VerifyResult: Equatable {
  var holds: Bool
  var message: String
  /// The exchanges that come closest, each with its differences: `PUT /a -> 422: /status: expected 201, found 422`.
  var closest: [String]

  init(_ verdict: Verdict) {
    holds = verdict.holds
    message = verdict.message
    closest = verdict.closest.map { difference in
      "\(difference.summary): " + difference.differences.map(\.description).joined(separator: "; ")
    }
  }

  init(_ json: JSON) {
    holds = json["holds"]?.bool ?? false
    message = json["message"]?.string ?? ""
    closest = (json["closest"]?.array ?? []).map { closest in
      let differences = (closest["differences"]?.array ?? []).map { difference in
        JSONDifference(
          pointer: JSONPointer(difference["pointer"]?.string ?? "") ?? JSONPointer(),
          expected: difference["expected"],
          actual: difference["actual"]
        ).description
      }
      return "\(closest["summary"]?.string ?? ""): " + differences.joined(separator: "; ")
    }
  }
}
