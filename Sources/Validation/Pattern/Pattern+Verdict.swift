extension Pattern {
  /// The outcome of searching a text.
  public enum Verdict: Sendable, Hashable {
    /// The expression occurs in the text.
    case matches

    /// The expression occurs nowhere in the text.
    case fails

    /// The step bound was reached before an answer was found.
    ///
    /// Only a hostile or careless expression gets here: one that backtracks without end, or, though linear, one of
    /// thousands of steps over a text of 100,000 characters. A caller should treat it as a failure and say why, rather
    /// than let one request hold a thread.
    case undecided
  }
}
