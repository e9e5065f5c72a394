import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Words a problem as its API does; Doublet's own words where no contract has the path.
  func word(_ problem: Problem, _ call: Call, _ world: World) -> Answer {
    var context = WordingContext(call, now: world.clock.now)
    context.problem = problem
    guard let api = call.api else { return ownWords(problem, context) }
    let wording = Engine.wording(of: problem.wordedKind, api.contract, call.operation)
    let usesHTTP = world.contracts[call.contract].usesHTTPStatuses
    let status =
      problem.status
      ?? Engine.status(of: problem.kind, usesHTTP ? nil : wording, call.operation)
    context.status = status
    guard let wording, let body = wording.body.filled(in: context) else { return ownWords(problem, context) }
    var answer = Answer(status: status, body: JSONWriter.bytes(of: body))
    answer.headers["Content-Type"] = mediaType(of: wording, status, api.contract, call.operation)
    for header in api.contract.headers[wording.headers.indices] {
      let text = header.value.text(in: context)
      if !text.isEmpty { answer.headers[header.name] = text }
    }
    addHeaders(of: problem, to: &answer, call, context.now)
    let response = call.operation.flatMap { api.contract.response(of: $0.row, status: status) }
    addDeclaredHeaders(of: response, to: &answer, context)
    addQuotaHeaders(to: &answer, call, context)
    return answer
  }

  /// The words for a kind: the operation's own, then the contract's, each with its default last. Nil: the default.
  static func wording(of kind: ProblemKind?, _ contract: Contract, _ operation: ServedOperation?) -> ProblemRow? {
    for run in [operation?.row.problems ?? .empty, contract.info.problems] {
      let rows = contract.problems[run.indices]
      if let row = rows.first(where: { $0.kind == kind }) ?? rows.first(where: { $0.kind == nil }) { return row }
    }
    return nil
  }

  /// The status of a problem: what the wording says, else the first that the operation declares for it, else the kind's.
  static func status(of kind: ProblemKind, _ wording: ProblemRow?, _ operation: ServedOperation?) -> Int {
    if let wording, wording.status != 0 { return wording.status }
    let candidates: [Int] =
      switch kind {
      case .malformed: [400, 422]
      case .invalid: [422, 400]
      default: []
      }
    guard let operation else { return kind.status }
    if let declared = candidates.first(where: { status in
      operation.responses.contains { $0.isExact && $0.lowest == status }
    }) {
      return declared
    }
    return kind.status
  }

  private func mediaType(
    of wording: ProblemRow,
    _ status: Int,
    _ contract: Contract,
    _ operation: ServedOperation?
  ) -> String {
    let declared = operation.flatMap { contract.response(of: $0.row, status: status) }
    let names = declared.map { contract.mediaTypes[$0.content.indices].map(\.name) } ?? []
    return names.first { MediaType($0)?.isJSON == true }
      ?? (wording.mediaType.isEmpty ? "application/problem+json" : wording.mediaType)
  }

  /// The header fields that HTTP itself asks for.
  private func addHeaders(of problem: Problem, to answer: inout Answer, _ call: Call, _ now: Instant) {
    if let retryAt = problem.retryAt, answer.status == 429 || answer.status == 503,
      answer.headers["Retry-After"] == nil
    {
      answer.headers["Retry-After"] = String(Engine.seconds(from: now, to: retryAt))
    }
    for (name, value) in problem.headers where answer.headers[name] == nil { answer.headers[name] = value }
    if !problem.allowed.isEmpty { answer.headers["Allow"] = problem.allowed.joined(separator: ", ") }
    if answer.headers["WWW-Authenticate"] == nil, let challenge = Challenge.text(of: problem, answer.status, call) {
      answer.headers["WWW-Authenticate"] = challenge
    }
  }

  /// The header fields of the quotas that counted the request, as far as the answer declares them.
  func addQuotaHeaders(to answer: inout Answer, _ call: Call, _ context: WordingContext) {
    guard let contract = call.api?.contract, let operation = call.operation,
      let response = contract.response(of: operation.row, status: answer.status)
    else { return }
    let declared = contract.headers[response.headers.indices]
    let used = call.standings + [context.problem?.standing].compactMap { $0 }
    for standing in used {
      var context = context
      context.standing = standing
      for header in contract.headers[contract.quotas[standing.quota].headers.indices]
      where answer.headers[header.name] == nil && declared.contains(where: { Headers.matches($0.name, header.name) }) {
        answer.headers[header.name] = header.value.text(in: context)
      }
    }
  }

  /// Doublet's own words.
  private func ownWords(_ problem: Problem, _ context: WordingContext) -> Answer {
    let violations = problem.violations.map { violation -> JSON in
      [
        "pointer": .string(violation.pointer.description), "code": .string(violation.code),
        "message": .string(violation.message),
      ]
    }
    var answer = OwnAnswer.problem(
      status: problem.status ?? problem.kind.status,
      detail: problem.detail,
      instance: context.call.target.path,
      more: violations.isEmpty ? [] : [("violations", .array(violations))]
    )
    addHeaders(of: problem, to: &answer, context.call, context.now)
    return answer
  }
}
