import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler

/// What `doublet check` prints on standard output: per document what it holds, and what of it is not enforced.
struct CheckReport {
  /// The documents.
  let specs: [LoadedSpec]
  /// The scenarios that come with them.
  var scenarios: [Scenario] = []
  /// What came of the self-tests, by the short name of the contract.
  var selfTests: [String: SelfTestReport] = [:]
  /// Whether the text lists every rule.
  var listsRules = false
  /// Why they cannot be served together; nil where they can.
  let conflict: String?

  /// Whether everything can be served.
  var isServable: Bool { conflict == nil && specs.allSatisfy { $0.contract != nil } }

  /// Runs the self-tests.
  mutating func test() throws {
    for contract in specs.compactMap(\.contract) {
      selfTests[contract.info.name] = try SelfTestReport(contract)
    }
  }

  /// The text for people.
  var text: String {
    specs.map { spec in
      guard let contract = spec.contract else {
        return "\(spec.path)\n  cannot be served: \(spec.errorCount.counted("error"))\n"
      }
      let (routes, rules) = (RouteRow.rows(of: [contract]), RuleReport(contract))
      var lines = ContractSummary(contract).lines(routes, rules)
      lines += self.lines(ofSampled: routes) + self.lines(of: spec.diagnostics.warnings) + rules.lines
      if listsRules { lines += rules.allLines }
      lines += selfTests[contract.info.name]?.lines ?? []
      return (lines + self.lines(ofScenariosOf: contract)).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private func lines(of warnings: [Diagnostic]) -> [String] {
    guard !warnings.isEmpty else { return [] }
    return ["  \(warnings.count.counted("mistake"))"]
      + warnings.map { "    \($0.file):\($0.line):\($0.column): \($0.message)" }
  }

  private func lines(ofSampled routes: [RouteRow]) -> [String] {
    let count = routes.count { $0.source == .sample }
    guard count > 0 else { return [] }
    return ["  \(count.counted("operation")) without action and example: a valid sample is answered"]
  }

  private func lines(ofScenariosOf contract: Contract) -> [String] {
    let own = scenarios.filter { $0.api == contract.info.name }
    guard !own.isEmpty else { return [] }
    return ["  \(own.count.counted("scenario"))"]
      + TextTable(rows: own.map { [$0.name, $0.description] }).lines(indent: "    ")
  }
}
