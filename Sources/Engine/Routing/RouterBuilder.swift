import DoubletContracts

/// Grows the router's tree operation by operation, then lays it out in flat tables.
struct RouterBuilder {
  private struct Place {
    var literals: [String: Int] = [:]
    var mixtures: [(parts: [PathSegment.Part], node: Int)] = []
    var capture = -1
    var routes = Router.Routes()
  }

  private var places: [Place] = [Place()]

  /// Adds an operation under a server's path.
  mutating func add(
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
    if let other = places[node].routes[row.method] {
      let taken = contracts[other.contract].operations[other.operation]
      throw FakeError(
        "\(contracts[index].place(row.position)): '\(row.id)' and '\(taken.id)' "
          + "(\(contracts[other.contract].place(taken.position))) answer the same requests, \(row.method) \(server)\(row.path); "
          + "serve the two documents in two processes, or give one of them another server path"
      )
    }
    places[node].routes[row.method] = Router.Route(
      contract: index,
      operation: operation,
      names: segments.flatMap(\.names),
      serverNames: serverSegments.flatMap(\.names).count,
      serverSegments: serverSegments.count
    )
  }

  private mutating func child(of node: Int, for segment: PathSegment) -> Int {
    switch segment.shape {
    case .literal(let text):
      if let found = places[node].literals[text] { return found }
      places[node].literals[text] = places.count
    case .capture:
      if places[node].capture >= 0 { return places[node].capture }
      places[node].capture = places.count
    case .mixed(let parts):
      if let found = places[node].mixtures.first(where: { $0.parts == parts }) { return found.node }
      places[node].mixtures.append((parts, places.count))
    }
    places.append(Place())
    return places.count - 1
  }

  /// The tree in flat tables.
  var tables:
    (
      nodes: [Router.Node], literals: [Router.Literal], text: [UInt8],
      mixtures: [(parts: [PathSegment.Part], node: Int)], paths: [Router.Routes]
    )
  {
    var nodes: [Router.Node] = []
    var literals: [Router.Literal] = []
    var text: [UInt8] = []
    var mixtures: [(parts: [PathSegment.Part], node: Int)] = []
    var paths: [Router.Routes] = []
    for place in places {
      var node = Router.Node()
      let start = literals.count
      for (literal, next) in RouterBuilder.sorted(place.literals) {
        literals.append(Router.Literal(text: text.count..<text.count + literal.count, node: next))
        text += literal
      }
      node.literals = start..<literals.count
      node.mixtures = mixtures.count..<mixtures.count + place.mixtures.count
      mixtures += place.mixtures
      node.capture = place.capture
      if !place.routes.keys.isEmpty {
        node.path = paths.count
        paths.append(place.routes)
      }
      nodes.append(node)
    }
    return (nodes, literals, text, mixtures, paths)
  }

  private static func sorted(_ literals: [String: Int]) -> [(bytes: [UInt8], node: Int)] {
    literals.map { (Array($0.key.utf8), $0.value) }
      .sorted { $0.0.count != $1.0.count ? $0.0.count < $1.0.count : $0.0.lexicographicallyPrecedes($1.0) }
  }
}
