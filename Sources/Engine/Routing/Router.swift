import DoubletContracts

/// Finds the operation of a request. A tree over the segments of all paths, under every server path and bare; built once.
/// At each segment a literal beats a mixed segment and that beats a capture, from left to right.
struct Router: Sendable {
  /// An operation on a path.
  struct Route: Sendable {
    var contract: Int
    var operation: Int
    /// Names of the values that the path's segments capture, server variables first.
    var names: [String]
    /// How many of `names` are server variables.
    var serverNames: Int
    /// How many segments of the path are the server's.
    var serverSegments: Int
  }

  struct Node: Sendable {
    var literals: [String: Int] = [:]
    var mixed: [(parts: [PathSegment.Part], node: Int)] = []
    var capture: Int?
    var routes: [String: Route] = [:]
  }

  /// What a path leads to: the routes by method, and the values captured on the way.
  struct Match {
    var routes: [String: Route]
    var values: [String]
  }

  private(set) var nodes: [Node] = [Node()]

  /// Every operation of the contracts, under each of its servers and bare.
  init(_ contracts: [Contract]) throws(FakeError) {
    for (index, contract) in contracts.enumerated() {
      for (operation, row) in contract.operations.enumerated() {
        for server in Router.serverPaths(of: row, in: contract) {
          try add(operation, of: index, under: server, contracts: contracts)
        }
      }
    }
  }

  /// The paths that an operation answers under: its servers' and the bare one.
  static func serverPaths(of operation: OperationRow, in contract: Contract) -> [String] {
    var paths: [String] = []
    for path in contract.servers[operation.servers.indices].map(\.path) + [""] where !paths.contains(path) {
      paths.append(path)
    }
    return paths
  }

  private mutating func add(
    _ operation: Int,
    of index: Int,
    under server: String,
    contracts: [Contract]
  ) throws(FakeError) {
    let row = contracts[index].operations[operation]
    let serverSegments = server.isEmpty ? [] : PathSegment.segments(of: server)
    let segments = serverSegments + PathSegment.segments(of: row.path)
    var node = 0
    for segment in segments { node = child(of: node, for: segment) }
    let route = Route(
      contract: index,
      operation: operation,
      names: segments.flatMap(\.names),
      serverNames: serverSegments.flatMap(\.names).count,
      serverSegments: serverSegments.count
    )
    if let other = nodes[node].routes[row.method] {
      let taken = contracts[other.contract].operations[other.operation]
      throw FakeError(
        "\(contracts[index].place(row.position)): '\(row.id)' and '\(taken.id)' "
          + "(\(contracts[other.contract].place(taken.position))) answer the same requests, \(row.method) \(server)\(row.path); "
          + "serve the two documents in two processes, or give one of them another server path"
      )
    }
    nodes[node].routes[row.method] = route
  }

  private mutating func child(of node: Int, for segment: PathSegment) -> Int {
    switch segment.shape {
    case .literal(let text):
      if let found = nodes[node].literals[text] { return found }
      nodes[node].literals[text] = nodes.count
    case .capture:
      if let found = nodes[node].capture { return found }
      nodes[node].capture = nodes.count
    case .mixed(let parts):
      if let found = nodes[node].mixed.first(where: { $0.parts == parts }) { return found.node }
      nodes[node].mixed.append((parts, nodes.count))
    }
    nodes.append(Node())
    return nodes.count - 1
  }

  /// What a path as sent leads to; nil when there is no operation of any method.
  func match(_ path: String) -> Match? {
    var segments: [String] = []
    for segment in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let decoded = PercentEncoding.decode(String(segment)) else { return nil }
      segments.append(decoded)
    }
    var values: [String] = []
    guard let node = search(segments[...], from: 0, &values) else { return nil }
    return Match(routes: nodes[node].routes, values: values)
  }

  private func search(_ segments: ArraySlice<String>, from node: Int, _ values: inout [String]) -> Int? {
    guard let segment = segments.first else { return nodes[node].routes.isEmpty ? nil : node }
    let rest = segments.dropFirst()
    if let next = nodes[node].literals[segment], let found = search(rest, from: next, &values) { return found }
    let count = values.count
    for (parts, next) in nodes[node].mixed {
      guard let captured = PathSegment.values(of: parts[...], in: segment[...]) else { continue }
      values += captured
      if let found = search(rest, from: next, &values) { return found }
      values.removeLast(values.count - count)
    }
    if let next = nodes[node].capture, !segment.isEmpty {
      values.append(segment)
      if let found = search(rest, from: next, &values) { return found }
      values.removeLast(values.count - count)
    }
    return nil
  }
}
