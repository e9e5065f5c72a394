import DoubletContracts

/// Finds the operation of a request. A tree over the segments of all paths, under every server path and bare; built once
/// (``RouterBuilder``), and kept in flat tables, so that the way of a path through it reads bytes and nothing else.
/// At each segment a literal beats a mixed segment and that beats a capture, from left to right.
final class Router: Sendable {
  /// An operation on a path.
  final class Route: Sendable {
    let contract: Int
    let operation: Int
    /// Names of the values that the path's segments capture, server variables first.
    let names: [String]
    /// How many of `names` are server variables.
    let serverNames: Int
    /// How many segments of the path are the server's.
    let serverSegments: Int

    init(contract: Int, operation: Int, names: [String], serverNames: Int, serverSegments: Int) {
      self.contract = contract
      self.operation = operation
      self.names = names
      self.serverNames = serverNames
      self.serverSegments = serverSegments
    }
  }

  /// The operations of one path by their methods.
  struct Routes: Sendable {
    private(set) var keys: [String] = []
    private(set) var values: [Route] = []

    subscript(method: String) -> Route? {
      get { keys.firstIndex(of: method).map { values[$0] } }
      set {
        guard let newValue else { return }
        keys.append(method)
        values.append(newValue)
      }
    }
  }

  /// What a path leads to: the routes by method, and the values captured on the way.
  struct Match {
    var routes: Routes
    var values: [String]
  }

  /// A place in the tree.
  struct Node: Sendable {
    /// Run in `literals`.
    var literals = 0..<0
    /// Run in `mixtures`.
    var mixtures = 0..<0
    /// The place that any segment leads to, or -1.
    var capture = -1
    /// Index in `paths`, or -1 where no path ends.
    var path = -1
  }

  /// A segment that leads on where it stands as it is; those of a node are sorted by length, then bytes.
  struct Literal: Sendable {
    /// Run in `text`.
    var text: Range<Int>
    var node: Int
  }

  let nodes: [Node]
  let literals: [Literal]
  let text: [UInt8]
  let mixtures: [(parts: [PathSegment.Part], node: Int)]
  let paths: [Routes]

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
    (nodes, literals, text, mixtures, paths) = builder.tables
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
    return Match(routes: paths[found], values: search.values)
  }
}
