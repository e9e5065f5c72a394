/// A place in a request that a spec reads a value from: `path.id`, `query.lead_identifier`, `server.organizationId`,
/// `body.customer.id`, `credential`.
public struct ValueSource: Sendable, Hashable, CustomStringConvertible {
  /// The part of the request.
  public enum Place: String, Sendable, Hashable, CaseIterable {
    /// A path parameter.
    case path
    /// A query parameter.
    case query
    /// A header field.
    case header
    /// A cookie.
    case cookie
    /// A member of a JSON body, in dot notation.
    case body
    /// A variable of the server path that the request came by.
    case server
    /// The credential that let the request in; has no name.
    case credential
  }

  /// The part of the request.
  public var place: Place
  /// The name in it; empty for `credential`.
  public var name: String

  /// A value of that name in that place.
  public init(place: Place, name: String) {
    self.place = place
    self.name = name
  }

  /// Reads `place.name`; nil when it is not of that form.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let place = Place(rawValue: String(parts[0])) else { return nil }
    let name = parts.count == 2 ? String(parts[1]) : ""
    guard (place == .credential) == name.isEmpty else { return nil }
    self.init(place: place, name: name)
  }

  /// As a spec writes it.
  public var description: String { name.isEmpty ? place.rawValue : "\(place.rawValue).\(name)" }
}
