public import DoubletContracts

/// A problem that an operation answers by itself, without a fault, when a request or the state calls for it.
public struct ReachableProblem: Sendable, Hashable {
  /// What kind of failure.
  public var kind: ProblemKind
  /// The status that the API gives it.
  public var status: Int
}

extension Fake {
  /// The problems that the operation of that index can answer, in the order of the stages that find them.
  public func reachableProblems(of operation: Int, in api: String) throws(FakeError) -> [ReachableProblem] {
    let served = contracts[try index(of: api)]
    let operation = served.operations[operation]
    return ProblemKind.allCases.filter { operation.reaches($0, served.contract) }
      .sorted { $0.stage < $1.stage }
      .map { kind in
        // Where only the path is found, no operation has a say.
        let speaker = kind.stage == .route ? nil : operation
        let wording = Engine.wording(of: kind, served.contract, speaker)
        let status = Engine.status(of: kind, wording, speaker, invalid: configuration.invalidStatus)
        return ReachableProblem(kind: kind, status: status)
      }
  }
}

extension ServedOperation {
  /// Whether a request for the operation can end in a problem of that kind.
  fileprivate func reaches(_ kind: ProblemKind, _ contract: Contract) -> Bool {
    let asksCredentials = !alternatives.isEmpty && alternatives.allSatisfy { !$0.isEmpty }
    return switch kind {
    case .methodNotAllowed: true
    case .unauthenticated, .forbidden: asksCredentials
    case .tooManyRequests: !quotas.isEmpty
    case .unsupportedMediaType, .malformed: body != nil
    case .notAcceptable: responses.contains { (200..<300).contains($0.lowest) && !$0.content.isEmpty }
    case .invalid: body != nil || !parameters.isEmpty
    case .notFound:
      switch action?.kind {
      case .read, .merge, .delete: true
      case .replace, .create: action.map { contract.resources[$0.resource].parent >= 0 } ?? false
      case .list, .issue, nil: false
      }
    case .conflict:
      switch action?.kind {
      case .create: true
      case .replace, .merge:
        action.map { !contract.resources[$0.resource].unique.isEmpty } ?? false
          || action?.kind == .merge && contents.contains { $0.type.isJSONAPI }
      default: false
      }
    default: false
    }
  }
}
