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
  /// Why they cannot be served together; nil where they can.
  let conflict: String?

  /// Whether everything can be served.
  var isServable: Bool { conflict == nil && specs.allSatisfy { $0.contract != nil } }

  /// The text for people.
  var text: String {
    specs.map { spec in
      guard let contract = spec.contract else {
        return "\(spec.path)\n  cannot be served: \(spec.errorCount.counted("error"))\n"
      }
      let notes = lines(ofUnanswered: contract) + lines(of: spec.diagnostics.warnings, contract)
      return (ContractSummary(contract).lines + notes + lines(ofScenariosOf: contract)).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private func lines(of warnings: [Diagnostic], _ contract: Contract) -> [String] {
    var lines: [String] = []
    if !warnings.isEmpty { lines.append("  \(warnings.count.counted("mistake"))") }
    lines += warnings.map { "    \($0.file):\($0.line):\($0.column): \($0.message)" }
    let rows = contract.unenforced
    lines.append(rows.isEmpty ? "  everything is enforced" : "  \(rows.count.counted("rule")) not enforced")
    return lines
      + rows.map { row in
        let what = [row.location, row.field, row.rule].filter { !$0.isEmpty }.joined(separator: " ")
        return "    \(contract.place(row.position)): \(what): \(row.reason)"
      }
  }

  private func lines(ofUnanswered contract: Contract) -> [String] {
    let count = RouteRow.rows(of: [contract]).count { $0.source == .none }
    guard count > 0 else { return [] }
    return ["  \(count.counted("operation")) without action and example: 501 instead of a success"]
  }

  private func lines(ofScenariosOf contract: Contract) -> [String] {
    let own = scenarios.filter { $0.api == contract.info.name }
    guard !own.isEmpty else { return [] }
    return ["  \(own.count.counted("scenario"))"]
      + TextTable(rows: own.map { [$0.name, $0.description] }).lines(indent: "    ")
  }

  /// The same as JSON.
  var json: JSON {
    var object: JSONObject = ["servable": .bool(isServable), "documents": .array(specs.map(json))]
    if let conflict { object["conflict"] = .string(conflict) }
    return .object(object)
  }

  private func json(of spec: LoadedSpec) -> JSON {
    var object: JSONObject = ["path": .string(spec.path), "servable": .bool(spec.contract != nil)]
    if let contract = spec.contract {
      let summary = ContractSummary(contract)
      for (key, value) in summary.headline.object ?? JSONObject() where key != "operations" { object[key] = value }
      object["operations"] = .array(RouteRow.rows(of: [contract]).map(\.json))
      object["resources"] = .array(
        summary.resources.map { resource, actions in
          [
            "name": .string(resource.name), "key": .string(resource.key.description),
            "actions": .array(actions.map { .string($0.rawValue) }),
            "place": .string(contract.place(resource.position)),
          ]
        }
      )
    }
    let own = scenarios.filter { $0.api == spec.contract?.info.name }
    if !own.isEmpty {
      object["scenarios"] = .array(
        own.map {
          ["name": .string($0.name), "description": .string($0.description), "place": .string($0.file)]
        }
      )
    }
    object["diagnostics"] = .array(spec.diagnostics.map(json))
    return .object(object)
  }

  private func json(of diagnostic: Diagnostic) -> JSON {
    [
      "severity": .string(diagnostic.severity.rawValue), "file": .string(diagnostic.file),
      "line": .number(JSONNumber(diagnostic.line)), "column": .number(JSONNumber(diagnostic.column)),
      "message": .string(diagnostic.message),
    ]
  }
}
