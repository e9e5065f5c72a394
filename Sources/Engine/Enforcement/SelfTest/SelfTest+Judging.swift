import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// What is wrong with the answer to a request that keeps all rules.
  func differences(keeping attempt: Attempt) throws(Unsendable) -> [Proof.Difference] {
    let exchange = try exchange(of: attempt)
    guard exchange.problem == nil, (200..<400).contains(exchange.answer.status) else {
      if exchange.problem == .notImplemented { try refuse(Engine.successes(of: attempt.draft.operation)) }
      let violations = exchange.violations.filter { $0.side == .request }.map(\.description)
      let reasons = violations.isEmpty ? exchange.detail.map { [$0] } ?? [] : violations
      let got = "\(exchange.answer.status) \(exchange.problem?.rawValue ?? "")"
      return [difference(exchange, "a success", ([got] + reasons).joined(separator: "; "))]
    }
    return try answerDifferences(of: exchange, attempt.draft.operation)
  }

  /// What is wrong with the answer to a request that breaks a rule.
  func differences(breaking trial: Trial) throws(Unsendable) -> [Proof.Difference] {
    let exchange = try exchange(of: trial.breaking)
    let kind = trial.expected.kind
    let status = expectedStatus(of: kind, trial.breaking.draft.operation)
    var differences: [Proof.Difference] = []
    if exchange.problem != kind || exchange.answer.status != status {
      let got = "\(exchange.answer.status) \(exchange.problem?.rawValue ?? "success")"
      differences.append(difference(exchange, "\(status) \(kind.rawValue)", got))
    }
    let found = exchange.violations.filter { $0.side == .request }
    if let (code, pointer) = trial.expected.violation,
      !found.contains(where: { $0.code == code && $0.pointer.tokens == pointer.tokens })
    {
      let got = found.isEmpty ? "no violation" : found.map { "\($0.code) at \($0.pointer)" }.joined(separator: ", ")
      differences.append(difference(exchange, "\(code) at \(pointer)", got))
    }
    return try differences + answerDifferences(of: exchange, trial.breaking.draft.operation)
  }

  /// What the answer itself breaks.
  private func answerDifferences(
    of exchange: Exchange,
    _ operation: ServedOperation
  ) throws(Unsendable) -> [Proof.Difference] {
    let broken = exchange.violations.filter { $0.side == .response }
    if !broken.isEmpty, let response = api.contract.response(of: operation.row, status: exchange.answer.status) {
      try refuse([response])
    }
    return broken.map {
      difference(exchange, "an answer that keeps the contract", "\(exchange.answer.status): \($0)")
    }
  }

  /// Gives up where no answer can keep one of these responses.
  private func refuse(_ responses: [ResponseRow]) throws(Unsendable) {
    for type in responses.flatMap({ api.contract.mediaTypes[$0.content.indices] }) {
      if let reason = maker.lack(type.schema, .response) { throw reason }
    }
  }

  private func difference(_ exchange: Exchange, _ expected: String, _ got: String) -> Proof.Difference {
    Proof.Difference(request: exchange.request, expected: expected, got: got)
  }

  private func expectedStatus(of kind: ProblemKind, _ operation: ServedOperation) -> Int {
    // Where only the path is found, no operation has a say.
    let operation = kind == .methodNotAllowed ? nil : operation
    return Engine.status(of: kind, Engine.wording(of: kind, api.contract, operation), operation)
  }

  /// Sends a request to a sandbox of its own.
  func exchange(of attempt: Attempt) throws(Unsendable) -> Exchange {
    let request = try attempt.draft.request()
    var world = fake.start.baseline
    world.contracts[0].credentials = attempt.listed
    for (quota, limit) in attempt.limits { world.contracts[0].quotas[quota].limit = limit }
    try prepareState(of: &world, for: attempt.draft)
    return Engine(fake: fake).answer(request, target: Target(request.target), refused: nil, in: &world)
  }
}
