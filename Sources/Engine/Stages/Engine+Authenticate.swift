import DoubletContracts

extension Engine {
  /// Lets in who has the credentials of one alternative, whole. All such alternatives are kept: one that may do what is
  /// asked is enough.
  func authenticate(_ call: Call, _ world: inout World) throws(Problem) {
    guard let api = call.api, let operation = call.operation, !operation.alternatives.isEmpty else { return }
    // What was sent and refused tells more than what was not sent.
    var told: (scheme: Int, refusal: Refusal)?
    for index in operation.alternatives.indices {
      var values: [String] = []
      var first: (scheme: Int, refusal: Refusal)?
      for place in operation.alternatives[index].indices {
        let scheme = operation.alternatives[index][place].scheme
        switch admit(scheme, api, call, &world) {
        case .success(let value): values.append(value)
        case .failure(let refusal): first = first ?? (scheme, refusal)
        }
      }
      if let first {
        if told == nil, first.refusal != .missing { told = first }
      } else {
        call.admitted.append(Admitted(requirements: operation.alternatives[index], values: values))
      }
    }
    guard call.admitted.isEmpty else { return }
    let detail =
      told?.refusal.sentence
      ?? Engine.sentence(ofMissing: operation, api.contract, world.contracts[call.contract].credentials)
    var problem = Problem(.unauthenticated, detail)
    if let told, api.contract.schemes[told.scheme].kind == .bearer, told.refusal.concernsValue {
      problem.tokenError = Challenge.TokenError(code: "invalid_token", description: detail)
    }
    throw problem
  }

  private func admit(
    _ index: Int,
    _ api: ServedContract,
    _ call: Call,
    _ world: inout World
  ) -> Result<String, Refusal> {
    let scheme = api.schemes[index]
    let listed = listed(of: scheme, call, world)
    guard Engine.canBeMet(scheme.row.kind, isListed: !listed.isEmpty) else { return .failure(.missing) }
    let credential: String
    switch CredentialReader.credential(of: scheme, in: call) {
    case .missing: return .failure(.missing)
    case .unreadable(let reason):
      return .failure(.unreadable(way: CredentialReader.way(of: scheme.row), reason: reason))
    case .value(""): return .failure(.empty(way: CredentialReader.way(of: scheme.row)))
    case .value(let value): credential = value
    }
    let now = call.now
    let entries = listed.filter { $0.value == credential }
    if let entry = entries.first {
      if let end = entry.expires, entries.allSatisfy({ $0.hasEnded(at: now) }) {
        return .failure(.ended(way: CredentialReader.way(of: scheme.row), end))
      }
    } else if let form = scheme.row.token {
      return admitIssued(credential, form, index, scheme, call, &world)
    } else if !listed.isEmpty {
      return .failure(.unknown(way: CredentialReader.way(of: scheme.row)))
    }
    guard scheme.row.kind == .bearer, let token = WebToken(credential) else { return .success(credential) }
    let way = CredentialReader.way(of: scheme.row)
    switch token.validity(at: now) {
    case .now: return .success(credential)
    case .ended(let end): return .failure(.ended(way: way, end))
    case .later(let start): return .failure(.later(way: way, start))
    case .unreadable(let claim):
      return .failure(.unreadable(way: way, reason: "has a claim '\(claim)' that is no time"))
    }
  }

  /// The credentials of a scheme that are listed in the sandbox.
  private func listed(of scheme: ServedScheme, _ call: Call, _ world: World) -> [Credential] {
    let all = world.contracts[call.contract].credentials
    return all.isEmpty ? all : all.filter { $0.scheme == scheme.row.id }
  }

  /// A token that an operation of the same sandbox issued.
  private func admitIssued(
    _ credential: String,
    _ form: TokenForm,
    _ index: Int,
    _ scheme: ServedScheme,
    _ call: Call,
    _ world: inout World
  ) -> Result<String, Refusal> {
    let way = CredentialReader.way(of: scheme.row)
    guard let token = world.contracts[call.contract].tokens[credential], token.scheme == index else {
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
