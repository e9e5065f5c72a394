/// What a hole in a template stands for.
public enum Expression: Sendable, Hashable, CustomStringConvertible {
  /// The status of the answer.
  case status
  /// The kind of the problem.
  case kind
  /// The reason phrase of the status.
  case title
  /// What went wrong in this very case.
  case detail
  /// The request's path, without the sandbox's prefix and without the query.
  case path
  /// The request's method.
  case method
  /// The member of the violation in dot notation: `customer.name`; the name of a parameter; empty for the whole body.
  case violationField
  /// The sentence of the violation.
  case violationMessage
  /// The code of the violation: `body.maxLength`.
  case violationCode
  /// The JSON Pointer of the violation: `/body/customer/name`.
  case violationPointer
  /// Seconds until the quota has room again.
  case retryAfter
  /// The moment at which the quota has room again, in seconds since 1970.
  case retryAt
  /// The quota's limit.
  case limit
  /// How many requests the quota still has room for.
  case remaining
  /// The sandbox's time, `2026-01-31T12:00:00Z`.
  case now
  /// The key of the record.
  case key
  /// The record.
  case record
  /// A member of the record, by the names on the way to it.
  case recordMember([String])
  /// A link of the resource.
  case link(String)
  /// The token that was issued.
  case token
  /// A value of the request.
  case request(ValueSource)

  /// The expressions without a name in them.
  private static let plain: [(name: String, expression: Expression)] = [
    ("status", .status), ("kind", .kind), ("title", .title), ("detail", .detail), ("path", .path),
    ("method", .method), ("violation.field", .violationField), ("violation.message", .violationMessage),
    ("violation.code", .violationCode), ("violation.pointer", .violationPointer), ("retryAfter", .retryAfter),
    ("retryAt", .retryAt), ("limit", .limit), ("remaining", .remaining), ("now", .now), ("key", .key),
    ("record", .record), ("token", .token),
  ]

  /// Names that a message can offer when an expression is unknown.
  public static let names: [String] =
    plain.map(\.name) + ["record.MEMBER", "link.NAME"]
    + ValueSource.Place.allCases.map { $0 == .credential ? $0.rawValue : "\($0.rawValue).NAME" }

  /// Reads what stands between the braces; nil when there is no such expression.
  public init?(_ text: String) {
    if let found = Self.plain.first(where: { $0.name == text }) {
      self = found.expression
    } else if text.hasPrefix("record.") {
      let names = text.dropFirst(7).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard !names.contains("") else { return nil }
      self = .recordMember(names)
    } else if text.hasPrefix("link.") {
      self = .link(String(text.dropFirst(5)))
    } else if let source = ValueSource(text) {
      self = .request(source)
    } else {
      return nil
    }
  }

  /// As a spec writes it, without the braces.
  public var description: String {
    switch self {
    case .recordMember(let names): "record.\(names.joined(separator: "."))"
    case .link(let name): "link.\(name)"
    case .request(let source): source.description
    default: Self.plain.first { $0.expression == self }?.name ?? ""
    }
  }

  /// Whether it speaks of one violation.
  public var isOfViolation: Bool {
    switch self {
    case .violationField, .violationMessage, .violationCode, .violationPointer: true
    default: false
    }
  }
}
