public import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Proves that a fake enforces what its contract says: for every row of the matrix one request that keeps the rule and one
/// that breaks it, each in a fresh sandbox. Rules of answers are proven on answers, by the judge that every exchange meets.
///
/// ```swift
/// let test = try SelfTest(contract)
/// let proofs = contract.operations.indices.flatMap { test.prove($0) }
/// ```
public final class SelfTest {
  /// The matrix that is proven.
  public let matrix: EnforcementMatrix
  let fake: Fake
  let api: ServedContract
  let maker: RequestMaker
  let probes: ProbeBook
  /// The records that sandboxes are filled with, by their resource.
  var records: [Int: JSON] = [:]

  /// A self-test of a contract.
  ///
  /// - Throws: why there can be no fake of it.
  public convenience init(_ contract: Contract) throws(FakeError) { self.init(of: try Fake([contract])) }

  /// A self-test of a fake of one contract.
  init(of fake: Fake) {
    self.fake = fake
    api = fake.contracts[0]
    matrix = EnforcementMatrix(api.contract)
    maker = RequestMaker(fake, api)
    probes = ProbeBook(maker.sampler)
  }

  /// The proofs of the rows of the operation of that index, after that of a request that keeps all rules.
  public func prove(_ index: Int) -> [Proof] {
    let rows = matrix.rows(of: index).filter(\.isEnforced)
    let (valid, base) = answer(index)
    if let base { return [valid] + rows.map { Proof(row: $0, outcome: outcome(of: $0, from: base)) } }
    let reason =
      if case .failed = valid.outcome {
        Proof.Outcome.unproven("the request that keeps all rules is not answered rightly")
      } else { valid.outcome }
    // Answers are judged whatever was asked.
    let any = attempt(RequestDraft(api, api.operations[index]))
    return [valid]
      + rows.map { Proof(row: $0, outcome: $0.subject.isOfAnswers ? outcome(of: $0, from: any) : reason) }
  }

  /// The proof that a request which keeps all rules of the operation of that index has a success for its answer, and one
  /// that keeps the contract.
  public func proveAnswer(of index: Int) -> Proof { answer(index).proof }

  /// That proof, and the request where it succeeds.
  private func answer(_ index: Int) -> (proof: Proof, base: Attempt?) {
    let operation = api.operations[index]
    let row = EnforcementRow(
      .nothing,
      location: "route",
      field: operation.row.path,
      rule: "valid",
      position: operation.row.position
    )
    do throws(Unsendable) {
      let base = try taken(attempt(try maker.draft(for: operation)))
      let differences = try differences(keeping: base.attempt, base.exchange)
      guard differences.isEmpty else { return (Proof(row: row, outcome: .failed(differences)), nil) }
      return (Proof(row: row, outcome: .proven), base.attempt)
    } catch {
      return (Proof(row: row, outcome: error.outcome), nil)
    }
  }

  private func outcome(of row: EnforcementRow, from base: Attempt) -> Proof.Outcome {
    do throws(Unsendable) {
      if let judged = try judgedOutcome(of: row, from: base) { return judged }
      var trial = try trial(of: row, from: base)
      let keeping = try taken(trial.keeping, proving: trial.expected.violation?.pointer)
      trial.breaking.record = keeping.attempt.record
      let differences = try differences(keeping: keeping.attempt, keeping.exchange) + differences(breaking: trial)
      return differences.isEmpty ? .proven : .failed(differences)
    } catch {
      return error.outcome
    }
  }

  /// An attempt whose sandbox knows the credentials of schemes that take none but theirs.
  func attempt(_ draft: RequestDraft) -> Attempt {
    let listed = draft.credentials.filter { credential in
      let scheme = api.contract.schemes[credential.scheme]
      return scheme.token != nil || scheme.kind == .undeclared
    }
    return Attempt(
      draft: draft,
      listed: listed.map { Credential(scheme: api.contract.schemes[$0.scheme].id, value: $0.value) }
    )
  }
}
