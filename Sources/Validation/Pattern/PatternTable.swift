/// A deterministic automaton computed when the pattern is built: one table look-up per code point, no allocation.
///
/// Code points that no set of the program tells apart share a class, so a row has a handful of columns. The table is
/// complete and never changes, hence free to share among threads; expressions that would need a large one are left to
/// ``ThreadSimulation``.
struct PatternTable: Sendable {
  /// The state from which nothing can match.
  static let dead: UInt16 = 0
  /// The state of a match, whatever follows.
  static let matched: UInt16 = 1

  let start: UInt16
  let classes: ScalarClasses
  /// Rows of states, columns of classes.
  let transitions: [UInt16]
  /// Whether the text may end in a state.
  let acceptsAtEnd: [Bool]

  func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    transitions.withUnsafeBufferPointer { transitions in
      classes.ascii.withUnsafeBufferPointer { ascii in
        var state = start
        var index = 0
        while index < text.count {
          if state <= Self.matched { return state == Self.matched }
          let byte = text[index]
          let column: Int
          if byte < 0x80 {
            column = Int(ascii[Int(byte)])
            index += 1
          } else {
            let (value, width) = text.scalar(at: index)
            column = classes.column(of: value)
            index += width
          }
          state = transitions[Int(state) * classes.count + column]
        }
        return acceptsAtEnd[Int(state)]
      }
    }
  }
}

/// A partition of all code points into classes that every set of a program treats alike.
struct ScalarClasses: Sendable {
  let ascii: [UInt8]
  let count: Int
  /// Where each interval begins, ascending from zero.
  private let starts: [UInt32]
  /// The class of each interval.
  private let columns: [UInt8]
  /// The sets that contain each class.
  let members: [[Int]]

  /// Nil when a set has a property instead of ranges, or there are too many classes for a byte.
  init?(_ sets: [ScalarSet]) {
    guard sets.allSatisfy(\.isListed) else { return nil }
    var cuts: Set<UInt32> = [0]
    for range in sets.flatMap(\.ranges) {
      cuts.insert(range.lower)
      cuts.insert(range.upper + 1)
    }
    guard cuts.count * sets.count <= 100_000 else { return nil }
    let starts = cuts.sorted()
    var members: [[Int]] = []
    var known: [[Int]: UInt8] = [:]
    var columns: [UInt8] = []
    for start in starts {
      let containing = sets.indices.filter { sets[$0].contains(start) }
      if let column = known[containing] {
        columns.append(column)
      } else {
        guard let column = UInt8(exactly: members.count) else { return nil }
        known[containing] = column
        members.append(containing)
        columns.append(column)
      }
    }
    self.starts = starts
    self.columns = columns
    self.members = members
    count = members.count
    ascii = (UInt32(0)..<128).map { columns[Self.interval(of: $0, in: starts)] }
  }

  func column(of value: UInt32) -> Int {
    Int(columns[Self.interval(of: value, in: starts)])
  }

  private static func interval(of value: UInt32, in starts: [UInt32]) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
