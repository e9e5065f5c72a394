public import DoubletContracts
public import DoubletJSON

/// A difference between an exchange and the contract: what is wrong, where, and which line of which document says so.
public struct Violation: Sendable, Hashable {
  /// Whose mistake it is.
  public enum Side: String, Sendable, Hashable {
    /// The client's.
    case request
    /// The API's, or the fake's.
    case response
  }

  /// The part of a message that a value stands in.
  public enum Place: String, Sendable, Hashable, CaseIterable {
    /// The content.
    case body
    /// A segment of the path.
    case path
    /// A parameter behind the question mark.
    case query
    /// The whole of the query.
    case querystring
    /// A header field.
    case header
    /// A cookie.
    case cookie
    /// Method and path together.
    case route
  }

  /// Whose mistake it is.
  public var side: Side
  /// The place and the keyword: `body.required`, `query.maximum`.
  public var code: String
  /// Where the value stands, below the one that was judged. The caller puts the name of the parameter before it.
  public var pointer: JSONPointer
  /// The keyword that was broken: `#/components/schemas/LeadSource/properties/medium/type`.
  public var schemaLocation: String
  /// Where that keyword stands in the document.
  public var position: SourcePosition
  /// The rule and the value: `must be at most 512 characters, is 600`.
  public var message: String

  /// A violation of the rule at `schemaLocation`.
  public init(
    side: Side,
    place: Place,
    keyword: String,
    pointer: JSONPointer,
    schemaLocation: String,
    position: SourcePosition,
    message: String
  ) {
    self.init(
      side: side,
      code: "\(place.rawValue).\(keyword)",
      pointer: pointer,
      schemaLocation: schemaLocation,
      position: position,
      message: message
    )
  }

  /// A violation of that code, which is not one of the validator's own: a fault gives it.
  public init(
    side: Side,
    code: String,
    pointer: JSONPointer,
    schemaLocation: String = "",
    position: SourcePosition = .none,
    message: String
  ) {
    self.side = side
    self.code = code
    self.pointer = pointer
    self.schemaLocation = schemaLocation
    self.position = position
    self.message = message
  }

  /// The pointer in dot notation, as answers of APIs name fields: `customer.name`, `tags.0.id`; empty for the value as a
  /// whole.
  public var field: String { pointer.tokens.joined(separator: ".") }
}

extension Violation: CustomStringConvertible {
  /// `/medium: must be a string or null, is the number 5 (body.type)`
  public var description: String { "\(pointer): \(message) (\(code))" }
}
