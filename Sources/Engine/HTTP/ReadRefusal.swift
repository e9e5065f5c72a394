public import DoubletContracts

/// Why a server could not read the whole of a request: a failure of HTTP, whatever the API does.
public struct ReadRefusal: Sendable, Hashable {
  /// What kind of failure.
  public var kind: ProblemKind
  /// What is wrong with what was sent, and with it what would be right; empty: the kind says it.
  public var reason: String

  /// A refusal of a kind, for a reason.
  public init(_ kind: ProblemKind, _ reason: String = "") {
    self.kind = kind
    self.reason = reason
  }

  /// What came is no request.
  public static let malformed = ReadRefusal(.malformed)
  /// The body is too large.
  public static let contentTooLarge = ReadRefusal(.contentTooLarge)
  /// The header fields are too large.
  public static let headersTooLarge = ReadRefusal(.headersTooLarge)
  /// The target is too long.
  public static let uriTooLong = ReadRefusal(.uriTooLong)
  /// The request took too long to arrive.
  public static let requestTimeout = ReadRefusal(.requestTimeout)

  /// The refusal as a sentence.
  public var detail: String {
    switch kind {
    case .contentTooLarge: "The body is larger than this server reads."
    case .headersTooLarge: "The header fields are larger than this server reads."
    case .uriTooLong: "The request target is longer than this server reads."
    case .requestTimeout: "The request did not arrive whole in time."
    default: reason.isEmpty ? "The request could not be read." : "The request could not be read: \(reason)."
    }
  }

  /// The failure of a request's way: it has HTTP's status.
  var problem: Problem {
    var problem = Problem(kind, detail)
    problem.status = kind.status
    return problem
  }
}
