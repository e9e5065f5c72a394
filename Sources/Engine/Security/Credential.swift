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

  /// A credential.
  public init(scheme: String, value: String, operations: [String]? = nil, scopes: [String]? = nil) {
    self.scheme = scheme
    self.value = value
    self.operations = operations
    self.scopes = scopes
  }
}

/// A token that an operation issued in this sandbox.
struct IssuedToken: Sendable {
  var scheme: Int
  var lastUsed: Instant
}
