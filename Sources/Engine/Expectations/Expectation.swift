public import DoubletJSON

/// A statement about the journal.
public enum Expectation: Sendable, Hashable {
  /// As many exchanges match as that: at least `minimum` and, unless nil, at most `maximum`.
  case count(ExchangePattern, minimum: Int, maximum: Int?)
  /// No exchange matches.
  case never(ExchangePattern)
  /// Exchanges match one after another; others may stand between them.
  case order([ExchangePattern])
}

/// What became of an expectation.
public struct Verdict: Sendable {
  /// Whether it holds.
  public let holds: Bool
  /// What was expected and what was found, as a sentence.
  public let message: String
  /// Numbers of the exchanges that match.
  public let matching: [Int]
  /// Where it fails: the exchanges that come closest, with what differs.
  public let closest: [Difference]

  /// An exchange and what keeps it from matching.
  public struct Difference: Sendable {
    /// The exchange's sandbox.
    public let sandbox: String
    /// The exchange's number.
    public let sequence: Int
    /// `PUT /customers/c1/lead-source -> 422`.
    public let summary: String
    /// Where and how it differs.
    public let differences: [JSONDifference]
  }
}
