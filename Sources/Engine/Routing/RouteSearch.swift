import DoubletContracts

/// The way of one path through the router's tree.
struct RouteSearch {
  private let router: Router
  private let path: UnsafeBufferPointer<UInt8>
  /// Where each segment ends; nil: before the next slash.
  private let ends: [Int]?
  /// The values captured so far.
  private(set) var values: [String] = []

  init(router: Router, path: UnsafeBufferPointer<UInt8>, ends: [Int]?) {
    self.router = router
    self.path = path
    self.ends = ends
  }

  /// The index of the path that the rest of the segments leads to; `start` is the offset of the slash before it.
  mutating func node(from node: Int, at start: Int, segment: Int) -> Int? {
    guard start < path.count else { return router.nodes[node].path < 0 ? nil : Int(router.nodes[node].path) }
    let end = end(of: segment, from: start + 1)
    let bytes = UnsafeBufferPointer(rebasing: path[start + 1..<end])
    let place = router.nodes[node]
    if let next = literal(bytes, among: place.literals.indices),
      let found = self.node(from: next, at: end, segment: segment + 1)
    {
      return found
    }
    let count = values.count
    for index in place.mixtures.indices {
      let (parts, next) = router.mixtures[index]
      guard let captured = PathSegment.values(of: parts[...], in: String(decoding: bytes, as: UTF8.self)[...]) else {
        continue
      }
      values += captured
      if let found = self.node(from: next, at: end, segment: segment + 1) { return found }
      values.removeLast(values.count - count)
    }
    guard place.capture >= 0, !bytes.isEmpty else { return nil }
    values.append(String(decoding: bytes, as: UTF8.self))
    if let found = self.node(from: Int(place.capture), at: end, segment: segment + 1) { return found }
    values.removeLast(values.count - count)
    return nil
  }

  private func end(of segment: Int, from start: Int) -> Int {
    if let ends { return ends[segment] }
    var end = start
    while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
    return end
  }

  /// The place that a literal of these bytes leads to, by halves.
  private func literal(_ bytes: UnsafeBufferPointer<UInt8>, among run: Range<Int>) -> Int? {
    var (low, high) = (run.lowerBound, run.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let order = order(of: bytes, to: router.literals[middle].text.indices)
      if order == 0 { return Int(router.literals[middle].node) }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    return nil
  }

  /// Below 0 where the bytes stand before a literal: the shorter first, else by their values.
  private func order(of bytes: UnsafeBufferPointer<UInt8>, to literal: Range<Int>) -> Int {
    guard bytes.count == literal.count else { return bytes.count - literal.count }
    return router.text.withUnsafeBufferPointer { text in
      for offset in 0..<bytes.count {
        let difference = Int(bytes[offset]) - Int(text[literal.lowerBound + offset])
        if difference != 0 { return difference }
      }
      return 0
    }
  }
}
