import DoubletJSON

/// A JSON Web Token (RFC 7519) as a stand-in reads one: its claims. The signature is not verified, since the keys are
/// the provider's.
struct WebToken {
  private let claims: JSON

  /// Nil where the text is no token of this form: then it means nothing but itself.
  init?(_ text: String) {
    guard text.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 2 else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = WebToken.object(parts[0]), header["alg"]?.string != nil,
      let claims = WebToken.object(parts[1]), Base64.decodeURL(parts[2]) != nil
    else { return nil }
    self.claims = claims
  }

  /// What a token has to say of the time.
  enum Validity: Equatable {
    case now
    case ended(Instant)
    case later(Instant)
    /// The claim of this name is no number.
    case unreadable(claim: String)
  }

  /// Whether it is good at a moment (RFC 7519, sections 4.1.4 and 4.1.5).
  func validity(at now: Instant) -> Validity {
    for claim in ["exp", "nbf"] {
      guard let value = claims[claim] else { continue }
      guard let seconds = value.number?.double else { return .unreadable(claim: claim) }
      // Beyond what a clock tells it is the end of time, or the beginning.
      let limit = Double(Instant.endOfClocks.seconds)
      let moment = Instant(nanoseconds: Int(min(max(seconds, 0), limit) * 1_000_000_000))
      if claim == "exp", now >= moment { return .ended(moment) }
      if claim == "nbf", now < moment { return .later(moment) }
    }
    return .now
  }

  /// The scopes and roles that it grants, by the claims in use for them (RFC 9068, section 2.2.3, and others); nil where
  /// it does not say.
  var scopes: [String]? {
    let granted = ["scope", "scp", "scopes", "roles"].compactMap { claims[$0] }
    guard !granted.isEmpty else { return nil }
    return granted.flatMap { claim in
      claim.array?.compactMap(\.string) ?? (claim.string ?? "").split(separator: " ").map(String.init)
    }
  }

  private static func object(_ part: Substring) -> JSON? {
    guard let bytes = Base64.decodeURL(part), let json = try? JSON(parsing: bytes), json.object != nil else {
      return nil
    }
    return json
  }
}
