/// How a member of a form's schema is written (OpenAPI 3.1, section 4.8.15).
public struct EncodingRow: Sendable, Hashable {
  /// The member.
  public var name: String
  /// The media types and ranges that its part may have; empty where the document says nothing.
  public var types: [String]
  /// The header fields of its part; a run in ``Contract/headers``.
  public var headers: Span
  /// How arrays and objects are written; nil where the document says nothing of style.
  public var style: ParameterStyle?
  /// Whether each element is a field of its own: `k=a&k=b`.
  public var isExploded: Bool
  /// Whether reserved characters may stand unescaped.
  public var allowsReserved: Bool
  /// Where it stands.
  public var position: SourcePosition

  /// An encoding of these facts.
  public init(
    name: String,
    types: [String],
    headers: Span,
    style: ParameterStyle?,
    isExploded: Bool,
    allowsReserved: Bool,
    position: SourcePosition
  ) {
    self.name = name
    self.types = types
    self.headers = headers
    self.style = style
    self.isExploded = isExploded
    self.allowsReserved = allowsReserved
    self.position = position
  }
}
