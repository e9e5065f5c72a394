/// The sentences of violations. Each names the rule first and then the value: `must be at most 5, is 7`.
///
/// One file for each family of keywords; the words are under test.
enum Message {
  /// `1 item`, `2 items`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `a`, `a or b`, `a, b or c`.
  static func list(_ items: [String], _ conjunction: String = "or") -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  /// A list of values, of which only the first few are named.
  static func choices(_ items: [String], most: Int = 12) -> String {
    guard items.count > most else { return items.joined(separator: ", ") }
    return items.prefix(most).joined(separator: ", ") + ", … (\(items.count - most) more)"
  }
}
