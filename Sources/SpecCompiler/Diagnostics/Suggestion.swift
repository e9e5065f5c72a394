import DoubletContracts

/// The nearest right name to a wrong one.
enum Suggestion {
  /// `; did you mean 'x'?`, or the list of names where none is near.
  static func phrase(for name: String, among names: [String]) -> String {
    if let near = nearest(to: name, among: names) { return "; did you mean '\(near)'?" }
    guard !names.isEmpty, names.count <= 12 else { return "" }
    return "; there \(names.count == 1 ? "is" : "are") \(names.joined(separator: ", "))"
  }

  /// The name with the smallest edit distance, where that is small enough to be a slip.
  static func nearest(to name: String, among names: [String]) -> String? {
    let candidates = names.map { (name: $0, distance: Nearest.distance(name.lowercased(), $0.lowercased())) }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, name.count / 3) ? best.name : nil
  }
}
