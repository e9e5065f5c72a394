import DoubletContracts

/// The schemas of what operations take and answer, as far as they are JSON or forms.
struct OperationBodies {
  let contract: Contract

  /// The schema of the body that a success of the action has, -1 for one without a body; nil: it is something else than
  /// JSON.
  func answered(by operation: Int, _ kind: ActionKind) -> Int? {
    let row = contract.operations[operation]
    let declared = contract.responses[row.responses.indices]
    let status =
      kind.statuses.first { declares($0, operation) }
      ?? declared.first { $0.isExact && (200..<300).contains($0.lowest) }?.lowest ?? kind.statuses[0]
    return answered(by: operation, status: status)
  }

  /// The schema of the body that an answer of a status has, likewise.
  func answered(by operation: Int, status: Int) -> Int? {
    let row = contract.operations[operation]
    guard let response = contract.response(of: row, status: status), !response.content.indices.isEmpty, status != 204
    else { return -1 }
    return contract.mediaTypes[response.content.indices].first { MediaTypeName.isJSON($0.name) }?.schema
  }

  /// The schema of the request's body; nil where it takes none that has members.
  func sent(to operation: Int) -> Int? {
    let row = contract.operations[operation]
    guard row.body >= 0 else { return nil }
    let content = contract.mediaTypes[contract.bodies[row.body].content.indices].filter { $0.schema >= 0 }
    return
      (content.first { MediaTypeName.isJSON($0.name) && !$0.name.hasPrefix("application/json-patch+json") }
      ?? content.first { $0.name.hasPrefix("application/x-www-form-urlencoded") }
      ?? content.first { $0.name.hasPrefix("multipart/form-data") })?.schema
  }

  /// Whether the operation declares a status by its number.
  func declares(_ status: Int, _ operation: Int) -> Bool {
    contract.responses[contract.operations[operation].responses.indices].contains {
      $0.isExact && $0.lowest == status
    }
  }

  /// The names of the holes in an operation's path, in order.
  func holes(of operation: Int) -> [String] { PathTemplate.names(in: contract.operations[operation].path) }
}
