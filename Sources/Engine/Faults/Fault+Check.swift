import DoubletContracts

extension Fault {
  /// Refuses a fault that can never fire on any operation of the contracts, with the nearest right names.
  func check(_ contracts: [Contract]) throws(FakeError) {
    guard times.canHappen else {
      throw FakeError("Of the requests that reach it, the fault is for \(times), which is none; it would never fire.")
    }
    guard (0...Fault.longestRetry).contains(retryAfter ?? 0) else {
      throw FakeError("A retryAfter of \(retryAfter ?? 0) s cannot be told; it is from 0 to \(Fault.longestRetry).")
    }
    guard retryAfter == nil || kind == .tooManyRequests || kind == .unavailable else {
      throw FakeError(
        "Only a 429 and a 503 can tell when to come back; retryAfter has no meaning for "
          + "\(kind.map { "'\($0.rawValue)'" } ?? "a delivery")."
      )
    }
    let contracts = contracts.filter { api == nil || api == $0.info.name }
    try checkScope(contracts)
    let names = contracts.flatMap { contract in
      contract.operations.filter { covers($0, of: contract) }
        .flatMap { PathSegment.segments(of: $0.path).flatMap(\.names) }
    }
    for name in (condition?.path.keys ?? [:].keys).sorted() where !names.contains(name) {
      throw FakeError(
        "No operation of the fault has a path parameter '\(name)'\(Nearest.hint(for: name, among: Set(names).sorted())); "
          + "the fault would never fire."
      )
    }
  }

  /// Ten years, in seconds.
  private static let longestRetry = 315_360_000

  private func checkScope(_ contracts: [Contract]) throws(FakeError) {
    let found = contracts.filter { contract in contract.operations.contains { covers($0, of: contract) } }
    switch scope {
    case .all: return
    case .operation(let id):
      if found.count > 1 {
        throw FakeError(
          "The operation '\(id)' is there in \(found.map(\.info.name).joined(separator: ", ")); "
            + "write \(found[0].info.name)/\(id)."
        )
      }
      guard found.isEmpty else { return }
      let all = contracts.flatMap { $0.operations.map(\.id) }
      let names = all + contracts.flatMap { contract in contract.operations.map { "\(contract.info.name)/\($0.id)" } }
      let hint = Nearest.hint(for: id, among: names)
      throw FakeError(
        "There is no operation '\(id)'\(hint.isEmpty ? "; there are \(all.prefix(12).joined(separator: ", "))" : hint)."
      )
    case .match(let method, let path):
      guard found.isEmpty else { return }
      let all = contracts.flatMap { $0.operations.map { "\($0.method) \($0.path)" } }
      let hint = Nearest.hint(for: "\(method ?? "GET") \(path)", among: all)
      throw FakeError(
        "No operation answers \(method.map { "\($0) " } ?? "")\(path)\(hint); the fault would never fire."
      )
    }
  }

  /// Whether requests of an operation are in the fault's scope.
  private func covers(_ operation: OperationRow, of contract: Contract) -> Bool {
    switch scope {
    case .all: true
    case .operation(let id): operation.id == id || "\(contract.info.name)/\(operation.id)" == id
    case .match(let method, let path):
      (method == nil || method == operation.method || (method == "HEAD" && operation.method == "GET"))
        && Router.serverPaths(of: operation, in: contract).contains {
          PathPattern.meets(path, template: $0 + operation.path)
        }
    }
  }
}

extension Fault.Times {
  /// Whether there is a request that it fires on.
  fileprivate var canHappen: Bool {
    switch self {
    case .always, .after: true
    case .first(let count), .every(let count): count >= 1
    case .between(let first, let last): first >= 1 && last >= first
    case .probability(let chance): chance > 0
    }
  }
}

extension PathPattern {
  /// Whether some path of a template has the form of a pattern.
  static func meets(_ pattern: String, template: String) -> Bool {
    let segments = PathSegment.segments(of: template)
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in parts.enumerated() {
      if part == "**", index == parts.count - 1 { return index <= segments.count }
      guard index < segments.count else { return false }
      if isAny(part) { continue }
      switch segments[index] {
      case .literal(let text): if text != part { return false }
      case .capture: continue
      case .mixed(let pieces): if PathSegment.values(of: pieces[...], in: part) == nil { return false }
      }
    }
    return parts.count == segments.count
  }
}
