import DoubletContracts
import DoubletEngine
import DoubletJSON

/// What came of the self-test of a contract.
struct SelfTestReport {
  let contract: Contract
  private(set) var provenCount = 0
  private(set) var unbreakable: [(operation: String, row: EnforcementRow, reason: String)] = []
  private(set) var unproven: [(operation: String, row: EnforcementRow, reason: String)] = []
  private(set) var failed: [(operation: String, row: EnforcementRow, differences: [Proof.Difference])] = []
  /// Rules without a proof are listed up to this number; the rest is counted.
  private static let mostLines = 20

  /// Runs the self-test.
  ///
  /// - Throws: why there can be no fake of the contract.
  init(_ contract: Contract) throws(FakeError) {
    self.contract = contract
    let test = try SelfTest(contract)
    for index in contract.operations.indices {
      for proof in test.prove(index) { add(proof, contract.operations[index].id) }
    }
  }

  private mutating func add(_ proof: Proof, _ operation: String) {
    switch proof.outcome {
    case .proven: provenCount += 1
    case .unbreakable(let reason): unbreakable.append((operation, proof.row, reason))
    case .unproven(let reason): unproven.append((operation, proof.row, reason))
    case .failed(let differences): failed.append((operation, proof.row, differences))
    }
  }

  /// `1204 proven, 31 cannot be broken, 12 not proven, 0 failed`.
  var counts: String {
    "\(provenCount) proven, \(unbreakable.count) cannot be broken, \(unproven.count) not proven, \(failed.count) failed"
  }

  /// The lines for people.
  var lines: [String] {
    var lines = ["  self-test: \(counts)"]
    lines += self.lines(of: unbreakable, "cannot be broken") + self.lines(of: unproven, "not proven")
    for (operation, row, differences) in failed {
      lines.append("    \(place(row)): \(operation) \(row.what): failed")
      for difference in differences {
        lines += [
          "      request   \(difference.request.line)", "      expected  \(difference.expected)",
          "      got       \(difference.got)",
        ]
      }
    }
    return lines
  }

  /// The rules that came out in the same way, each with its reason.
  private func lines(
    of rules: [(operation: String, row: EnforcementRow, reason: String)],
    _ outcome: String
  ) -> [String] {
    let shown = rules.prefix(Self.mostLines).map { operation, row, reason in
      "    \(place(row)): \(operation) \(row.what): \(outcome): \(reason)"
    }
    guard rules.count > shown.count else { return shown }
    return shown + ["    … and \(rules.count - shown.count) more of \"\(outcome)\"; --json lists all"]
  }

  /// As JSON.
  var json: JSON {
    func rules(_ rules: [(operation: String, row: EnforcementRow, reason: String)]) -> JSON {
      .array(rules.map { json(of: $0.row, $0.operation).merged(with: ["reason": .string($0.reason)]) })
    }
    return [
      "proven": .number(JSONNumber(provenCount)), "unbreakable": rules(unbreakable), "unproven": rules(unproven),
      "failed": .array(
        failed.map { operation, row, differences in
          json(of: row, operation).merged(with: [
            "differences": .array(
              differences.map {
                ["request": .string($0.request.line), "expected": .string($0.expected), "got": .string($0.got)]
              }
            )
          ])
        }
      ),
    ]
  }

  private func json(of row: EnforcementRow, _ operation: String) -> JSON {
    JSON.object(["operation": .string(operation)]).merged(with: row.json(in: contract))
  }

  private func place(_ row: EnforcementRow) -> String { contract.place(row.position) }
}

extension Request {
  /// The request in a line, its body cut where it is long: `PUT /orders/1 {"note":5}`.
  fileprivate var line: String {
    let text = String(decoding: body.prefix(200), as: UTF8.self)
    return [method, target, body.count > 200 ? text + "…" : text].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
