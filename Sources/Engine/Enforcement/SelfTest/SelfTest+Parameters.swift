import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// The pair of requests that proves a rule of a parameter.
  func parameterTrial(of row: EnforcementRow, _ base: Attempt) throws(Unsendable) -> Trial {
    switch row.subject {
    case .parameterRequired(let number):
      return changed(base, expected(number, "required", base)) { $0.parameters[number] = nil }
    case .parameterOnce(let number):
      let keeping = try keeping(base, number)
      return changed(keeping, expected(number, "duplicate", base)) { draft in
        if case .value(let value) = draft.parameters[number] { draft.parameters[number] = .twice(value) }
      }
    case .parameterForm(let number):
      let expected = expected(number, row.rule, base)
      return changed(try keeping(base, number), expected) { $0.parameters[number] = .text("%7B") }
    case .parameterSchema(let number, let rule):
      let probe = try probes.probe(of: rule, base.draft.operation.parameters[number].row.schema, .request)
      let parameter = base.draft.operation.parameters[number]
      let certainty = parameter.certainty(of: rule, probe, maker.sampler)
      let keeping = try certain(certainty) { () throws(Unsendable) in try self.keeping(base, number, probe) }
      let trial = changed(keeping, expected(number, probe.telling.keyword, base, probe.telling.pointer.tokens)) {
        $0.parameters[number] = .value(probe.broken)
      }
      guard let loss = trial.breaking.draft.loss(of: number, fake) else { return trial }
      throw Unsendable(certainty ?? "it cannot be sent: \(loss)", isCertain: certainty != nil)
    default: throw Unsendable("it is no rule of a parameter")
    }
  }

  private func expected(
    _ number: Int,
    _ keyword: String,
    _ base: Attempt,
    _ pointer: [String] = []
  ) -> ExpectedProblem {
    let row = base.draft.operation.parameters[number].row
    let location = row.location.rawValue
    return ExpectedProblem(.invalid, "\(location).\(keyword)", at: [location, row.name] + pointer)
  }

  /// Whether a parameter names a record by one of its members.
  private func findsRecord(_ number: Int, _ base: Attempt) -> Bool {
    let operation = base.draft.operation
    return operation.action?.find.map { operation.parameters[number].row.holds($0.source) } ?? false
  }

  /// The base with the value that keeps a rule; where that cannot be sent, any that keeps all rules will do.
  private func keeping(_ base: Attempt, _ number: Int, _ probe: Probe) throws(Unsendable) -> Attempt {
    // One that names the record keeps the name that it has: there need be none of another.
    if findsRecord(number, base), probe.pointer.tokens.isEmpty, base.draft.parameters[number] != nil { return base }
    var keeping = base
    keeping.draft.parameters[number] = .value(probe.kept)
    return keeping.draft.loss(of: number, fake) == nil ? keeping : try self.keeping(base, number)
  }

  /// What is tried; where it does not come out, the reason that is certain, if there is one.
  private func certain(
    _ certainty: String?,
    _ attempt: () throws(Unsendable) -> Attempt
  ) throws(Unsendable) -> Attempt {
    do throws(Unsendable) { return try attempt() } catch {
      throw certainty.map { Unsendable($0, isCertain: true) } ?? error
    }
  }

  /// The base with a valid value of the parameter.
  private func keeping(_ base: Attempt, _ number: Int) throws(Unsendable) -> Attempt {
    if base.draft.parameters[number] != nil { return base }
    var base = base
    try maker.settle(number, in: &base.draft)
    return base
  }
}
