import DoubletContracts

extension SchemaTables {
  /// Which schemas must be remembered while they run: at least one on each way from a schema to itself that takes no step
  /// down the instance (`{"$ref": "#"}`); all of them where the meaning of a reference depends on the way to it.
  func schemasThatNeedFrames() -> [Bool] {
    guard scopes.anchors.isEmpty else { return Array(repeating: true, count: schemas.count) }
    var search = CycleSearch(count: schemas.count)
    for schema in schemas.indices { search.visit(schema, edges: schemasInPlace) }
    return search.closes
  }

  private func schemasInPlace(of schema: Int) -> [Int] {
    program(of: schema).flatMap { schemasInPlace(of: $0) }
  }
}

/// A search in depth that marks where a way comes back to itself. Without recursion: a chain of references may be long.
private struct CycleSearch {
  private enum Mark { case unseen, open, done }
  private var marks: [Mark]
  /// Whether a cycle closes at the node. Each cycle has such a node.
  private(set) var closes: [Bool]

  init(count: Int) {
    marks = Array(repeating: .unseen, count: count)
    closes = Array(repeating: false, count: count)
  }

  mutating func visit(_ start: Int, edges: (Int) -> [Int]) {
    guard marks[start] == .unseen else { return }
    marks[start] = .open
    var stack = [(node: start, rest: edges(start)[...])]
    while let top = stack.last {
      guard let next = top.rest.first else {
        marks[top.node] = .done
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].rest.removeFirst()
      switch marks[next] {
      case .open: closes[next] = true
      case .done: break
      case .unseen:
        marks[next] = .open
        stack.append((next, edges(next)[...]))
      }
    }
  }
}
