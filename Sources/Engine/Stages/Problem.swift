import DoubletContracts
import DoubletValidation

/// A failure on a request's way, before it is worded. Natural and injected ones are the same thing.
struct Problem: Error, Sendable {
  /// What kind of failure.
  var kind: ProblemKind
  /// What went wrong in this case: a sentence.
  var detail: String
  /// The rules that the request breaks.
  var violations: [Violation] = []
  /// The quota that is used up, of a `tooManyRequests`.
  var standing: QuotaStanding?
  /// When to come back, of a `tooManyRequests`.
  var retryAt: Instant?
  /// The status, where it was injected by number.
  var status: Int?
  /// The fault that made it.
  var fault: String?
  /// Header fields that HTTP asks for with it.
  var headers: Headers = [:]
  /// Why a bearer token was refused.
  var tokenError: Challenge.TokenError?
  /// The body that the client prefers to the API's words.
  var shown: ShownBody?
  /// The methods of the path, of a `methodNotAllowed`.
  var allowed: [String] = []

  init(_ kind: ProblemKind, _ detail: String, violations: [Violation] = []) {
    self.kind = kind
    self.detail = detail
    self.violations = violations
  }
}

extension Problem {
  /// The kind whose words fit; nil where the problem was injected by a status that no kind has, such as 410: only the
  /// API's default words are right for it.
  var wordedKind: ProblemKind? { status == nil || status == kind.status || fault == nil ? kind : nil }
}
