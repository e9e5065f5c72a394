import DoubletContracts

/// Grows the router's tree operation by operation, then lays it out in flat tables.
struct RouterBuilder {
  private struct Place {
    var literals: [String: Int] = [:]
    var mixtures: [(parts: [PathSegment.Part], node: Int)] = []
    var capture = -1
    var routes: [Router.Route] = []
  }

  private var places: [Place] = [Place()]
  /// The methods of all operations.
  private(set) var methods: [String] = []
  /// The names of all paths, and where each list of them is: many paths have the same.
  private(set) var names: [String] = []
  private var runs: [[String]: Span] = [:]

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
    let method = number(of: row.method)
    if let other = places[node].routes.first(where: { $0.method == method }) {
      let owner = contracts[Int(other.contract)]
      let taken = owner.operations[Int(other.operation)]
      throw FakeError(
        "\(contracts[index].place(row.position)): '\(row.id)' and '\(taken.id)' "
          + "(\(owner.place(taken.position))) answer the same requests, \(row.method) \(server)\(row.path); "
          + "serve the two documents in two processes, or give one of them another server path"
      )
    }
    places[node].routes.append(
      Router.Route(
        method: method,
        contract: Int32(index),
        operation: Int32(operation),
        serverNames: Int32(serverSegments.flatMap(\.names).count),
        serverSegments: Int32(serverSegments.count),
        names: run(of: segments.flatMap(\.names))
      )
    )
  }

  private mutating func number(of method: String) -> Int32 {
    if let known = methods.firstIndex(of: method) { return Int32(known) }
    methods.append(method)
    return Int32(methods.count - 1)
  }

  private mutating func run(of list: [String]) -> Span {
    if let known = runs[list] { return known }
    let run = Span(start: names.count, count: list.count)
    names += list
    runs[list] = run
    return run
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
      mixtures: [(parts: [PathSegment.Part], node: Int)], paths: [Span], routes: [Router.Route]
    )
  {
    var nodes: [Router.Node] = []
    var literals: [Router.Literal] = []
    var text: [UInt8] = []
    var mixtures: [(parts: [PathSegment.Part], node: Int)] = []
    var paths: [Span] = []
    var routes: [Router.Route] = []
    for place in places {
      var node = Router.Node()
      let start = literals.count
      for (literal, next) in RouterBuilder.sorted(place.literals) {
        literals.append(Router.Literal(text: Span(start: text.count, count: literal.count), node: Int32(next)))
        text += literal
      }
      node.literals = Span(start: start, count: literals.count - start)
      node.mixtures = Span(start: mixtures.count, count: place.mixtures.count)
      mixtures += place.mixtures
      node.capture = Int32(place.capture)
      if !place.routes.isEmpty {
        node.path = Int32(paths.count)
        paths.append(Span(start: routes.count, count: place.routes.count))
        routes += place.routes
      }
      nodes.append(node)
    }
    return (nodes, literals, text, mixtures, paths, routes)
  }

  private static func sorted(_ literals: [String: Int]) -> [(bytes: [UInt8], node: Int)] {
    literals.map { (Array($0.key.utf8), $0.value) }
      .sorted { $0.0.count != $1.0.count ? $0.0.count < $1.0.count : $0.0.lexicographicallyPrecedes($1.0) }
  }
}
