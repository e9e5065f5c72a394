/// How an API words one kind of problem.
public struct ProblemRow: Sendable, Hashable {
  /// The kind; nil: every kind that has no row of its own.
  public var kind: ProblemKind?
  /// The status, or 0 where operation and kind decide.
  public var status: Int
  /// The media type, or empty where the declared response decides.
  public var mediaType: String
  /// The body.
  public var body: Template
  /// Header fields: run in ``Contract/headers``.
  public var headers: Span
  /// Where it stands.
  public var position: SourcePosition

  /// A wording.
  public init(
    kind: ProblemKind?,
    status: Int,
    mediaType: String,
    body: Template,
    headers: Span,
    position: SourcePosition
  ) {
    self.kind = kind
    self.status = status
    self.mediaType = mediaType
    self.body = body
    self.headers = headers
    self.position = position
  }
}

/// A rate limit that the API keeps.
public struct QuotaRow: Sendable, Hashable {
  /// Its key in `x-doublet.quotas`.
  public var name: String
  /// Requests allowed in a window.
  public var limit: Int
  /// Seconds from the first counted request until the count starts anew.
  public var windowSeconds: Int
  /// The methods that count, in capitals; empty: all.
  public var methods: [String]
  /// The operations that count, by id; empty: all.
  public var operations: [String]
  /// Whose requests are counted together; nil: everyone's.
  public var per: ValueSource?
  /// Header fields of an answer that declares them: run in ``Contract/headers``.
  public var headers: Span
  /// Where it stands.
  public var position: SourcePosition

  /// A quota.
  public init(
    name: String,
    limit: Int,
    windowSeconds: Int,
    methods: [String],
    operations: [String],
    per: ValueSource?,
    headers: Span,
    position: SourcePosition
  ) {
    self.name = name
    self.limit = limit
    self.windowSeconds = windowSeconds
    self.methods = methods
    self.operations = operations
    self.per = per
    self.headers = headers
    self.position = position
  }
}
