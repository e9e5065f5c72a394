import DoubletContracts

/// The paths of all operations, made ready for telling which of them somebody may have meant.
struct NearestPaths: Sendable {
  private var paths: [Nearest.Candidate] = []
  /// The operations of each path: `GET /orders`.
  private var operations: [[String]] = []

  init(_ contracts: [Contract]) {
    var places: [String: Int] = [:]
    for operation in contracts.lazy.flatMap(\.operations) {
      let place = places[operation.path] ?? paths.count
      if place == paths.count {
        places[operation.path] = place
        paths.append(Nearest.Candidate(operation.path))
        operations.append([])
      }
      operations[place].append("\(operation.method) \(operation.path)")
    }
  }

  /// Up to three operations whose paths are nearest, the nearest first.
  func nearest(to path: String) -> [String] {
    Array(Nearest.places(of: path, among: paths).flatMap { operations[$0] }.prefix(3))
  }
}
