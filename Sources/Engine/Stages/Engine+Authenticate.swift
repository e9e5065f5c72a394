import DoubletContracts

extension Engine {
  /// Lets in who has the credentials of one alternative, whole. All such alternatives are kept: one that may do what is
  /// asked is enough.
  func authenticate(_ call: Call, _ world: inout World) throws(Problem) {
    guard let api = call.api, let operation = call.operation, !operation.alternatives.isEmpty else { return }
    var refusals: [(scheme: SecuritySchemeRow, refusal: Refusal)] = []
    for alternative in operation.alternatives {
      var values: [String] = []
      var first: (scheme: SecuritySchemeRow, refusal: Refusal)?
      for requirement in alternative {
        let scheme = api.contract.schemes[requirement.scheme]
        switch admit(requirement, scheme, call, &world) {
        case .success(let value): values.append(value)
        case .failure(let refusal): first = first ?? (scheme, refusal)
        }
      }
      if let first {
        refusals.append(first)
      } else {
        call.admitted.append(Admitted(requirements: alternative, values: values))
      }
    }
    guard call.admitted.isEmpty else { return }
    // What was sent and refused tells more than what was not sent.
    let told = refusals.first { $0.refusal != .missing }
    let detail =
      told?.refusal.sentence
      ?? Engine.sentence(ofMissing: operation, api.contract, world.contracts[call.contract].credentials)
    var problem = Problem(.unauthenticated, detail)
    if let told, told.scheme.kind == .bearer, told.refusal.concernsValue {
      problem.tokenError = Challenge.TokenError(code: "invalid_token", description: detail)
    }
    throw problem
  }

  private func admit(
    _ requirement: RequirementRow,
    _ scheme: SecuritySchemeRow,
    _ call: Call,
    _ world: inout World
  ) -> Result<String, Refusal> {
    let listed = world.contracts[call.contract].credentials.filter { $0.scheme == scheme.id }
    guard Engine.canBeMet(scheme, listed) else { return .failure(.missing) }
    let credential: String
    switch CredentialReader.credential(of: scheme, in: call) {
    case .missing: return .failure(.missing)
    case .unreadable(let reason): return .failure(.unreadable(way: CredentialReader.way(of: scheme), reason: reason))
    case .value(""): return .failure(.empty(way: CredentialReader.way(of: scheme)))
    case .value(let value): credential = value
    }
    let now = call.now
    let entries = listed.filter { $0.value == credential }
    if let entry = entries.first {
      if let end = entry.expires, entries.allSatisfy({ $0.hasEnded(at: now) }) {
        return .failure(.ended(way: CredentialReader.way(of: scheme), end))
      }
    } else if let form = scheme.token {
      return admitIssued(credential, form, requirement, scheme, call, &world)
    } else if !listed.isEmpty {
      return .failure(.unknown(way: CredentialReader.way(of: scheme)))
    }
    guard scheme.kind == .bearer, let token = WebToken(credential) else { return .success(credential) }
    let way = CredentialReader.way(of: scheme)
    switch token.validity(at: now) {
    case .now: return .success(credential)
    case .ended(let end): return .failure(.ended(way: way, end))
    case .later(let start): return .failure(.later(way: way, start))
    case .unreadable(let claim):
      return .failure(.unreadable(way: way, reason: "has a claim '\(claim)' that is no time"))
    }
  }

  /// A token that an operation of the same sandbox issued.
  private func admitIssued(
    _ credential: String,
    _ form: TokenForm,
    _ requirement: RequirementRow,
    _ scheme: SecuritySchemeRow,
    _ call: Call,
    _ world: inout World
  ) -> Result<String, Refusal> {
    let way = CredentialReader.way(of: scheme)
    guard let token = world.contracts[call.contract].tokens[credential], token.scheme == requirement.scheme else {
      return .failure(.unknown(way: way))
    }
    let now = call.now
    if form.idleSeconds > 0, now >= token.lastUsed.advanced(bySeconds: form.idleSeconds) {
      world.contracts[call.contract].tokens[credential] = nil
      return .failure(.idle(way: way, seconds: form.idleSeconds))
    }
    world.contracts[call.contract].tokens[credential]?.lastUsed = now
    return .success(credential)
  }
}
