public import DoubletContracts
public import DoubletValidation

/// Why a fake cannot be made or told something: a sentence with the place, what is wrong, and the remedy.
public struct FakeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  public let description: String
  /// What kind of problem the control API answers for it.
  public let kind: ProblemKind
  /// The rules that a given value breaks, where it is that.
  public let violations: [Violation]

  /// An error of that sentence.
  public init(_ description: String, kind: ProblemKind = .invalid, violations: [Violation] = []) {
    self.description = description
    self.kind = kind
    self.violations = violations
  }
}
