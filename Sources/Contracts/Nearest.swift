/// The names that somebody may have meant.
public enum Nearest {
  /// Up to `count` of the names that are closest to a misspelt one, the closest first; none that would need more than
  /// half of its letters changed.
  public static func names(to name: String, among names: some Sequence<String>, count: Int = 3) -> [String] {
    let lowercased = name.lowercased()
    let length = lowercased.unicodeScalars.count
    return names.compactMap { candidate -> (name: String, distance: Int)? in
      let other = candidate.lowercased()
      let (shorter, longer) = (min(length, other.unicodeScalars.count), max(length, other.unicodeScalars.count))
      // The lengths alone can tell that it is too far: what a client sends is not compared letter by letter then.
      guard longer - shorter <= max(2, longer / 2), longer <= 512 else { return nil }
      let distance = distance(lowercased, other)
      return distance <= max(2, longer / 2) ? (candidate, distance) : nil
    }
    .enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
    .prefix(count).map(\.element.name)
  }

  /// ` (did you mean 'a' or 'b'?)`, or nothing where no name is near.
  public static func hint(for name: String, among names: some Sequence<String>) -> String {
    let near = self.names(to: name, among: names)
    return near.isEmpty ? "" : " (did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?)"
  }

  /// How many letters must be put in, left out, changed, or swapped with their neighbour (Damerau 1964, Levenshtein
  /// 1965; no letter is changed twice).
  public static func distance(_ first: String, _ second: String) -> Int {
    let (first, second) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let replaced = last[column] + (first[row] == second[column] ? 0 : 1)
        var best = min(last[column + 1] + 1, current[column] + 1, replaced)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
