import DoubletContracts

/// What `WWW-Authenticate` says (RFC 9110, section 11.6.1; RFC 6750, section 3).
enum Challenge {
  /// Why a bearer token was refused.
  struct TokenError: Sendable {
    /// `invalid_token` or `insufficient_scope`.
    var code: String
    var description: String
    /// The scopes that would be enough.
    var scopes: [String] = []

    var text: String {
      // RFC 6750 leaves out what would end the quotes.
      let description = description.filter { $0.isASCII && $0 != "\"" && $0 != "\\" }
      let scope = scopes.isEmpty ? "" : ", scope=\"\(scopes.joined(separator: " "))\""
      return " error=\"\(code)\", error_description=\"\(description)\"\(scope)"
    }
  }

  /// The challenges of the operation's HTTP schemes, after a 401, or after a 403 for the sake of a token; nil where there
  /// is none.
  static func text(of problem: Problem, _ status: Int, _ call: Call) -> String? {
    let isUnauthenticated = problem.kind == .unauthenticated && status == 401
    guard isUnauthenticated || problem.tokenError != nil, let contract = call.api?.contract,
      let operation = call.operation
    else { return nil }
    var challenges: [String] = []
    for requirement in operation.alternatives.joined() {
      let challenge: String? =
        switch contract.schemes[requirement.scheme].kind {
        case .bearer: "Bearer\(problem.tokenError?.text ?? "")"
        case .basic where isUnauthenticated: "Basic realm=\"\(contract.info.title.filter { $0 != "\"" })\""
        default: nil
        }
      if let challenge, !challenges.contains(challenge) { challenges.append(challenge) }
    }
    return challenges.isEmpty ? nil : challenges.joined(separator: ", ")
  }
}
