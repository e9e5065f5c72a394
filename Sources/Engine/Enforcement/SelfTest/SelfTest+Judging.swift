import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// What is wrong with the answer to a request that keeps all rules.
  func differences(keeping attempt: Attempt, _ exchange: Exchange) throws(Unsendable) -> [Proof.Difference] {
    guard exchange.problem == nil, (200..<400).contains(exchange.answer.status) else {
      if exchange.problem == .notImplemented, let lack = try lackOfSuccess(attempt) { throw lack }
      let violations = exchange.violations.filter { $0.side == .request }.map(\.description)
      let reasons = violations.isEmpty ? exchange.detail.map { [$0] } ?? [] : violations
      let got = "\(exchange.answer.status) \(exchange.problem?.rawValue ?? "")"
      return [difference(exchange, "a success", ([got] + reasons).joined(separator: "; "))]
    }
    return try differences(answering: exchange, attempt.draft.operation)
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
    return try differences + self.differences(answering: exchange, trial.breaking.draft.operation)
  }

  /// What the answer itself breaks. Gives up where nothing is wrong but the body, and no body can keep its schema, or a
  /// header field that no text was found for.
  private func differences(
    answering exchange: Exchange,
    _ operation: ServedOperation
  ) throws(Unsendable) -> [Proof.Difference] {
    var broken = exchange.violations.filter { $0.side == .response }
    if !broken.isEmpty, let lack = lack(ofBodyOf: exchange.answer, operation) {
      broken.removeAll { $0.code.hasPrefix("\(Violation.Place.body.rawValue).") }
      if broken.isEmpty { throw lack }
    }
    if let lack = lack(ofHeadersOf: exchange.answer, operation), broken.contains(where: \.isOfMissingHeader) {
      broken.removeAll(where: \.isOfMissingHeader)
      if broken.isEmpty { throw lack }
    }
    return broken.map {
      difference(exchange, "an answer that keeps the contract", "\(exchange.answer.status): \($0)")
    }
  }

  /// Why the body of an answer breaks its schema, whatever it is.
  private func lack(ofBodyOf answer: Answer, _ operation: ServedOperation) -> Unsendable? {
    guard let response = operation.response(status: answer.status),
      let type = answer.headers["Content-Type"].flatMap({ MediaType($0) }),
      let index = response.content.indices.first(where: { api.mediaTypes[$0]?.holds(type) == true })
    else { return nil }
    return lack(ofBodyAs: index)
  }

  /// Why a header field that must be there is not: no text is read as a valid value of it.
  private func lack(ofHeadersOf answer: Answer, _ operation: ServedOperation) -> Unsendable? {
    let response = operation.response(status: answer.status)
    let lost = response?.headers.indices.first { index in
      api.headers[index].row.isRequired && api.shownHeaders.text(of: index) == nil
    }
    return lost.map { Unsendable("no valid text of the header field '\(api.headers[$0].row.name)' was found") }
  }

  /// Why no success of an operation has a body.
  private func lackOfSuccess(_ attempt: Attempt) throws(Unsendable) -> Unsendable? {
    let call = try attempt.draft.call(of: fake)
    let offers = Engine.successes(of: attempt.draft.operation).compactMap { call.offer(of: $0, api) }
    return offers.lazy.compactMap { self.lack(ofBodyAs: $0.index) }.first
  }

  /// Why no body of the media type of that index is valid. A request is answered all the same, so that nothing is certain
  /// of what is asked of requests.
  private func lack(ofBodyAs type: Int) -> Unsendable? {
    maker.lack(api.contract.mediaTypes[type].schema, .response).map { Unsendable($0.reason) }
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
    try prepareState(of: &world, for: attempt)
    return Engine(fake: fake).answer(request, target: Target(request.target), refused: nil, in: &world)
  }
}

extension Violation {
  /// Whether a header field is not there that must be.
  fileprivate var isOfMissingHeader: Bool { code == "\(Place.header.rawValue).required" }
}
