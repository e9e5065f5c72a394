public import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Scenario {
  /// What the scenario names that its contract does not have, with the nearest right names. Records are checked against
  /// their schemas by ``misfits(in:)``.
  public func mistakes(in contract: Contract) -> [DecodingError] {
    var mistakes: [DecodingError] = []
    func check(_ name: String, _ what: String, among names: [String], at place: [String]) {
      guard !names.contains(name) else { return }
      let hint = Nearest.hint(for: name, among: names)
      let known =
        names.isEmpty ? "; there is none" : hint.isEmpty ? "; there are \(names.joined(separator: ", "))" : hint
      mistakes.append(
        DecodingError(
          pointer: JSONPointer(tokens: place),
          message: "\(contract.info.name) has no \(what) '\(name)'\(known)"
        )
      )
    }
    for (collection, _) in state {
      check(collection, "resource", among: contract.resources.map(\.name), at: ["state", collection])
    }
    for (index, credential) in credentials.enumerated() {
      let place = ["credentials", String(index)]
      check(credential.scheme, "security scheme", among: contract.schemes.map(\.id), at: place + ["scheme"])
      for (position, id) in (credential.operations ?? []).enumerated() {
        check(
          id,
          "operation",
          among: contract.operations.map(\.id),
          at: place + ["operations", String(position)]
        )
      }
    }
    for (name, _) in quotas { check(name, "quota", among: contract.quotas.map(\.name), at: ["quotas", name]) }
    for (index, fault) in faults.enumerated() {
      do {
        try fault.check([contract])
      } catch {
        mistakes.append(
          DecodingError(
            pointer: JSONPointer(tokens: ["faults", String(index)]),
            message: error.description
          )
        )
      }
    }
    return mistakes + expectationMistakes(in: contract)
  }

  /// The records that do not fit the schema of their resource, or have another one's value where it must be unique.
  public func misfits(in contract: Contract) -> [DecodingError] {
    guard let validator = try? Validator(contract.schemas) else { return [] }
    return state.flatMap { collection, records -> [DecodingError] in
      guard let resource = contract.resources.first(where: { $0.name == collection }) else { return [] }
      let records = records.filter { !$0.record.isNull }
      var kept = Collection(resource)
      for (key, record) in records { kept.keep(record, key: key) }
      let clashes = [RecordRules.clash(in: kept, of: collection)].compactMap { $0 }
      return clashes
        + records.flatMap { key, record in
          validator.explain(record, against: resource.schema, direction: .response).map {
            DecodingError(
              pointer: JSONPointer(tokens: ["state", collection, key] + $0.pointer.tokens),
              message: "\($0.message) (\(contract.place($0.position)))"
            )
          }
        }
    }
  }

  private func expectationMistakes(in contract: Contract) -> [DecodingError] {
    expectations.enumerated().flatMap { index, expectation -> [DecodingError] in
      let patterns: [ExchangePattern] =
        switch expectation {
        case .count(let pattern, _, _), .never(let pattern): [pattern]
        case .order(let patterns): patterns
        }
      return patterns.compactMap { pattern in
        guard let id = pattern.operation,
          !contract.operations.contains(where: { $0.id == id || "\(contract.info.name)/\($0.id)" == id })
        else { return nil }
        let hint = Nearest.hint(for: id, among: contract.operations.map(\.id))
        return DecodingError(
          pointer: JSONPointer(tokens: ["expect", String(index)]),
          message: "\(contract.info.name) has no operation '\(id)'\(hint)"
        )
      }
    }
  }
}
