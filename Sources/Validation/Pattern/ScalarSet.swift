/// A set of code points: what one character class of an expression accepts.
///
/// Ranges are sorted and disjoint; properties stay predicates because listing the code points of one would mean asking
/// the standard library about all 1,114,112. ASCII, where nearly all look-ups fall, is a bitmap.
struct ScalarSet: Sendable, Hashable {
  private(set) var ranges: [ScalarRange] = []
  private(set) var properties: [PropertyTest] = []
  private(set) var isInverted = false
  private var lowASCII: UInt64 = 0
  private var highASCII: UInt64 = 0

  /// Whether the set is known by its ranges alone, which a table needs.
  var isListed: Bool { properties.isEmpty }

  init(ranges: [ScalarRange], properties: [PropertyTest] = [], isInverted: Bool = false) {
    self.properties = properties
    let merged = Self.merged(ranges)
    if properties.isEmpty && isInverted {
      self.ranges = Self.complement(of: merged)
    } else {
      self.ranges = merged
      self.isInverted = isInverted
    }
    for value in UInt32(0)..<64 where search(value) { lowASCII |= 1 << UInt64(value) }
    for value in UInt32(64)..<128 where search(value) { highASCII |= 1 << UInt64(value - 64) }
  }

  init(_ value: UInt32) {
    self.init(ranges: [ScalarRange(value, value)])
  }

  @inline(__always)
  func contains(_ value: UInt32) -> Bool {
    if value < 64 { return lowASCII >> UInt64(value) & 1 != 0 }
    if value < 128 { return highASCII >> UInt64(value & 63) & 1 != 0 }
    return search(value)
  }

  private func search(_ value: UInt32) -> Bool {
    let listed = Self.contains(value, in: ranges)
    if properties.isEmpty { return listed }
    return (listed || properties.contains { $0.holds(for: value) }) != isInverted
  }

  static func contains(_ value: UInt32, in ranges: [ScalarRange]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upper < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lower <= value
  }
}

/// An inclusive range of code points.
struct ScalarRange: Sendable, Hashable {
  let lower: UInt32
  let upper: UInt32

  init(_ lower: UInt32, _ upper: UInt32) {
    self.lower = lower
    self.upper = upper
  }
}

/// A Unicode property a code point must have, or must not.
struct PropertyTest: Sendable, Hashable {
  let property: UnicodeProperty
  let isInverted: Bool

  func holds(for value: UInt32) -> Bool {
    property.holds(for: value) != isInverted
  }
}

extension ScalarSet {
  static func merged(_ ranges: [ScalarRange]) -> [ScalarRange] {
    var result: [ScalarRange] = []
    for range in ranges.sorted(by: { $0.lower < $1.lower }) {
      if let last = result.last, range.lower <= last.upper &+ 1 {
        result[result.count - 1] = ScalarRange(last.lower, max(last.upper, range.upper))
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// What sorted, disjoint ranges leave out.
  static func complement(of ranges: [ScalarRange]) -> [ScalarRange] {
    var result: [ScalarRange] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lower > next { result.append(ScalarRange(next, range.lower - 1)) }
      next = range.upper + 1
    }
    if next <= 0x10FFFF { result.append(ScalarRange(next, 0x10FFFF)) }
    return result
  }
}
