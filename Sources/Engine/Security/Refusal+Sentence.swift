import DoubletContracts

extension Engine {
  /// Why a credential does not let its bearer in. `way` is how it was sent.
  enum Refusal: Error, Equatable {
    case missing
    /// Its scheme is declared nowhere, and no credential of it is listed.
    case undeclared(scheme: String)
    case empty(way: String)
    case unknown(way: String)
    /// It cannot be what the scheme asks for.
    case unreadable(way: String, reason: String)
    /// It was not used for too long.
    case idle(way: String, seconds: Int)
    case ended(way: String, Instant)
    case later(way: String, Instant)

    /// Whether a credential came that is none: `invalid_token` of RFC 6750.
    var concernsValue: Bool {
      switch self {
      case .missing, .undeclared, .empty: false
      default: true
      }
    }

    /// The sentence of the 401.
    func sentence(_ contract: Contract, _ operation: ServedOperation) -> String {
      switch self {
      case .missing:
        var ways: [String] = []
        for alternative in operation.alternatives {
          let way = alternative.map { CredentialReader.way(of: contract.schemes[$0.scheme]) }.joined(separator: " and ")
          if !ways.contains(way) { ways.append(way) }
        }
        return ways.isEmpty
          ? "The request carries no credentials that this API accepts."
          : "The request carries no credentials; send \(ways.joined(separator: ", or "))."
      case .undeclared(let scheme):
        return "No credential is one of '\(scheme)', which the document asks for and does not declare; declare it in "
          + "'components.securitySchemes', or list a credential of it."
      case .empty(let way): return "The credential is empty; send a value in \(way)."
      case .unknown(let way): return "The credential in \(way) is not one that this API knows."
      case .unreadable(let way, let reason): return "The credential in \(way) \(reason)."
      case .idle(let way, let seconds):
        return "The credential in \(way) has expired: it was not used for \(seconds) s. Ask for a new one."
      case .ended(let way, let end): return "The credential in \(way) has expired: it was good until \(end)."
      case .later(let way, let start): return "The credential in \(way) is not good yet: it is from \(start) on."
      }
    }
  }
}
