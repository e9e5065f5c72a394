import DoubletJSON

/// Which members or elements of one value were evaluated, by position.
struct Notes {
  private var words: [UInt64]
  private var isComplete = false

  /// No notes on a value.
  init(_ value: JSONCursor) {
    words = Array(repeating: 0, count: (value.count + 63) / 64)
  }

  mutating func insert(_ position: Int) { words[position / 64] |= 1 << UInt64(position % 64) }

  mutating func insertAll() { isComplete = true }

  mutating func formUnion(_ other: Notes) {
    isComplete = isComplete || other.isComplete
    for index in words.indices { words[index] |= other.words[index] }
  }

  func contains(_ position: Int) -> Bool {
    isComplete || words[position / 64] & 1 << UInt64(position % 64) != 0
  }
}
