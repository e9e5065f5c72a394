import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// The pair of requests that proves a rule.
  ///
  /// - Throws: why there is none.
  func trial(of row: EnforcementRow, from base: Attempt) throws(Unsendable) -> Trial {
    switch row.subject {
    case .method: return try methodTrial(base)
    case .authentication(let alternative, let requirement):
      return try authenticationTrial(base, alternative, requirement)
    case .scope(let alternative, let requirement, let scope):
      return try scopeTrial(base, alternative, requirement, scope)
    case .quota(let quota): return quotaTrial(base, quota)
    case .mediaType: return try mediaTypeTrial(base)
    case .accept:
      return changed(base, ExpectedProblem(.notAcceptable, "header.accept", at: ["header", "Accept"])) {
        $0.accept = "application/x-doublet-self-test"
      }
    case .parameterRequired, .parameterOnce, .parameterForm, .parameterSchema: return try parameterTrial(of: row, base)
    case .bodyRequired, .bodyForm, .bodyKeys, .bodySchema: return try bodyTrial(of: row, base)
    case .part: return try partTrial(of: row, base)
    case .answerType, .answerHeader, .answerHeaderForm, .answerHeaderSchema, .answerSchema, .nothing:
      throw Unsendable("no request can break it")
    }
  }

  /// A trial whose keeping request is the base, and whose breaking one is a change of it.
  func changed(_ base: Attempt, _ expected: ExpectedProblem, _ change: (inout RequestDraft) -> Void) -> Trial {
    var breaking = base
    change(&breaking.draft)
    return Trial(keeping: base, breaking: breaking, expected: expected)
  }

  private func methodTrial(_ base: Attempt) throws(Unsendable) -> Trial {
    let path = Target(try base.draft.request().target).path
    let taken = fake.router.match(path).map { Set($0.methods) } ?? []
    guard let free = ["TRACE", "PATCH", "DELETE", "PUT", "POST"].first(where: { !taken.contains($0) }) else {
      throw Unsendable("the path has every method")
    }
    return changed(base, ExpectedProblem(.methodNotAllowed, "route.method")) { $0.method = free }
  }

  private func quotaTrial(_ base: Attempt, _ quota: Int) -> Trial {
    var trial = Trial(keeping: base, breaking: base, expected: ExpectedProblem(.tooManyRequests))
    trial.keeping.limits[quota] = 1
    trial.breaking.limits[quota] = 0
    return trial
  }

  private func mediaTypeTrial(_ base: Attempt) throws(Unsendable) -> Trial {
    let other = "application/x-doublet-self-test"
    guard let type = MediaType(other), base.draft.operation.content(for: type) == nil else {
      let takesAll = base.draft.operation.contents.contains { $0.type.type == "*" }
      throw Unsendable("the operation takes \(takesAll ? "every" : "this") media type", isCertain: takesAll)
    }
    let expected = ExpectedProblem(.unsupportedMediaType, "header.mediaType", at: ["header", "Content-Type"])
    return changed(base, expected) { $0.body = .bytes([UInt8(ascii: "1")], contentType: other) }
  }
}
