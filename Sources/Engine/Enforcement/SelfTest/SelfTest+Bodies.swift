import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// The pair of requests that proves a rule of the body.
  func bodyTrial(of row: EnforcementRow, _ base: Attempt) throws(Unsendable) -> Trial {
    switch row.subject {
    case .bodyRequired:
      return changed(base, ExpectedProblem(.malformed, "body.required", at: ["body"])) { $0.body = nil }
    case .bodyForm(let number):
      return try changed(keeping(base, number), ExpectedProblem(.malformed, "body.malformed", at: ["body"]), text: "{")
    case .bodyKeys(let number):
      let expected = ExpectedProblem(.invalid, "body.duplicateKey", at: ["body", "a"])
      return try changed(keeping(base, number), expected, text: #"{"a":1,"a":1}"#)
    case .bodySchema(let number, let rule):
      let content = base.draft.operation.contents[number]
      guard api.contract.judges(content.row, as: content.type.kind) else {
        throw Unsendable("no body of \(content.row.name) is held against its schema")
      }
      let probe = try probe(of: rule, content.row.schema)
      let broken = try breaking(rule, probe, content, number)
      // Where the value that keeps it cannot be sent, any that keeps all rules will do.
      var keeping = base
      keeping.draft.body = .value(probe.kept, type: number)
      if content.loss(of: probe.kept, api) != nil { keeping = try self.keeping(base, number) }
      let told = probe.telling
      let violations = Judge.violations(of: probe.broken, against: content.row.schema, api.validator, at: ["body"])
      let isConflict = RecordRules.isTypeConflict(violations, base.draft.operation, content.type)
      let kind: ProblemKind = isConflict ? .conflict : .invalid
      let expected = ExpectedProblem(kind, "body.\(told.keyword)", at: ["body"] + told.pointer.tokens)
      return changed(keeping, expected) { $0.body = broken }
    default: throw Unsendable("it is no rule of a body")
    }
  }

  /// The probe of a rule; where there is none the reason, which may be that no body is long enough to break it.
  private func probe(of rule: SchemaRule, _ schema: Int) throws(Unsendable) -> Probe {
    do throws(Unsendable) { return try probes.probe(of: rule, schema, .request) } catch {
      let tables = api.contract.schemas
      // A character takes a byte at least, whatever the media type.
      let isBeyondBodies = tables.instructions.indices.contains { index in
        let step = tables.instructions[index]
        return step.opcode == .maxLength && tables.positions[index] == rule.position
          && Int(step.a) >= Request.mostBodyBytes
      }
      guard rule.keyword == "maxLength", isBeyondBodies else { throw error }
      throw Unsendable("what breaks it is longer than the \(Request.mostBodyBytes) bytes of a body", isCertain: true)
    }
  }

  /// The body that breaks a rule.
  private func breaking(
    _ rule: SchemaRule,
    _ probe: Probe,
    _ content: ServedContent,
    _ number: Int
  ) throws(Unsendable) -> RequestDraft.Body {
    guard let loss = content.loss(of: probe.broken, api) else { return .value(probe.broken, type: number) }
    if let body = content.body(breaking: probe.broken, at: probe.pointer, api) { return body }
    // An empty form is no body: it has another member.
    if probe.broken.object?.isEmpty == true, content.type.kind == .form {
      let other = JSON.object(["notInTheContract": "text"])
      let told = api.validator.explain(other, against: content.row.schema, direction: .request)
      let isTold = told.contains { $0.code == "body.\(probe.telling.keyword)" && $0.pointer == probe.telling.pointer }
      if isTold, content.loss(of: other, api) == nil { return .value(other, type: number) }
    }
    let certainty = rule.keyword == "type" ? content.certainty(ofTypeAt: probe.pointer.tokens) : nil
    throw Unsendable(certainty ?? loss, isCertain: certainty != nil)
  }

  /// The base with a valid body of the media type of that number.
  private func keeping(_ base: Attempt, _ number: Int) throws(Unsendable) -> Attempt {
    guard let value = maker.bodySample(number, of: base.draft.operation) else {
      throw maker.lack(base.draft.operation.contents[number].row.schema, .request)
        ?? Unsendable("no valid body was found")
    }
    var base = base
    base.draft.body = .value(value, type: number)
    return base
  }

  /// A trial whose breaking request has a text for its body.
  private func changed(_ keeping: Attempt, _ expected: ExpectedProblem, text: String) throws(Unsendable) -> Trial {
    guard let type = try keeping.draft.request().headers["Content-Type"] else { throw Unsendable("there is no body") }
    return changed(keeping, expected) { $0.body = .bytes(Array(text.utf8), contentType: type) }
  }
}
