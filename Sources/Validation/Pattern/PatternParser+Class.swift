extension PatternParser {
  /// One member of a class: a code point, which may bound a range, or a set, which may not.
  private enum ClassAtom {
    case scalar(UInt32)
    case set(ScalarSet)
  }

  /// Reads `[…]` (ECMA-262, CharacterClass); the next code point is the bracket.
  mutating func parseClass() throws(PatternError) -> ScalarSet {
    let start = index
    index += 1
    let isInverted = take("^")
    var ranges: [ScalarRange] = []
    var properties: [PropertyTest] = []
    func add(_ atom: ClassAtom) {
      switch atom {
      case .scalar(let value): ranges.append(ScalarRange(value, value))
      case .set(let set):
        ranges += set.ranges
        properties += set.properties
      }
    }
    while let next = peek, next != "]" {
      let position = index
      let first = try parseClassAtom(of: start)
      guard peek == "-", index + 1 < scalars.count, scalars[index + 1] != 0x5D else {
        add(first)
        continue
      }
      index += 1
      let last = try parseClassAtom(of: start)
      if case .scalar(let lower) = first, case .scalar(let upper) = last {
        guard lower <= upper else {
          throw error("the range in a class is out of order", at: position, remedy: "swap its ends, or escape the '-'")
        }
        ranges.append(ScalarRange(lower, upper))
      } else if isLegacy {
        add(first)
        add(.scalar(0x2D))
        add(last)
      } else {
        throw error("a set such as \\w cannot bound a range", at: position, remedy: "escape the '-' as '\\-'")
      }
    }
    guard take("]") else {
      throw error("unclosed character class", at: start, remedy: "add the missing ']', or escape this '[' as '\\['")
    }
    return ScalarSet(ranges: ranges, properties: properties, isInverted: isInverted)
  }

  private mutating func parseClassAtom(of classStart: Int) throws(PatternError) -> ClassAtom {
    let start = index
    guard take("\\") else {
      defer { index += 1 }
      return .scalar(scalars[index])
    }
    if take("b") { return .scalar(0x08) }
    if let set = try parseClassEscape() { return .set(set) }
    return .scalar(try parseCharacterEscape(from: start, isInClass: true))
  }
}
