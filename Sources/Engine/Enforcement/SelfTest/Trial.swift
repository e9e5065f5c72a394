import DoubletContracts
import DoubletJSON

/// A pair of attempts that proves a rule.
struct Trial {
  var keeping: Attempt
  var breaking: Attempt
  var expected: ExpectedProblem
}

/// A request on trial, with what its sandbox must hold beforehand.
struct Attempt {
  var draft: RequestDraft
  /// The credentials that are listed.
  var listed: [Credential] = []
  /// Limits of quotas by their index.
  var limits: [Int: Int] = [:]
  /// Which sample of its resource the record is that is there, by the seed; 0: the one that is taken to be there.
  var record: UInt64 = 0
}

/// The problem that an attempt must end in.
struct ExpectedProblem {
  var kind: ProblemKind
  /// Code and pointer of a violation that the exchange must have; nil: the kind tells enough.
  var violation: (code: String, pointer: JSONPointer)?

  init(_ kind: ProblemKind, _ code: String? = nil, at pointer: [String] = []) {
    self.kind = kind
    violation = code.map { ($0, JSONPointer(tokens: pointer)) }
  }
}
