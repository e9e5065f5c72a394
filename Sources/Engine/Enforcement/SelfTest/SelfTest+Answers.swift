import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// Proves a rule of answers, by judging one that keeps it and one that breaks it; nil for a rule of requests.
  func judgedOutcome(of row: EnforcementRow, from base: Attempt) throws(Unsendable) -> Proof.Outcome? {
    let kept: Answer
    var broken: Answer
    let expected: (code: String, pointer: [String])
    switch row.subject {
    case .answerType(let response):
      kept = try answer(response, base)
      broken = kept
      broken.headers["Content-Type"] = "application/x-doublet-self-test"
      expected = ("header.mediaType", ["header", "Content-Type"])
    case .answerHeader(let response, let header), .answerHeaderForm(let response, let header),
      .answerHeaderSchema(let response, let header, _):
      let index = base.draft.operation.responses[response].headers.start + header
      let texts = try headerTexts(of: row, index)
      let name = api.headers[index].row.name
      var answer = try answer(response, base)
      answer.headers[name] = texts.kept
      kept = answer
      broken = answer
      broken.headers[name] = texts.broken
      expected = ("header.\(texts.keyword)", ["header", name] + texts.pointer)
    case .answerSchema(let response, let mediaType, let rule):
      let content = base.draft.operation.responses[response].content
      let probe = try probes.probe(of: rule, api.contract.mediaTypes[content.start + mediaType].schema, .response)
      kept = try answer(response, mediaType, probe.kept, base)
      broken = try answer(response, mediaType, probe.broken, base)
      expected = ("body.\(probe.telling.keyword)", ["body"] + probe.telling.pointer.tokens)
    default: return nil
    }
    let call = try base.draft.call(of: fake)
    var differences = violations(of: kept, call).map {
      Proof.Difference(request: call.request, expected: "no violation by an answer \(kept.status)", got: "\($0)")
    }
    let found = violations(of: broken, call)
    if !found.contains(where: { $0.code == expected.code && $0.pointer.tokens == expected.pointer }) {
      differences.append(
        Proof.Difference(
          request: call.request,
          expected: "\(expected.code) at \(JSONPointer(tokens: expected.pointer)) by an answer \(broken.status)",
          got: found.isEmpty ? "no violation" : found.map(\.description).joined(separator: "; ")
        )
      )
    }
    return differences.isEmpty ? .proven : .failed(differences)
  }

  /// An answer that keeps a response, with a body of the first media type that one was found of.
  private func answer(_ number: Int, _ base: Attempt) throws(Unsendable) -> Answer {
    var lacks: [Unsendable] = []
    for mediaType in 0..<max(1, base.draft.operation.responses[number].content.count) {
      do throws(Unsendable) { return try answer(number, mediaType, nil, base) } catch { lacks.append(error) }
    }
    throw Unsendable(lacks[0].reason, isCertain: lacks.allSatisfy(\.isCertain))
  }

  /// An answer that keeps a response, with a body of the media type of that number.
  private func answer(_ number: Int, _ mediaType: Int, _ body: JSON?, _ base: Attempt) throws(Unsendable) -> Answer {
    let response = base.draft.operation.responses[number]
    var answer = Answer(status: try status(of: response, base.draft.operation))
    for index in response.headers.indices where api.headers[index].row.isRequired {
      answer.headers[api.headers[index].row.name] = api.shownHeaders.text(of: index) ?? "text"
    }
    guard !response.content.isEmpty else { return answer }
    let row = api.contract.mediaTypes[response.content.start + mediaType]
    let writer = BodyWriter(row: row)
    let value = body ?? (row.schema < 0 ? "text" : maker.sampler.sample(of: row.schema, direction: .response))
    // What is not JSON is not held against its schema.
    let other = MediaType(row.name)?.isJSON == true ? nil : Array("text".utf8)
    guard let bytes = value.flatMap(writer.bytes) ?? other else {
      throw maker.lack(row.schema, .response) ?? Unsendable("no valid body of \(row.name) was found")
    }
    answer.headers["Content-Type"] = writer.contentType
    answer.body = bytes
    return answer
  }

  /// A status that the response, and no closer one, stands for.
  private func status(of response: ResponseRow, _ operation: ServedOperation) throws(Unsendable) -> Int {
    let statuses = max(response.lowest, 200)...max(200, min(response.highest, 599))
    guard let status = statuses.first(where: { operation.response(status: $0) == response })
    else {
      throw Unsendable("every status of it has a response of its own")
    }
    return status
  }

  private func violations(of answer: Answer, _ call: Call) -> [Violation] {
    var exchange = Exchange(
      sequence: 0,
      sandbox: SandboxName.default,
      receivedAt: Instant(seconds: 0),
      request: call.request,
      target: call.target
    )
    exchange.answer = answer
    Engine(fake: fake).judgeAnswer(of: call, &exchange)
    return exchange.violations
  }
}
