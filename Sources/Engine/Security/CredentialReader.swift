import DoubletContracts

/// Reads a credential off a request.
enum CredentialReader {
  /// What a request has of a scheme's credential.
  enum Sent {
    case missing
    /// It is there, but cannot be what the scheme asks for: it `…`.
    case unreadable(String)
    /// A key, a token, or `user:password`.
    case value(String)
  }

  /// The credential of a scheme.
  static func credential(of scheme: ServedScheme, in call: Call) -> Sent {
    let text: String? =
      switch scheme.row.kind {
      case .apiKeyHeader: call.request.headers[scheme.row.name]
      case .apiKeyQuery: call.queryItems.first { $0.name == scheme.row.name }?.value
      case .apiKeyCookie: Cookies.value(scheme.row.name, in: call.request.headers)
      case .bearer, .undeclared: authorization("bearer", in: call.request.headers)
      case .basic: authorization("basic", in: call.request.headers)
      }
    guard let text else { return .missing }
    switch scheme.row.kind {
    case .bearer, .undeclared:
      // RFC 6750, section 2.1: two tokens, or two fields joined by a comma, are none.
      return text.utf8.contains(UInt8(ascii: " ")) ? .unreadable("is more than one word") : .value(text)
    case .basic where !text.isEmpty: return basic(text)
    default: return .value(text)
    }
  }

  private static func basic(_ text: String) -> Sent {
    guard let pair = Base64.decodeText(text) else { return .unreadable("is no Base 64 of text") }
    return pair.contains(":") ? .value(pair) : .unreadable("has no ':' between user and password")
  }

  /// How a scheme's credential is sent, for a sentence: `the header REB-APIKEY`.
  static func way(of scheme: SecuritySchemeRow) -> String {
    switch scheme.kind {
    case .apiKeyHeader: "the header \(scheme.name)"
    case .apiKeyQuery: "the query parameter \(scheme.name)"
    case .apiKeyCookie: "the cookie \(scheme.name)"
    case .bearer, .undeclared: "the header Authorization: Bearer"
    case .basic: "the header Authorization: Basic"
    }
  }

  /// What follows the scheme's name in `Authorization` (RFC 9110, section 11.6.2); scheme names ignore case.
  private static func authorization(_ scheme: String, in headers: Headers) -> String? {
    guard let field = headers["Authorization"] else { return nil }
    let parts = field.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let name = parts.first, Headers.matches(String(name), scheme) else { return nil }
    return parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
  }
}
