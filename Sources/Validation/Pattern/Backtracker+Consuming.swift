extension Backtracker {
  func consume(_ set: ScalarSet, at position: inout Int) -> Bool {
    guard position < text.count else { return false }
    let (value, width) = text.scalar(at: position)
    position += width
    return set.contains(value)
  }

  func consume(_ set: ScalarSet, before position: inout Int) -> Bool {
    guard position > 0 else { return false }
    let (value, width) = text.scalar(before: position)
    position -= width
    return set.contains(value)
  }

  /// Consumes the text a group holds; a group that took no part holds the empty text (ECMA-262, BackreferenceMatcher).
  ///
  /// The length counts as steps: `(x*)\1` over a long text would otherwise cost far more than its instructions say.
  mutating func consume(_ group: Int, at position: inout Int, isBehind: Bool) -> Bool {
    let start = registers[2 * group]
    let end = registers[2 * group + 1]
    guard start >= 0, end >= start else { return true }
    let length = end - start
    let target = isBehind ? position - length : position
    guard target >= 0, target + length <= text.count else { return false }
    for offset in 0..<length {
      steps += 1
      if text[start + offset] != text[target + offset] { return false }
    }
    position = isBehind ? target : target + length
    return true
  }
}
