import DoubletContracts

/// Finds the operation of a request. A tree over the segments of all paths, under every server path and bare; built once
/// (``RouterBuilder``), and kept in flat tables, so that the way of a path through it reads bytes and nothing else.
/// At each segment a literal beats a mixed segment and that beats a capture, from left to right.
final class Router: Sendable {
  /// An operation on a path.
  struct Route: Sendable {
    /// Index in `methods`.
    let method: Int32
    let contract: Int32
    let operation: Int32
    /// How many of its names are server variables.
    let serverNames: Int32
    /// How many segments of the path are the server's.
    let serverSegments: Int32
    /// Names of the values that the path's segments capture, server variables first: run in `names`.
    let names: Span
  }

  /// What a path leads to: an operation for each method, and the values captured on the way.
  struct Match {
    fileprivate let router: Router
    fileprivate let run: Span
    let values: [String]

    /// The operation of a method; nil: there is none.
    subscript(method: String) -> Route? {
      for index in run.indices where router.methods[Int(router.routes[index].method)] == method {
        return router.routes[index]
      }
      return nil
    }

    /// The operations of all methods.
    var routes: ArraySlice<Route> { router.routes[run.indices] }

    /// Their methods, in the order of the document.
    var methods: [String] { routes.map { router.methods[Int($0.method)] } }

    /// The names of the values of an operation.
    func names(of route: Route) -> ArraySlice<String> { router.names[route.names.indices] }
  }

  /// A place in the tree.
  struct Node: Sendable {
    /// Run in `literals`.
    var literals = Span.empty
    /// Run in `mixtures`.
    var mixtures = Span.empty
    /// The place that any segment leads to, or -1.
    var capture: Int32 = -1
    /// Index in `paths`, or -1 where no path ends.
    var path: Int32 = -1
  }

  /// A segment that leads on where it stands as it is; those of a node are sorted by length, then bytes.
  struct Literal: Sendable {
    /// Run in `text`.
    var text: Span
    var node: Int32
  }

  let nodes: [Node]
  let literals: [Literal]
  let text: [UInt8]
  let mixtures: [(parts: [PathSegment.Part], node: Int)]
  /// For each path its run in `routes`.
  let paths: [Span]
  let routes: [Route]
  let methods: [String]
  let names: [String]

  /// Every operation of the contracts, under each of its servers and bare.
  init(_ contracts: [Contract]) throws(FakeError) {
    var builder = RouterBuilder()
    for (index, contract) in contracts.enumerated() {
      for (operation, row) in contract.operations.enumerated() {
        for server in Router.serverPaths(of: row, in: contract) {
          try builder.add(operation, of: index, under: server, contracts: contracts)
        }
      }
    }
    let tables = builder.tables
    (nodes, literals, text, mixtures) = (tables.nodes, tables.literals, tables.text, tables.mixtures)
    (paths, routes, methods, names) = (tables.paths, tables.routes, builder.methods, builder.names)
  }

  /// The paths that an operation answers under: its servers' and the bare one.
  static func serverPaths(of operation: OperationRow, in contract: Contract) -> [String] {
    var paths: [String] = []
    for path in contract.servers[operation.servers.indices].map(\.path) + [""] where !paths.contains(path) {
      paths.append(path)
    }
    return paths
  }

  /// What a path as sent leads to; nil when there is no operation of any method.
  func match(_ path: String) -> Match? {
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    var path = path
    return path.withUTF8 { bytes in
      bytes.contains(UInt8(ascii: "%")) ? matchEscaped(bytes) : match(bytes, segments: nil)
    }
  }

  /// An escaped slash parts no segment: the segments are decoded one by one, and where they end is noted.
  private func matchEscaped(_ path: UnsafeBufferPointer<UInt8>) -> Match? {
    var decoded: [UInt8] = []
    var ends: [Int] = []
    for segment in path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let text = PercentEncoding.decode(String(decoding: segment, as: UTF8.self)) else { return nil }
      decoded.append(UInt8(ascii: "/"))
      decoded += text.utf8
      ends.append(decoded.count)
    }
    return decoded.withUnsafeBufferPointer { match($0, segments: ends) }
  }

  private func match(_ path: UnsafeBufferPointer<UInt8>, segments: [Int]?) -> Match? {
    var search = RouteSearch(router: self, path: path, ends: segments)
    guard let found = search.node(from: 0, at: 0, segment: 0) else { return nil }
    return Match(router: self, run: paths[found], values: search.values)
  }
}
