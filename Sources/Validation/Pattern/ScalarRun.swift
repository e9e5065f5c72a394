/// One class repeated from the start of the text to its end, as in `^[A-Z0-9_]{1,50}$`.
///
/// Most patterns of real documents have this shape, and it needs no program: count code points while they belong.
struct ScalarRun: Sendable {
  let set: ScalarSet
  let minimum: Int
  let maximum: Int

  /// Recognises the shape `^ class quantifier? $`, groups around the class included; nil for any other.
  init?(_ root: PatternNode) {
    guard case .sequence(let nodes) = root, nodes.count == 3,
      case .assertion(.start) = nodes[0], case .assertion(.end) = nodes[2]
    else { return nil }
    switch nodes[1].withoutGroup {
    case .scalar(let set):
      self.set = set
      self.minimum = 1
      self.maximum = 1
    case .repetition(let node, let repetition):
      guard case .scalar(let set) = node.withoutGroup else { return nil }
      self.set = set
      self.minimum = repetition.minimum
      self.maximum = repetition.maximum ?? .max
    default: return nil
    }
  }

  func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= minimum else { return false }
    var index = 0
    var length = 0
    while index < text.count {
      let (value, width) = text.scalar(at: index)
      guard set.contains(value), length < maximum else { return false }
      index += width
      length += 1
    }
    return length >= minimum
  }
}

extension PatternNode {
  /// The node inside any capturing group, which matters only to back-references.
  fileprivate var withoutGroup: PatternNode {
    if case .capture(_, let node) = self { return node.withoutGroup }
    return self
  }
}
