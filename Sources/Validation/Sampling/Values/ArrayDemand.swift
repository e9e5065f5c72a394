/// What is asked of an array.
struct ArrayDemand {
  /// `prefixItems` and `items` of one schema.
  struct Run {
    let first: [Applied]
    let rest: Applied?
  }

  /// A `contains` with its counts.
  struct Contained {
    let schema: Applied
    let least: Int
    let most: Int
  }

  var least = 0
  var most = Int.max
  var isUnique = false
  var runs: [Run] = []
  var contained: [Contained] = []
  var unevaluated: [Applied] = []

  /// Whether nothing is asked.
  var isEmpty: Bool {
    least == 0 && most == .max && !isUnique && runs.isEmpty && contained.isEmpty && unevaluated.isEmpty
  }

  /// The position of the first element that has no schema of its own.
  var firstLeft: Int { runs.map(\.first.count).max() ?? 0 }

  /// The schemas of the element at a position.
  func schemas(at position: Int) -> [Applied] {
    let found = runs.compactMap { position < $0.first.count ? $0.first[position] : $0.rest }
    return found.isEmpty ? unevaluated : found
  }
}
