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
      var keeping = base
      // One that names the record keeps the name that it has: there need be none of another.
      if !findsRecord(number, base) || !probe.pointer.tokens.isEmpty || base.draft.parameters[number] == nil {
        keeping.draft.parameters[number] = .value(probe.kept)
      }
      let trial = changed(keeping, expected(number, probe.telling.keyword, base, probe.telling.pointer.tokens)) {
        $0.parameters[number] = .value(probe.broken)
      }
      for draft in [trial.keeping.draft, trial.breaking.draft] {
        guard let loss = draft.loss(of: number, fake) else { continue }
        let parameter = base.draft.operation.parameters[number]
        let certainty = parameter.certainty(of: rule, probe)
        throw Unsendable(certainty ?? "it cannot be sent: \(loss)", isCertain: certainty != nil)
      }
      return trial
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

  /// The base with a valid value of the parameter.
  private func keeping(_ base: Attempt, _ number: Int) throws(Unsendable) -> Attempt {
    if base.draft.parameters[number] != nil { return base }
    var base = base
    try maker.settle(number, in: &base.draft)
    return base
  }
}
