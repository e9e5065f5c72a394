import DoubletContracts

/// The path and query of a request target, without scheme, host and the sandbox's prefix (RFC 9112, section 3.2).
public struct Target: Sendable, Hashable {
  /// The sandbox that a prefix `/~name` named; nil without one.
  public private(set) var prefix: String?
  /// The path as sent, still percent-encoded, from `/` on.
  public private(set) var path: String
  /// The query as sent, without `?`; nil without one.
  public private(set) var query: String?

  /// Reads origin form, absolute form and `*`.
  public init(_ target: String) {
    var rest = Target.withoutAuthority(target)[...]
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    // Some clients escape the tilde.
    let tilde = ["/~", "/%7E", "/%7e"].first { rest.hasPrefix($0) }
    if let tilde {
      let name = rest.dropFirst(tilde.count).prefix { $0 != "/" }
      prefix = PercentEncoding.decode(String(name)) ?? String(name)
      rest = rest[name.endIndex...]
    }
    path = rest.isEmpty ? "/" : String(rest)
  }

  private static func withoutAuthority(_ target: String) -> Substring {
    guard !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") else { return target[...] }
    let rest = target[scheme.upperBound...]
    return rest[(rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex)...]
  }

  /// The query's parameters in order, `name=value` split at the first `=`, names and values decoded. `+` is a blank.
  public var queryItems: [QueryItem] {
    guard let query, !query.isEmpty else { return [] }
    return query.split(separator: "&").map(QueryItem.init)
  }
}

/// One parameter of a query.
public struct QueryItem: Sendable, Hashable {
  /// The decoded name.
  public var name: String
  /// The decoded value; empty where there is no `=`.
  public var value: String
  /// The value as sent: delimiters that were escaped can be told from those that were not.
  public var rawValue: String

  init(_ text: Substring) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    rawValue = parts.count == 2 ? String(parts[1]) : ""
    name = PercentEncoding.decodeForm(String(parts[0]))
    value = PercentEncoding.decodeForm(rawValue)
  }
}
