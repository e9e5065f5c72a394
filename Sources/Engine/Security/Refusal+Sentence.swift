import DoubletContracts

extension Engine {
  /// Why a credential does not let its bearer in. `way` is how it was sent.
  enum Refusal: Error, Equatable {
    /// Nothing came that could be one.
    case missing
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
      case .missing, .empty: false
      default: true
      }
    }

    /// The sentence of the 401; nil where it takes the operation to tell what is missing.
    var sentence: String? {
      switch self {
      case .missing: return nil
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
  /// What a request without credentials is told: what it can send, or why nothing that it can send is accepted.
  static func sentence(ofMissing operation: ServedOperation, _ contract: Contract, _ listed: [Credential]) -> String {
    func canBeMet(_ requirement: RequirementRow) -> Bool {
      let scheme = contract.schemes[requirement.scheme]
      return Engine.canBeMet(scheme.kind, isListed: listed.contains { $0.scheme == scheme.id })
    }
    var ways: [String] = []
    for alternative in operation.alternatives where alternative.allSatisfy(canBeMet) {
      let way = alternative.map { CredentialReader.way(of: contract.schemes[$0.scheme]) }.joined(separator: " and ")
      if !ways.contains(way) { ways.append(way) }
    }
    guard ways.isEmpty else { return "The request carries no credentials; send \(ways.joined(separator: ", or "))." }
    guard let lost = operation.alternatives.joined().first(where: { !canBeMet($0) }) else {
      return "The request carries no credentials that this API accepts."
    }
    return "No credential is one of '\(contract.schemes[lost.scheme].id)', which the document asks for and does not "
      + "declare; declare it in 'components.securitySchemes', or list a credential of it."
  }

  /// Whether a credential of a scheme can be sent: of one that is declared nowhere, only what is listed.
  static func canBeMet(_ kind: SecurityKind, isListed: @autoclosure () -> Bool) -> Bool {
    kind != .undeclared || isListed()
  }
}
