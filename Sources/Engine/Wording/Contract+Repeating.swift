import DoubletContracts

extension Contract {
  /// Whether an operation reads a record and answers it in words that depend on nothing but the record, the base of
  /// links and what the client accepts: not on the time, on quotas, or on anything else that the request says.
  func isRepeatable(_ operation: OperationRow, quotas: [Int]) -> Bool {
    guard operation.action >= 0, quotas.isEmpty else { return false }
    let action = actions[operation.action]
    guard action.kind == .read, action.select == nil, action.resource >= 0 else { return false }
    let resource = resources[action.resource]
    let answered = responses[operation.responses.indices].flatMap { headers[$0.headers.indices].map(\.value) }
    let templates = [action.answer, resource.answered] + links[resource.links.indices].map(\.path) + answered
    return templates.allSatisfy(\.isRepeatable)
  }
}

extension Template {
  /// Whether it says the same of the same record, whenever and by whomever it is asked for.
  fileprivate var isRepeatable: Bool {
    switch self {
    case .absent, .constant: true
    case .expression(let expression): expression.isRepeatable
    case .text(let pieces):
      pieces.allSatisfy { piece in
        if case .expression(let expression) = piece { expression.isRepeatable } else { true }
      }
    case .array(let parts): parts.allSatisfy(\.isRepeatable)
    case .perViolation: false
    case .object(let members): members.allSatisfy(\.value.isRepeatable)
    }
  }
}

extension Expression {
  fileprivate var isRepeatable: Bool {
    switch self {
    case .status, .title, .key, .record, .recordMember, .link: true
    default: false
    }
  }
}
