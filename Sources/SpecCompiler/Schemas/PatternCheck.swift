import DoubletValidation

/// Refuses patterns that could not be enforced.
enum PatternCheck {
  /// Whether the pattern is a regular expression; an error where it is none, a warning where only the older rules of
  /// ECMA-262 make it one, or where it cannot be matched in linear time.
  static func accepts(_ text: String, at node: SourceNode, _ diagnostics: Diagnostics) -> Bool {
    do {
      let pattern = try Pattern(text)
      if pattern.isLegacy {
        diagnostics.warning(
          "the pattern '\(text)' is none with the 'u' flag, so other tools may refuse it; it is read by older rules",
          at: node
        )
      }
      return true
    } catch {
      diagnostics.mistake("the pattern '\(text)' cannot be enforced: \(error.message)", at: node)
      return false
    }
  }
}
