/// Where a parameter travels.
public enum ParameterLocation: String, Sendable, Hashable, CaseIterable {
  /// In a segment of the path.
  case path
  /// After the `?`.
  case query
  /// In a header field.
  case header
  /// In the `Cookie` header field.
  case cookie
  /// The whole of the query, as one value (OpenAPI 3.2).
  case querystring
}

/// How an array or object is written in a parameter (OpenAPI 3.1, section 4.8.12.2).
public enum ParameterStyle: String, Sendable, Hashable, CaseIterable {
  /// `a,b` or `k=v`; the default of query and cookie.
  case form
  /// `a,b`; the default of path and header.
  case simple
  /// `;k=a`.
  case matrix
  /// `.a.b`.
  case label
  /// `a b`.
  case spaceDelimited
  /// `a|b`.
  case pipeDelimited
  /// `k[name]=v`.
  case deepObject
  /// `k=a; k=b`, in cookies only and without escapes (OpenAPI 3.2).
  case cookie
}

/// A parameter of an operation.
public struct ParameterRow: Sendable, Hashable {
  /// Its name; of a header in the document's spelling, compared without regard to case.
  public var name: String
  /// Where it travels.
  public var location: ParameterLocation
  /// Whether a request without it is a violation.
  public var isRequired: Bool
  /// How arrays and objects are written.
  public var style: ParameterStyle
  /// Whether each element is a parameter of its own: `k=a&k=b`.
  public var isExploded: Bool
  /// Whether reserved characters may stand unescaped.
  public var allowsReserved: Bool
  /// Whether an empty value is right whatever the schema says.
  public var allowsEmpty: Bool
  /// The schema of its value.
  public var schema: Int
  /// Media type of a `content` parameter, whose value is a document of that type; else empty.
  public var mediaType: String
  /// How the fields of a whole query are written; a run in ``Contract/encodings``.
  public var encodings: Span
  /// Whether the document calls it deprecated.
  public var isDeprecated: Bool
  /// Where it stands.
  public var position: SourcePosition

  /// A parameter of these facts.
  public init(
    name: String,
    location: ParameterLocation,
    isRequired: Bool,
    style: ParameterStyle,
    isExploded: Bool,
    allowsReserved: Bool,
    allowsEmpty: Bool = false,
    schema: Int,
    mediaType: String,
    encodings: Span = .empty,
    isDeprecated: Bool,
    position: SourcePosition
  ) {
    self.name = name
    self.location = location
    self.isRequired = isRequired
    self.style = style
    self.isExploded = isExploded
    self.allowsReserved = allowsReserved
    self.allowsEmpty = allowsEmpty
    self.schema = schema
    self.mediaType = mediaType
    self.encodings = encodings
    self.isDeprecated = isDeprecated
    self.position = position
  }
}
