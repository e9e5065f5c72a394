/// A kind of failure that an API answers. The kinds are Doublet's; each API words them in its own way.
public enum ProblemKind: String, Sendable, Hashable, CaseIterable {
  /// No operation has this path.
  case unknownPath
  /// The path exists, the method does not.
  case methodNotAllowed
  /// Credentials are missing, malformed, unknown or expired.
  case unauthenticated
  /// The credentials are good, but not for this operation.
  case forbidden
  /// A quota is used up.
  case tooManyRequests
  /// The request's media type is none of the operation's.
  case unsupportedMediaType
  /// None of the media types that the client accepts can be answered.
  case notAcceptable
  /// The body cannot be read: no JSON, empty though required, too deep.
  case malformed
  /// The request can be read, but breaks a rule of the contract.
  case invalid
  /// The operation is right, the record is not there.
  case notFound
  /// The record is in the way of what is asked.
  case conflict
  /// The request took too long to arrive.
  case requestTimeout
  /// The body is larger than the server reads.
  case contentTooLarge
  /// The request target is longer than the server reads.
  case uriTooLong
  /// The header fields are larger than the server reads.
  case headersTooLarge
  /// The fake failed: an own bug, or an injected 500.
  case internalError
  /// The contract says nothing that could be answered.
  case notImplemented
  /// An injected 502, 503 or 504.
  case unavailable

  /// The status that the kind has where neither spec nor operation says another (RFC 9110, RFC 6585).
  public var status: Int {
    switch self {
    case .unknownPath, .notFound: 404
    case .methodNotAllowed: 405
    case .unauthenticated: 401
    case .forbidden: 403
    case .tooManyRequests: 429
    case .unsupportedMediaType: 415
    case .notAcceptable: 406
    case .malformed: 400
    case .invalid: 422
    case .conflict: 409
    case .requestTimeout: 408
    case .contentTooLarge: 413
    case .uriTooLong: 414
    case .headersTooLarge: 431
    case .internalError: 500
    case .notImplemented: 501
    case .unavailable: 503
    }
  }

  /// The kind whose body an injected status has: 401 is worded as `unauthenticated`. A status without a kind of its
  /// own has `invalid`'s neighbour: other 4xx are worded as `conflict`, other 5xx as `internalError`.
  public init(status: Int) {
    switch status {
    case 400: self = .malformed
    case 401: self = .unauthenticated
    case 403: self = .forbidden
    case 404: self = .notFound
    case 502, 503, 504: self = .unavailable
    default:
      self =
        ProblemKind.allCases.first { $0.status == status && $0 != .unknownPath }
        ?? (status >= 500 ? .internalError : .conflict)
    }
  }
}
