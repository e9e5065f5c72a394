/// An operation: a method on a path, and everything that the contract says of it.
public struct OperationRow: Sendable, Hashable {
  /// The `operationId`, or `METHOD /path` where the document gives none. Unique in its contract.
  public var id: String
  /// The method in capitals: `GET`.
  public var method: String
  /// The path template as in the document, without any server's path: `/customers/{id}/lead-source`.
  public var path: String
  /// Run in ``Contract/servers``: its own servers, else its path item's, else the document's.
  public var servers: Span
  /// Run in ``Contract/parameters``, path-item parameters included.
  public var parameters: Span
  /// Index in ``Contract/bodies``, or -1 where the operation has none.
  public var body: Int
  /// Run in ``Contract/responses``, in document order.
  public var responses: Span
  /// Run in ``Contract/alternatives``: one of them must hold. Empty: no credentials are asked.
  public var security: Span
  /// Index in ``Contract/actions``, or -1 where the operation neither reads nor writes state.
  public var action: Int
  /// Run in ``Contract/problems``: wordings that stand before the contract's own.
  public var problems: Span
  /// Whether the document calls it deprecated.
  public var isDeprecated: Bool
  /// Where it stands.
  public var position: SourcePosition

  /// An operation of these rows.
  public init(
    id: String,
    method: String,
    path: String,
    servers: Span = .empty,
    parameters: Span,
    body: Int,
    responses: Span,
    security: Span,
    action: Int,
    problems: Span,
    isDeprecated: Bool,
    position: SourcePosition
  ) {
    self.id = id
    self.method = method
    self.path = path
    self.servers = servers
    self.parameters = parameters
    self.body = body
    self.responses = responses
    self.security = security
    self.action = action
    self.problems = problems
    self.isDeprecated = isDeprecated
    self.position = position
  }
}

/// One of the `servers` of a document, a path item or an operation, as far as it matters to a stand-in: its path.
public struct ServerRow: Sendable, Hashable {
  /// The path of the URL without a closing slash; variables stay templates: `/organizations/{organizationId}`.
  public var path: String
  /// Where it stands.
  public var position: SourcePosition

  /// A server of that path.
  public init(path: String, position: SourcePosition) {
    self.path = path
    self.position = position
  }
}
