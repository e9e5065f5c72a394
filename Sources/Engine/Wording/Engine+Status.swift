import DoubletContracts

extension Engine {
  /// The status of a success: the first of those that would fit that the operation declares, else the first success that
  /// it declares. One that declares only a range or `default` has the best that would fit, one that only redirects that
  /// redirection.
  static func status(among fitting: [Int], _ operation: ServedOperation) -> Int {
    if let declared = fitting.first(where: operation.declares) { return declared }
    let exact = operation.exactStatuses
    if let success = exact.first(where: (200..<300).contains) { return success }
    let best = fitting.first ?? 200
    if operation.responses.contains(where: { !$0.isDefault && $0.lowest <= best && best <= $0.highest }) { return best }
    return exact.first(where: (300..<400).contains) ?? best
  }

  /// The responses that a success can have: those declared for successes, else `default`.
  static func successes(of operation: ServedOperation) -> [ResponseRow] {
    let successes = operation.responses.filter { (200..<300).contains($0.lowest) }
    if !successes.isEmpty { return successes }
    let redirects = operation.exactStatuses.contains(where: (300..<400).contains)
    return redirects ? [] : operation.responses.filter(\.isDefault)
  }

  /// The status of a problem: what the wording says, else the first that the operation declares for it, else the kind's,
  /// also where the operation declares only a range or `default` that holds it.
  ///
  /// - Parameter invalid: The status of `invalid` problems, where it is set for all APIs.
  static func status(
    of kind: ProblemKind,
    _ wording: ProblemRow?,
    _ operation: ServedOperation?,
    invalid: Int? = nil
  ) -> Int {
    if kind == .invalid, let invalid { return invalid }
    if let wording, wording.status != 0 { return wording.status }
    let candidates: [Int] =
      switch kind {
      case .malformed: [400, 422]
      case .invalid: [422, 400]
      default: []
      }
    return candidates.first { operation?.declares($0) ?? false } ?? kind.status
  }
  /// Whether the contract of an operation has an answer for a request that breaks a rule.
  static func declaresInvalid(_ operation: ServedOperation, _ api: ServedContract) -> Bool {
    let status = status(of: .invalid, wording(of: .invalid, api.contract, operation), operation)
    return operation.response(status: status) != nil
  }
}
