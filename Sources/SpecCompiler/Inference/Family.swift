import DoubletContracts

/// The operations on one collection: those of `/things`, those of `/things/{id}`, and those of paths such as
/// `/things/findByStatus` beside the records.
struct Family {
  /// The collection's path without the names of its holes: `/users/{}/orders`.
  var shape: [String]
  /// The operations on the collection's own path, by method.
  var collection: [String: Int] = [:]
  /// The operations on the path of one of its records, by method.
  var item: [String: Int] = [:]
  /// Whether paths go through a record of it.
  var hasItemPath = false
  /// The operations that read from paths beside the records'.
  var beside: [Int] = []

  /// The last word of the path: `orders`.
  var name: String { shape.last { $0 != Family.hole } ?? "" }
  /// How many holes the collection's path has.
  var depth: Int { shape.count { $0 == Family.hole } }
  /// Whether the collection is found by a hole: `/repositories/{owner}`.
  var endsInHole: Bool { shape.last == Family.hole }

  static let hole = "{}"

  /// The families of a contract's operations, those of the longest paths first, since the end of a path says more.
  static func all(of operations: [OperationRow]) -> [Family] {
    var families: [[String]: Family] = [:]
    func change(_ shape: [String], _ body: (inout Family) -> Void) {
      body(&families[shape, default: Family(shape: shape)])
    }
    for (index, row) in operations.enumerated() {
      let shape = segments(of: row.path)
      guard !shape.isEmpty else { continue }
      change(shape) { $0.collection[row.method] = index }
      if shape.last == hole, shape.count > 1 { change(shape.dropLast()) { $0.item[row.method] = index } }
      if row.method == "GET", shape.count > 1, shape.last != hole {
        change(shape.dropLast()) { $0.beside.append(index) }
      }
      for end in shape.indices.dropFirst() where shape[end] == hole {
        change(Array(shape[..<end])) { $0.hasItemPath = true }
      }
    }
    return families.values.sorted { first, second in
      first.shape.count != second.shape.count
        ? first.shape.count > second.shape.count : first.shape.lexicographicallyPrecedes(second.shape)
    }
  }

  /// The segments of a path, `{}` for a hole, without the `.json` and the slash at its end.
  static func segments(of path: String) -> [String] {
    let segments = PathTemplate.shape(of: path).split(separator: "/").map(String.init)
    guard let last = segments.last, let dot = last.lastIndex(of: "."),
      ["json", "xml"].contains(last[dot...].dropFirst())
    else { return segments }
    return segments.dropLast() + [String(last[..<dot])]
  }
}
