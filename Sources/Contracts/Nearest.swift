/// The names that somebody may have meant.
public enum Nearest {
  /// Up to `count` of the names that are closest to a misspelt one, the closest first; none that would need more than
  /// half of its letters changed.
  public static func names(to name: String, among names: some Sequence<String>, count: Int = 3) -> [String] {
    let names = Array(names)
    return places(of: name, among: names.map { Candidate($0) }, count: count).map { names[$0] }
  }

  /// Where the names are among the candidates that ``names(to:among:count:)`` would give.
  public static func places(of name: String, among candidates: [Candidate], count: Int = 3) -> [Int] {
    let name = Candidate(name)
    var nearest: [(place: Int, distance: Int)] = []
    for (place, candidate) in candidates.enumerated() {
      // Once there are enough, another one has to be nearer than the last of them.
      let most = nearest.count < count ? Int.max : (nearest.last?.distance ?? 0) - 1
      let bound = min(most, name.tolerance(of: candidate))
      guard let distance = name.distance(to: candidate, atMost: bound) else { continue }
      nearest.insert((place, distance), at: nearest.firstIndex { $0.distance > distance } ?? nearest.count)
      if nearest.count > count { nearest.removeLast() }
    }
    return nearest.map(\.place)
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
    return EditDistance(first, second).value(atMost: .max) ?? max(first.count, second.count)
  }
}

extension Nearest {
  /// A name made ready to be compared with, in small letters. What a client sends is compared letter by letter only with
  /// names that can be near.
  public struct Candidate: Sendable {
    private static let mostLetters = 512

    private let letters: [Unicode.Scalar]
    /// How often letters are in the name, by their last five bits.
    private var tally = SIMD32<UInt16>()

    /// A candidate of that name.
    public init(_ name: String) {
      letters = Array(name.lowercased().unicodeScalars)
      for letter in letters { tally[Int(letter.value & 31)] &+= 1 }
    }

    /// How many letters may be changed.
    func tolerance(of other: Candidate) -> Int {
      let longer = max(letters.count, other.letters.count)
      return longer <= Candidate.mostLetters ? max(2, longer / 2) : -1
    }

    /// The distance of two names; nil where it is more than `most`. Every letter that they do not share is a change.
    func distance(to other: Candidate, atMost most: Int) -> Int? {
      let longer = max(letters.count, other.letters.count)
      guard longer - min(letters.count, other.letters.count) <= most else { return nil }
      let shared = Int(pointwiseMin(tally, other.tally).wrappedSum())
      return longer - shared > most ? nil : EditDistance(letters, other.letters).value(atMost: most)
    }
  }
}
