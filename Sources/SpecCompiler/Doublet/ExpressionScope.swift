import DoubletContracts

/// Where a template stands, and so what it can speak of.
struct ExpressionScope {
  /// The sort of template.
  enum Kind {
    /// The wording of a problem, or a quota's header.
    case problem
    /// What a write computes, or what is merged into an answer.
    case record
    /// A link's path.
    case link
    /// A header of a response, which can be of an answer or of a problem.
    case header
  }

  /// The sort of template.
  var kind: Kind
  /// The operations whose requests it reads.
  var operations: [CompiledOperation] = []
  /// Whether it is enough that one of them has what it reads.
  var isAnyOperationEnough = false
  /// The links of the resource.
  var links: [String] = []
  /// The schema of the resource's records.
  var record: Located?
  /// Whether a token was issued.
  var hasToken = false

  /// Whether an expression has a meaning here.
  func allows(_ expression: Expression) -> Bool {
    if kind == .header || expression.isRequest { return true }
    switch expression {
    case .status, .kind, .title, .detail, .path, .method, .violationField, .violationMessage, .violationCode,
      .violationPointer, .retryAfter, .retryAt, .limit, .remaining:
      return kind == .problem
    case .now: return kind != .link
    case .key, .recordMember: return kind != .problem
    case .record, .link: return kind == .record
    case .token: return kind == .record && hasToken
    case .request: return true
    }
  }

  /// The names that can be used here, for messages.
  var names: [String] {
    let sources = ["path.NAME", "query.NAME", "header.NAME", "cookie.NAME", "body.NAME", "server.NAME", "credential"]
    switch kind {
    case .problem:
      return [
        "status", "kind", "title", "detail", "path", "method", "violation.field", "violation.message", "violation.code",
        "violation.pointer", "retryAfter", "retryAt", "limit", "remaining", "now",
      ] + sources
    case .record:
      return ["now", "key", "record", "record.MEMBER", "link.NAME"] + (hasToken ? ["token"] : []) + sources
    case .link: return ["key", "record.MEMBER"] + sources
    case .header: return Expression.names
    }
  }
}

extension Expression {
  /// Whether it is a value of the request.
  var isRequest: Bool { if case .request = self { true } else { false } }
}
