/// What became of the proof of one row of the matrix.
public struct Proof: Sendable {
  /// The rule.
  public let row: EnforcementRow
  /// Whether the fake was seen to enforce it.
  public let outcome: Outcome

  /// How a proof ends.
  public enum Outcome: Sendable {
    /// What keeps the rule was accepted, what breaks it was refused in the right way.
    case proven
    /// There is no such pair, and why: nothing breaks the rule, or nothing keeps what is asked beside it.
    case unbreakable(String)
    /// No such pair was found, and why.
    case unproven(String)
    /// The fake did something else: a mistake of Doublet's own.
    case failed([Difference])
  }

  /// What was expected of an exchange, and what came of it.
  public struct Difference: Sendable {
    /// The request.
    public let request: Request
    /// What should have come.
    public let expected: String
    /// What came.
    public let got: String
  }
}
