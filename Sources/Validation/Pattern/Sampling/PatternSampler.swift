import DoubletContracts

/// Writes texts that an expression may match, from its syntax tree.
///
/// Assertions and look-around are not solved but hoped for: what a look-ahead asks is woven into the characters that
/// follow, and whoever asks must judge the text with the pattern itself.
struct PatternSampler {
  private var random: RandomStream
  /// Whether characters and lengths are drawn; the plainest ones otherwise.
  private let isVaried: Bool
  /// How many characters more than the least the text should have.
  private var spare = 0
  /// Characters that a look-ahead asks for, to be used where the expression lets them.
  private var asked: [UInt32] = []
  private var groups: [Int: [UInt32]] = [:]
  private var text: [UInt32] = []

  /// A sampler of texts that are a function of what `random` was made of.
  init(random: RandomStream, isVaried: Bool) {
    self.random = random
    self.isVaried = isVaried
  }

  /// A text for an expression whose length lies, where it can, in these bounds.
  mutating func text(for root: PatternNode, length: ClosedRange<Int>) -> String {
    let shortest = root.shortest
    let wanted = max(length.lowerBound, min(length.upperBound, max(shortest, isVaried ? random.next(below: 12) : 8)))
    (spare, asked, groups, text) = (max(0, wanted - shortest), [], [:], [])
    write(root)
    // An expression without an end anchor says nothing of what follows.
    let least = isVaried ? wanted : length.lowerBound
    if !root.endsAtEnd { while text.count < least { text.append(letter) } }
    if !root.startsAtStart { while text.count < least { text.insert(letter, at: 0) } }
    return String(String.UnicodeScalarView(text.compactMap { Unicode.Scalar($0) }))
  }

  private var letter: UInt32 {
    mutating get { 0x61 + UInt32(isVaried ? random.next(below: 26) : 0) }
  }

  private mutating func write(_ node: PatternNode) {
    switch node {
    case .empty, .assertion: break
    case .scalar(let set): text.append(character(of: set))
    case .sequence(let nodes): for node in nodes { write(node) }
    case .alternation(let nodes):
      let choice = isVaried ? random.next(below: nodes.count) : 0
      let chosen = nodes[choice]
      spare = max(0, spare - (chosen.shortest - (nodes.map(\.shortest).min() ?? 0)))
      write(chosen)
    case .repetition(let node, let repetition): write(node, repetition)
    case .capture(let group, let node):
      let start = text.count
      write(node)
      groups[group] = Array(text[start...])
    case .backReference(let group): text += groups[group] ?? []
    case .look(let look, let node):
      guard !look.isNegative, !look.isBehind else { return }
      asked += node.leastCharacters
    }
  }

  private mutating func write(_ node: PatternNode, _ repetition: PatternRepetition) {
    let least = max(1, node.shortest)
    var times = repetition.minimum + min(spare / least, (repetition.maximum ?? .max) - repetition.minimum)
    if isVaried, times > repetition.minimum, random.next(below: 2) == 0 {
      times = repetition.minimum + random.next(below: times - repetition.minimum + 1)
    }
    for time in 0..<min(times, 100_000) {
      if time >= repetition.minimum {
        guard spare >= least else { break }
        spare -= least
      }
      write(node)
    }
  }

  /// A character of a set: one that is asked for, else a letter, a digit, or whatever there is.
  private mutating func character(of set: ScalarSet) -> UInt32 {
    if let index = asked.firstIndex(where: set.contains) { return asked.remove(at: index) }
    for range in Self.preferred {
      let found = range.filter(set.contains)
      guard !found.isEmpty else { continue }
      return found[isVaried ? random.next(below: found.count) : 0]
    }
    if let found = set.ranges.first(where: { !set.isInverted && $0.upper >= 0x80 }) {
      return max(found.lower, min(found.upper, 0xA1))
    }
    return (0...0x2FFFF).first(where: set.contains) ?? 0x61
  }

  private static let preferred: [[UInt32]] = [
    Array(0x61...0x7A), Array(0x41...0x5A), Array(0x30...0x39), [0x2D, 0x5F, 0x2E], Array(0x21...0x7E), [0x20],
    [0xE9, 0xDF, 0x3B1, 0x436, 0x5D0, 0x627, 0x4E2D, 0x3042, 0xAC00, 0x1F600],
  ]
}
