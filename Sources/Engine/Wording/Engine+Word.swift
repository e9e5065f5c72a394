import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Words a problem as its API does: as the spec words it, else in the form of the response that the operation declares
  /// for it, else in Doublet's own words.
  func word(_ problem: Problem, _ call: Call, _ world: World) -> Answer {
    var context = WordingContext(call)
    context.problem = problem
    guard let api = call.api else {
      context.status = problem.status ?? problem.kind.status
      var answer = ownWords(problem, context)
      addHeaders(of: problem, to: &answer, call, context.now)
      return answer
    }
    let wording = Engine.wording(of: problem.wordedKind, api.contract, call.operation)
    let usesHTTP = world.contracts[call.contract].usesHTTPStatuses
    let status =
      problem.status
      ?? Engine.status(
        of: problem.kind,
        usesHTTP ? nil : wording,
        call.operation,
        invalid: fake.configuration.invalidStatus
      )
    context.status = status
    let response = call.operation.flatMap { $0.response(status: status) }
    let offer = response.flatMap { call.offer(of: $0, api) }
    var answer = Answer(status: status)
    if let offer, let shown = problem.shown {
      set(shown, as: offer, of: &answer, call, api)
    } else if let wording, let body = wording.body.filled(in: context) {
      answer.body = JSONWriter.bytes(of: body)
      answer.headers["Content-Type"] = mediaType(of: wording, response, api)
    } else if !setInferred(problem, as: offer, of: &answer, context, world) {
      answer = ownWords(problem, context)
    }
    for header in wording.map({ api.contract.headers[$0.headers.indices] }) ?? [] {
      let text = header.value.text(in: context)
      if !text.isEmpty { answer.headers[header.name] = text }
    }
    addHeaders(of: problem, to: &answer, call, context.now)
    finish(&answer, by: response, call, context)
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

  private func mediaType(of wording: ProblemRow, _ declared: ResponseRow?, _ api: ServedContract) -> String {
    let json = declared?.content.indices.first { api.mediaTypes[$0]?.isJSON == true }
    return json.map { api.contract.mediaTypes[$0].name }
      ?? (wording.mediaType.isEmpty ? "application/problem+json" : wording.mediaType)
  }

  /// Sets the body that a declared response has for a problem; whether there is one. A text is the problem's sentence.
  private func setInferred(
    _ problem: Problem,
    as offer: Offer?,
    of answer: inout Answer,
    _ context: WordingContext,
    _ world: World
  ) -> Bool {
    guard let api = context.call.api, let offer, offer.type.isText, HTTPStatus.hasContent(answer.status) else {
      return false
    }
    func own() -> JSON { ownMembers(of: problem, context) }
    let inferred = api.problems.body(ProblemFacts(problem, context, world), as: offer.index)
    let body: JSON? =
      if offer.isJSON || offer.type.isXML {
        // A schema that says nothing of its members takes the members of RFC 9457.
        inferred.map { $0.object?.isEmpty == true && api.shown.isValid(own(), as: offer.index) ? own() : $0 } ?? own()
      } else {
        inferred?.object == nil && inferred?.array == nil ? .string(problem.detail) : inferred
      }
    guard let body else { return false }
    answer.body = Rendering.bytes(of: body, as: offer.type, root: api.elementName(of: offer.index))
    answer.headers["Content-Type"] = offer.name
    return true
  }

  /// Doublet's own words.
  private func ownWords(_ problem: Problem, _ context: WordingContext) -> Answer {
    OwnAnswer.json(ownMembers(of: problem, context), status: context.status, type: "application/problem+json")
  }

  /// A problem as RFC 9457 has it, with the violations.
  private func ownMembers(of problem: Problem, _ context: WordingContext) -> JSON {
    let violations = problem.violations.map { violation -> JSON in
      [
        "pointer": .string(violation.pointer.description), "code": .string(violation.code),
        "message": .string(violation.message),
      ]
    }
    return OwnAnswer.members(
      status: context.status,
      detail: problem.detail,
      instance: context.call.target.path,
      more: violations.isEmpty ? [] : [("violations", .array(violations))]
    )
  }
}
