import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler

extension CheckReport {
  /// The same as JSON, with every rule of every operation.
  var json: JSON {
    var object: JSONObject = ["servable": .bool(isServable), "documents": .array(specs.map(json))]
    if let conflict { object["conflict"] = .string(conflict) }
    return .object(object)
  }

  private func json(of spec: LoadedSpec) -> JSON {
    var object: JSONObject = ["path": .string(spec.path), "servable": .bool(spec.contract != nil)]
    if let contract = spec.contract {
      let summary = ContractSummary(contract)
      let rules = RuleReport(contract)
      for (key, value) in summary.headline.object ?? JSONObject() where key != "operations" { object[key] = value }
      object["operations"] = .array(
        zip(RouteRow.rows(of: [contract]), contract.operations.indices).map { row, index in
          row.json.merged(with: ["rules": rules.json(ofOperation: index)])
        }
      )
      object["unenforced"] = rules.json(ofOperation: -1)
      object["resources"] = .array(
        summary.resources.map { resource, actions in
          [
            "name": .string(resource.name), "key": .string(resource.key.description),
            "inferred": .bool(resource.inferred != nil),
            "actions": .array(actions.map { .string($0.rawValue) }),
            "place": .string(contract.place(resource.position)),
          ]
        }
      )
      if let test = selfTests[contract.info.name] { object["selfTest"] = test.json }
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
