/// What is asked of a string.
struct StringDemand {
  /// The least number of code points.
  var least = 0
  /// The greatest number of code points.
  var most = Int.max
  /// Indices of patterns.
  var patterns: [Int] = []
  var formats: [Format] = []

  /// Whether nothing is asked.
  var isEmpty: Bool { least == 0 && most == .max && patterns.isEmpty && formats.isEmpty }

  /// Whether a string keeps every rule.
  func accepts(_ string: String, _ program: Program) -> Bool {
    let length = string.unicodeScalars.count
    return length >= least && length <= most
      && patterns.allSatisfy { program.patterns[$0].matches(string) == .matches }
      && formats.allSatisfy { $0.accepts(string) }
  }

  /// The words of a text, made as long as the rule asks and no longer than it allows.
  func fitted(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    if scalars.isEmpty { scalars = ["x"] }
    let pattern = scalars
    while scalars.count < min(least, Self.longest) { scalars += [" "] + pattern }
    let length = max(least, min(scalars.count, text.unicodeScalars.count, most))
    scalars = Array(scalars.prefix(min(length, most)))
    if scalars.last == " " { scalars[scalars.count - 1] = "x" }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The longest string that is made: a rule that asks for a longer one is not kept.
  static let longest = 1 << 18
  /// The longest one that is made of a single letter, to break a rule.
  static let longestPlain = 10 << 20
}
