import DoubletContracts

/// Reads a credential off a request.
enum CredentialReader {
  /// The credential of a scheme: a key, a token, or `user:password`; nil where none was sent. A `Basic` credential that
  /// cannot be decoded is empty.
  static func credential(of scheme: SecuritySchemeRow, in call: Call) -> String? {
    switch scheme.kind {
    case .apiKeyHeader: call.request.headers[scheme.name]
    case .apiKeyQuery: call.target.queryItems.first { $0.name == scheme.name }?.value
    case .apiKeyCookie: Cookies.value(scheme.name, in: call.request.headers)
    case .bearer: authorization("bearer", in: call.request.headers)
    case .basic: authorization("basic", in: call.request.headers).map { Base64.decodeText($0) ?? "" }
    }
  }

  /// How a scheme's credential is sent, for a sentence: `the header REB-APIKEY`.
  static func way(of scheme: SecuritySchemeRow) -> String {
    switch scheme.kind {
    case .apiKeyHeader: "the header \(scheme.name)"
    case .apiKeyQuery: "the query parameter \(scheme.name)"
    case .apiKeyCookie: "the cookie \(scheme.name)"
    case .bearer: "the header Authorization: Bearer"
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
