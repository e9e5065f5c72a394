import HashTreeCollections

/// Keys in the order in which they came. A persistent map of short runs: a copy shares all but the run that is written,
/// and a walk begins at once, however many there are.
struct InsertionOrder: Sendable {
  private struct Slot: Sendable {
    var number: Int
    var key: String
  }

  private static let runLength = 64

  private var runs: TreeDictionary<Int, [Slot]> = [:]
  /// The places from the first run to the last.
  private var spread = 0..<0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Adds a key whose number is above those of all others.
  mutating func append(_ key: String, number: Int) {
    let place = number / InsertionOrder.runLength
    runs[place, default: []].append(Slot(number: number, key: key))
    spread = (isEmpty ? place : spread.lowerBound)..<place + 1
    count += 1
  }

  /// Removes the key of a number.
  mutating func remove(number: Int) {
    let run = number / InsertionOrder.runLength
    guard let position = runs[run]?.firstIndex(where: { $0.number == number }) else { return }
    runs[run]?.remove(at: position)
    if runs[run]?.isEmpty == true { runs[run] = nil }
    count -= 1
  }

  /// The keys, made as the walk comes to them.
  var keys: some Sequence<String> { places.lazy.flatMap { runs[$0] ?? [] }.map(\.key) }

  /// Where runs are, in order. They follow each other closely, unless most keys were removed.
  private var places: [Int] { runs.count < spread.count / 8 ? runs.keys.sorted() : Array(spread) }
}
