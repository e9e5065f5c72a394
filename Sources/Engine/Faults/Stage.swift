public import DoubletContracts

/// The stages of a request's way at which it can fail, in their order.
public enum Stage: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Find the operation.
  case route
  /// Know the client.
  case authenticate
  /// Let the client do this.
  case authorize
  /// Keep the quotas.
  case count
  /// Agree on media types.
  case negotiate
  /// Judge the request.
  case validate
  /// Do it.
  case behave

  /// The earlier one first.
  public static func < (first: Stage, second: Stage) -> Bool { first.rawValue < second.rawValue }
}

extension ProblemKind {
  /// The stage that finds problems of this kind, and at which an injected one fires.
  public var stage: Stage {
    switch self {
    case .unknownPath, .methodNotAllowed, .requestTimeout, .contentTooLarge, .uriTooLong, .headersTooLarge: .route
    case .unauthenticated: .authenticate
    case .forbidden: .authorize
    case .tooManyRequests: .count
    case .unsupportedMediaType, .notAcceptable: .negotiate
    case .malformed, .invalid: .validate
    case .notFound, .conflict, .internalError, .notImplemented, .unavailable: .behave
    }
  }
}
