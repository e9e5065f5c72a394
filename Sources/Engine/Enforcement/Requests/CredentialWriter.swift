import DoubletContracts

/// Writes a credential where its scheme wants it: the inverse of ``CredentialReader``.
enum CredentialWriter {
  /// A credential that the scheme can take.
  static func credential(of scheme: SecuritySchemeRow) -> String {
    if let form = scheme.token, let first = form.alphabet.first {
      return String(repeating: String(first), count: form.length)
    }
    return scheme.kind == .basic ? "doublet:self-test" : "doublet-self-test"
  }

  /// Writes a credential of a scheme.
  static func write(_ credential: String, of scheme: SecuritySchemeRow, to parts: inout RequestParts) {
    switch scheme.kind {
    case .apiKeyHeader: parts.headers.append(scheme.name, credential)
    case .apiKeyQuery:
      parts.query.append("\(PercentEncoding.encodeValue(scheme.name))=\(PercentEncoding.encodeValue(credential))")
    case .apiKeyCookie: parts.cookies.append("\(scheme.name)=\(credential)")
    case .bearer, .undeclared: parts.headers.append("Authorization", "Bearer \(credential)")
    case .basic: parts.headers.append("Authorization", "Basic \(Base64.encode(credential))")
    }
  }
}
