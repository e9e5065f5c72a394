import DoubletContracts

extension Engine {
  /// Holds back a request of which, in every alternative that lets it in, a credential is listed and lacks the operation
  /// or one of its scopes.
  func authorize(_ call: inout Call, _ world: World) throws(Problem) {
    guard let api = call.api, let operation = call.operation else { return }
    let listed = world.contracts[call.contract].credentials
    var first: Problem?
    for (index, alternative) in call.admitted.enumerated() {
      do throws(Problem) {
        for (scheme, value) in alternative {
          let id = api.contract.schemes[scheme].id
          try authorize(listed.filter { $0.scheme == id && $0.value == value }, scheme, operation)
        }
        call.admitted.swapAt(0, index)
        return
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
  }

  /// A credential that is listed more than once may do what any of its entries may.
  private func authorize(_ entries: [Credential], _ scheme: Int, _ operation: ServedOperation) throws(Problem) {
    var first: Problem?
    for entry in entries {
      do throws(Problem) {
        try authorize(entry, scheme, operation)
        return
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
  }

  private func authorize(_ listed: Credential, _ scheme: Int, _ operation: ServedOperation) throws(Problem) {
    if let operations = listed.operations, !operations.contains(operation.row.id) {
      throw Problem(.forbidden, Engine.forbiddenDetail(operation))
    }
    guard let scopes = listed.scopes else { return }
    // An alternative that does not ask for the scheme says nothing about its scopes.
    let asked = operation.alternatives.flatMap { alternative in
      alternative.filter { $0.scheme == scheme }.map(\.scopes)
    }
    guard !asked.contains(where: { $0.allSatisfy(scopes.contains) }) else { return }
    let missing = (asked.first ?? []).filter { !scopes.contains($0) }
    throw Problem(
      .forbidden,
      "\(Engine.forbiddenDetail(operation)) It lacks the scope \(missing.joined(separator: ", "))."
    )
  }

  /// The sentence of a 403.
  static func forbiddenDetail(_ operation: ServedOperation) -> String {
    "The credential is good, but it may not call \(operation.row.id)."
  }
}
