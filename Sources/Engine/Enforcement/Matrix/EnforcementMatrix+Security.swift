import DoubletContracts

extension EnforcementMatrix {
  /// The requirements of each alternative, with their scopes. Where one alternative asks for nothing, nothing is required.
  func security(of row: OperationRow) -> [EnforcementRow] {
    let alternatives = contract.alternatives[row.security.indices]
    guard !alternatives.contains(where: \.requirements.isEmpty) else { return [] }
    return alternatives.enumerated().flatMap { alternative, row in
      contract.requirements[row.requirements.indices].enumerated().flatMap { number, requirement in
        let scheme = contract.schemes[requirement.scheme].id
        let credential = EnforcementRow(
          .authentication(alternative: alternative, requirement: number),
          location: "security",
          field: scheme,
          rule: "authentication",
          position: requirement.position
        )
        return [credential]
          + requirement.scopes.map { scope in
            EnforcementRow(
              .scope(alternative: alternative, requirement: number, scope),
              location: "security",
              field: "\(scheme) \(scope)",
              rule: "scope",
              position: requirement.position
            )
          }
      }
    }
  }

  /// The quotas that count the operation.
  func quotas(of row: OperationRow) -> [EnforcementRow] {
    contract.quotas.enumerated().filter { $0.element.counts(row) }.map {
      EnforcementRow(.quota($0), location: "quota", field: $1.name, rule: "limit", position: $1.position)
    }
  }
}

extension QuotaRow {
  /// Whether requests for an operation are counted.
  func counts(_ operation: OperationRow) -> Bool {
    (methods.isEmpty || methods.contains(operation.method))
      && (operations.isEmpty || operations.contains(operation.id))
  }
}
