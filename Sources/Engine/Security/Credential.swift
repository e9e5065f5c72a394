import DoubletContracts

/// A credential that a scenario lists. A scheme with a listed credential accepts only those that are.
public struct Credential: Sendable, Hashable {
  /// Key of the scheme in the spec's `components/securitySchemes`.
  public var scheme: String
  /// The key, token, or `user:password`.
  public var value: String
  /// What it may call; nil: everything.
  public var operations: [String]?
  /// Its scopes; nil: all.
  public var scopes: [String]?
  /// When it is no longer good, by the sandbox's clock; nil: never.
  public var expires: Instant?

  /// A credential.
  public init(
    scheme: String,
    value: String,
    operations: [String]? = nil,
    scopes: [String]? = nil,
    expires: Instant? = nil
  ) {
    self.scheme = scheme
    self.value = value
    self.operations = operations
    self.scopes = scopes
    self.expires = expires
  }

  /// Whether it is no longer good.
  func hasEnded(at now: Instant) -> Bool { expires.map { now >= $0 } ?? false }
}

/// A token that an operation issued in this sandbox.
struct IssuedToken: Sendable {
  var scheme: Int
  var lastUsed: Instant
}

/// An alternative of an operation's security that let a request in.
struct Admitted: Sendable {
  var requirements: [RequirementRow]
  /// The credential of each requirement.
  var values: [String]

  /// Whether a credential must have a scope.
  var asksForScopes: Bool { requirements.indices.contains { !requirements[$0].scopes.isEmpty } }
}
