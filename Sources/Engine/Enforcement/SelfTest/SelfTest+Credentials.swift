import DoubletContracts

extension SelfTest {
  /// All credentials of an alternative, and all but one of them.
  func authenticationTrial(_ base: Attempt, _ alternative: Int, _ requirement: Int) throws(Unsendable) -> Trial {
    let alternatives = base.draft.operation.alternatives
    let missing = alternatives[alternative][requirement].scheme
    let rest = alternatives[alternative].map(\.scheme).filter { $0 != missing }
    guard !alternatives.contains(where: { $0.allSatisfy { rest.contains($0.scheme) } }) else {
      throw Unsendable("what is left without it lets in by another alternative", isCertain: true)
    }
    let keeping = keeping(base, alternative)
    return changed(keeping, ExpectedProblem(.unauthenticated)) { $0.credentials.removeAll { $0.scheme == missing } }
  }

  /// Listed credentials with all scopes that are asked for, and the same ones but for one scope. No other alternative
  /// knows them, though they may look like its own: bearer tokens do.
  func scopeTrial(
    _ base: Attempt,
    _ alternative: Int,
    _ requirement: Int,
    _ scope: String
  ) throws(Unsendable) -> Trial {
    let alternatives = base.draft.operation.alternatives
    let whole = alternatives[alternative]
    var lacking = whole
    lacking[requirement].scopes.removeAll { $0 == scope }
    let others = alternatives.indices.filter { $0 != alternative }.map { alternatives[$0] }
    guard !others.contains(where: { $0.allSatisfy { isMet($0, by: lacking) } }) else {
      throw Unsendable("who lacks nothing but the scope is let in by another alternative", isCertain: true)
    }
    let keeping = keeping(base, alternative)
    var trial = Trial(keeping: keeping, breaking: keeping, expected: ExpectedProblem(.forbidden))
    trial.keeping.list(whole, unlike: others, api.contract)
    trial.breaking.list(lacking, unlike: others, api.contract)
    return trial
  }

  /// Whether credentials with these scopes are enough for a requirement.
  private func isMet(_ asked: RequirementRow, by granted: [RequirementRow]) -> Bool {
    granted.contains { $0.scheme == asked.scheme && Set(asked.scopes).isSubset(of: $0.scopes) }
  }

  private func keeping(_ base: Attempt, _ alternative: Int) -> Attempt {
    var draft = base.draft
    draft.credentials = maker.credentials(of: draft.operation.alternatives[alternative])
    return attempt(draft)
  }
}

extension Attempt {
  /// Lists the credentials with the scopes that are granted, and no others; of schemes that only other alternatives ask
  /// for one that is not sent.
  fileprivate mutating func list(_ granted: [RequirementRow], unlike others: [[RequirementRow]], _ contract: Contract) {
    listed = draft.credentials.map { sent in
      let scopes = granted.first { $0.scheme == sent.scheme }?.scopes
      return Credential(scheme: contract.schemes[sent.scheme].id, value: sent.value, scopes: scopes)
    }
    let unsent = Set(others.joined().map(\.scheme)).subtracting(draft.credentials.map(\.scheme))
    listed += unsent.map { Credential(scheme: contract.schemes[$0].id, value: "doublet-self-test-other") }
  }
}
