import DoubletContracts

extension Engine {
  /// Lets in who has the credentials of one alternative, whole. All such alternatives are kept: one that may do what is
  /// asked is enough.
  func authenticate(_ call: inout Call, _ world: inout World) throws(Problem) {
    guard let api = call.api, let operation = call.operation, !operation.alternatives.isEmpty else { return }
    var refusals: [Refusal] = []
    for alternative in operation.alternatives {
      var credentials: [(scheme: Int, value: String)] = []
      var refusal: Refusal?
      for requirement in alternative {
        switch admit(requirement, api.contract.schemes[requirement.scheme], call, &world) {
        case .success(let credential): credentials.append((requirement.scheme, credential))
        case .failure(let reason): refusal = refusal ?? reason
        }
      }
      if let refusal {
        refusals.append(refusal)
      } else {
        call.admitted.append(credentials)
      }
    }
    guard call.admitted.isEmpty else { return }
    // What was sent and refused tells more than what was not sent.
    let reason = refusals.first { $0 != .missing } ?? .missing
    throw Problem(.unauthenticated, Engine.detail(of: reason, api.contract, operation))
  }

  /// Why a credential does not let its bearer in.
  enum Refusal: Error, Equatable {
    case missing
    case empty(scheme: String)
    case unknown(scheme: String)
    case expired(scheme: String, seconds: Int)
  }

  private func admit(
    _ requirement: RequirementRow,
    _ scheme: SecuritySchemeRow,
    _ call: Call,
    _ world: inout World
  ) -> Result<String, Refusal> {
    guard let credential = CredentialReader.credential(of: scheme, in: call) else { return .failure(.missing) }
    let way = CredentialReader.way(of: scheme)
    guard !credential.isEmpty else { return .failure(.empty(scheme: way)) }
    let listed = world.contracts[call.contract].credentials.filter { $0.scheme == scheme.id }
    if listed.contains(where: { $0.value == credential }) { return .success(credential) }
    if let form = scheme.token {
      guard let token = world.contracts[call.contract].tokens[credential], token.scheme == requirement.scheme else {
        return .failure(.unknown(scheme: way))
      }
      let now = world.clock.now
      if form.idleSeconds > 0, now >= token.lastUsed.advanced(bySeconds: form.idleSeconds) {
        world.contracts[call.contract].tokens[credential] = nil
        return .failure(.expired(scheme: way, seconds: form.idleSeconds))
      }
      world.contracts[call.contract].tokens[credential]?.lastUsed = now
      return .success(credential)
    }
    return listed.isEmpty ? .success(credential) : .failure(.unknown(scheme: way))
  }

  /// The sentence of a 401.
  static func detail(of refusal: Refusal, _ contract: Contract, _ operation: ServedOperation) -> String {
    switch refusal {
    case .missing:
      let ways = operation.alternatives.map { alternative in
        alternative.map { CredentialReader.way(of: contract.schemes[$0.scheme]) }.joined(separator: " and ")
      }
      return ways.isEmpty
        ? "The request carries no credentials that this API accepts."
        : "The request carries no credentials; send \(ways.joined(separator: ", or "))."
    case .empty(let way): return "The credential is empty; send a value in \(way)."
    case .unknown(let way): return "The credential in \(way) is not one that this API knows."
    case .expired(let way, let seconds):
      return "The credential in \(way) has expired: it was not used for \(seconds) s. Ask for a new one."
    }
  }
}
