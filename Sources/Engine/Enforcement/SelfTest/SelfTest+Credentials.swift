import DoubletContracts

extension SelfTest {
  /// All credentials of an alternative, and all but one of them.
  func authenticationTrial(_ base: Attempt, _ alternative: Int, _ requirement: Int) throws(Unsendable) -> Trial {
    let alternatives = base.draft.operation.alternatives
    let missing = alternatives[alternative][requirement].scheme
    let rest = alternatives[alternative].map(\.scheme).filter { $0 != missing }
    guard !alternatives.contains(where: { $0.allSatisfy { rest.contains($0.scheme) } }) else {
      throw Unsendable("what is left without it lets in by another alternative")
    }
    let keeping = keeping(base, alternative)
    return changed(keeping, ExpectedProblem(.unauthenticated)) { $0.credentials.removeAll { $0.scheme == missing } }
  }

  /// A listed credential with all scopes that are asked for, and one that lacks a scope.
  func scopeTrial(
    _ base: Attempt,
    _ alternative: Int,
    _ requirement: Int,
    _ scope: String
  ) throws(Unsendable) -> Trial {
    let alternatives = base.draft.operation.alternatives
    let asked = alternatives[alternative][requirement]
    guard !alternatives.indices.contains(where: { $0 != alternative && alternatives[$0].allSatisfy(isSame(as: asked)) })
    else { throw Unsendable("another alternative takes the same credential") }
    let keeping = keeping(base, alternative)
    var trial = Trial(keeping: keeping, breaking: keeping, expected: ExpectedProblem(.forbidden))
    trial.keeping.list(asked.scopes, of: asked.scheme, api.contract)
    trial.breaking.list(asked.scopes.filter { $0 != scope }, of: asked.scheme, api.contract)
    return trial
  }

  /// Whether a credential for one requirement is one for another: bearer tokens look alike.
  private func isSame(as asked: RequirementRow) -> (RequirementRow) -> Bool {
    let schemes = api.contract.schemes
    return { other in
      other.scheme == asked.scheme || schemes[other.scheme].kind == .bearer && schemes[asked.scheme].kind == .bearer
    }
  }

  private func keeping(_ base: Attempt, _ alternative: Int) -> Attempt {
    var draft = base.draft
    draft.credentials = maker.credentials(of: draft.operation.alternatives[alternative])
    return attempt(draft)
  }
}

extension Attempt {
  /// Lists the credential of a scheme with these scopes, and no others.
  fileprivate mutating func list(_ scopes: [String], of scheme: Int, _ contract: Contract) {
    let id = contract.schemes[scheme].id
    listed.removeAll { $0.scheme == id }
    guard let credential = draft.credentials.first(where: { $0.scheme == scheme }) else { return }
    listed.append(Credential(scheme: id, value: credential.value, scopes: scopes))
  }
}
