/// How a credential travels (OpenAPI 3.1, section 4.8.27).
public enum SecurityKind: String, Sendable, Hashable, CaseIterable {
  /// `apiKey` in a header field.
  case apiKeyHeader
  /// `apiKey` in the query.
  case apiKeyQuery
  /// `apiKey` in a cookie.
  case apiKeyCookie
  /// `http` with the scheme `basic`.
  case basic
  /// `http` with the scheme `bearer`, and `oauth2` and `openIdConnect`, which travel the same way.
  case bearer
  /// Asked for and declared nowhere, so that nobody knows how it travels: nothing is one but a credential that is listed,
  /// sent as a bearer's.
  case undeclared
}

/// A security scheme.
public struct SecuritySchemeRow: Sendable, Hashable {
  /// Its key in `components/securitySchemes`.
  public var id: String
  /// How it travels.
  public var kind: SecurityKind
  /// Name of the header field, query parameter or cookie of an API key; else empty.
  public var name: String
  /// How tokens of this scheme are made; nil where any non-empty credential is accepted.
  public var token: TokenForm?
  /// Where it stands.
  public var position: SourcePosition

  /// A scheme of these facts.
  public init(id: String, kind: SecurityKind, name: String, token: TokenForm?, position: SourcePosition) {
    self.id = id
    self.kind = kind
    self.name = name
    self.token = token
    self.position = position
  }
}

/// How a scheme's tokens look that an operation of the same API issues. Such a scheme accepts only what was issued in
/// the same sandbox, or listed by a scenario.
public struct TokenForm: Sendable, Hashable {
  /// Characters.
  public var length: Int
  /// What the characters are drawn from.
  public var alphabet: String
  /// Seconds without use after which a token expires; 0: never.
  public var idleSeconds: Int

  /// Tokens of that form.
  public init(length: Int, alphabet: String, idleSeconds: Int) {
    self.length = length
    self.alphabet = alphabet
    self.idleSeconds = idleSeconds
  }
}

/// One way to be let in: all of its requirements together. An alternative without requirements is anonymous access.
public struct AlternativeRow: Sendable, Hashable {
  /// Run in ``Contract/requirements``.
  public var requirements: Span

  /// An alternative of these requirements.
  public init(requirements: Span) { self.requirements = requirements }
}

/// A scheme that an alternative asks for.
public struct RequirementRow: Sendable, Hashable {
  /// Index in ``Contract/schemes``.
  public var scheme: Int
  /// The scopes that the credential must have.
  public var scopes: [String]
  /// Where it stands.
  public var position: SourcePosition

  /// A requirement.
  public init(scheme: Int, scopes: [String], position: SourcePosition) {
    self.scheme = scheme
    self.scopes = scopes
    self.position = position
  }
}
