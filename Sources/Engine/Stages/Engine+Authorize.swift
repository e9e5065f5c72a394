import DoubletContracts

extension Engine {
  /// Holds back a request of which, in every alternative that lets it in, a credential lacks the operation or one of the
  /// scopes that are asked.
  func authorize(_ call: Call, _ world: World) throws(Problem) {
    guard let api = call.api, let operation = call.operation else { return }
    let credentials = world.contracts[call.contract].credentials
    // A credential that nobody lists may do everything, where no scope is asked.
    if credentials.isEmpty, call.admitted.first?.asksForScopes != true { return }
    let now = call.now
    var first: Problem?
    for (index, admitted) in call.admitted.enumerated() {
      do throws(Problem) {
        for (requirement, value) in zip(admitted.requirements, admitted.values) {
          let scheme = api.schemes[requirement.scheme]
          let entries = credentials.filter { $0.scheme == scheme.row.id && $0.value == value && !$0.hasEnded(at: now) }
          if entries.isEmpty {
            try authorize(granting: unlistedScopes(of: value, requirement, scheme), requirement, scheme, operation)
          } else {
            try authorize(entries, requirement, scheme, operation)
          }
        }
        call.admitted.swapAt(0, index)
        return
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
  }

  /// The scopes of a credential that nobody listed: those that a token claims; nil: all.
  private func unlistedScopes(
    of value: String,
    _ requirement: RequirementRow,
    _ scheme: ServedScheme
  ) -> [String]? {
    requirement.scopes.isEmpty || scheme.row.kind != .bearer ? nil : WebToken(value)?.scopes
  }

  /// A credential that is listed more than once may do what any of its entries may.
  private func authorize(
    _ entries: [Credential],
    _ requirement: RequirementRow,
    _ scheme: ServedScheme,
    _ operation: ServedOperation
  ) throws(Problem) {
    var first: Problem?
    for entry in entries {
      do throws(Problem) {
        if let operations = entry.operations, !operations.contains(operation.row.id) {
          throw Problem(.forbidden, Engine.forbiddenDetail(operation))
        }
        try authorize(granting: entry.scopes, requirement, scheme, operation)
        return
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
  }

  private func authorize(
    granting scopes: [String]?,
    _ requirement: RequirementRow,
    _ scheme: ServedScheme,
    _ operation: ServedOperation
  ) throws(Problem) {
    guard let scopes else { return }
    let missing = requirement.scopes.filter { !scopes.contains($0) }
    guard !missing.isEmpty else { return }
    var problem = Problem(
      .forbidden,
      "\(Engine.forbiddenDetail(operation)) It lacks the scope \(missing.joined(separator: ", "))."
    )
    if scheme.row.kind == .bearer {
      problem.tokenError = Challenge.TokenError(
        code: "insufficient_scope",
        description: problem.detail,
        scopes: requirement.scopes
      )
    }
    throw problem
  }

  /// The sentence of a 403.
  static func forbiddenDetail(_ operation: ServedOperation) -> String {
    "The credential is good, but it may not call \(operation.row.id)."
  }
}
