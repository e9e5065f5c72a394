public import DoubletJSON

/// A request body.
public struct BodyRow: Sendable, Hashable {
  /// Whether a request without it is a violation.
  public var isRequired: Bool
  /// Run in ``Contract/mediaTypes``, in document order.
  public var content: Span
  /// Where it stands.
  public var position: SourcePosition

  /// A body of these media types.
  public init(isRequired: Bool, content: Span, position: SourcePosition) {
    self.isRequired = isRequired
    self.content = content
    self.position = position
  }
}

/// A media type that a body can have.
public struct MediaTypeRow: Sendable, Hashable {
  /// The type or range in lower case, with its parameters: `application/json`, `text/*`.
  public var name: String
  /// The schema of the body, or -1 where there is none.
  public var schema: Int
  /// The schema of each item of a sequence, such as a line of `application/x-ndjson`, or -1 (OpenAPI 3.2).
  public var itemSchema: Int
  /// Run in ``Contract/examples``.
  public var examples: Span
  /// Run in ``Contract/encodings``; only forms have some.
  public var encodings: Span
  /// Where it stands.
  public var position: SourcePosition

  /// A media type.
  public init(
    name: String,
    schema: Int,
    itemSchema: Int = -1,
    examples: Span,
    encodings: Span = .empty,
    position: SourcePosition
  ) {
    self.name = name
    self.schema = schema
    self.itemSchema = itemSchema
    self.examples = examples
    self.encodings = encodings
    self.position = position
  }
}

/// An example of a body.
public struct ExampleRow: Sendable, Hashable {
  /// Its key in `examples`; empty for `example`.
  public var name: String
  /// The body.
  public var value: JSON
  /// Where it stands.
  public var position: SourcePosition

  /// An example.
  public init(name: String, value: JSON, position: SourcePosition) {
    self.name = name
    self.value = value
    self.position = position
  }
}

/// An answer that an operation declares.
public struct ResponseRow: Sendable, Hashable {
  /// Lowest status it stands for: 200 of `200`, 400 of `4XX`, 0 of `default`.
  public var lowest: Int
  /// Highest status it stands for: 200 of `200`, 499 of `4XX`, 999 of `default`.
  public var highest: Int
  /// Run in ``Contract/headers``.
  public var headers: Span
  /// Run in ``Contract/mediaTypes``; empty for an answer without a body.
  public var content: Span
  /// Where it stands.
  public var position: SourcePosition

  /// An answer of these facts.
  public init(lowest: Int, highest: Int, headers: Span, content: Span, position: SourcePosition) {
    self.lowest = lowest
    self.highest = highest
    self.headers = headers
    self.content = content
    self.position = position
  }

  /// Whether it stands for one status only.
  public var isExact: Bool { lowest == highest }

  /// Whether it stands for every status that no other response names.
  public var isDefault: Bool { lowest == 0 }

  /// Whether an answer of it can have a body.
  public var hasContent: Bool { !isExact || HTTPStatus.hasContent(lowest) }

  /// As the document writes it: `200`, `4XX`, `default`.
  public var name: String { isDefault ? "default" : isExact ? "\(lowest)" : "\(lowest / 100)XX" }
}

extension ArraySlice where Element == ResponseRow {
  /// What answers of a status are declared as: the status itself beats a range, and that `default`; nil: they are not.
  public func response(status: Int) -> ResponseRow? {
    var found: ResponseRow?
    for response in self {
      guard response.lowest <= status, status <= response.highest else { continue }
      if response.isExact { return response }
      if found?.isDefault ?? true { found = response }
    }
    return found
  }
}

/// A header field that an answer declares.
public struct HeaderRow: Sendable, Hashable {
  /// The field's name as in the document.
  public var name: String
  /// Whether an answer without it breaks the contract.
  public var isRequired: Bool
  /// The schema of its value, or -1.
  public var schema: Int
  /// Whether the members of an object are written `k=v`.
  public var isExploded: Bool
  /// Media type of a `content` header, whose value is a document of that type; else empty.
  public var mediaType: String
  /// What the fake sends, a template from the header's `x-doublet`; empty where the spec does not say.
  public var value: Template
  /// Where it stands.
  public var position: SourcePosition

  /// A header field.
  public init(
    name: String,
    isRequired: Bool,
    schema: Int,
    isExploded: Bool = false,
    mediaType: String = "",
    value: Template,
    position: SourcePosition
  ) {
    self.name = name
    self.isRequired = isRequired
    self.schema = schema
    self.isExploded = isExploded
    self.mediaType = mediaType
    self.value = value
    self.position = position
  }
}
