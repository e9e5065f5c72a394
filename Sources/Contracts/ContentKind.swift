/// How the bytes of a media type are read.
public enum ContentKind: Sendable, Hashable {
  /// `application/json`, `+json`: one JSON text.
  case json
  /// `application/jsonl`, `application/x-ndjson`: a JSON text a line.
  case jsonLines
  /// `application/json-seq`, `+json-seq`: JSON texts, each behind a record separator (RFC 7464).
  case jsonSequence
  /// `application/x-www-form-urlencoded`.
  case form
  /// `multipart/form-data` and the other multiparts.
  case multipart
  /// `application/xml`, `text/xml`, `+xml`: text that no schema is held against.
  case xml
  /// `text/*`: a string.
  case text
  /// All else: a string of octets.
  case binary

  /// The kind of a media type, both names in lower case. A range that holds JSON is taken for it.
  public init(type: some StringProtocol, subtype: some StringProtocol) {
    self =
      switch (type, subtype) {
      case (_, "json"), ("*", _), ("application", "*"): .json
      case ("application", "jsonl"), ("application", "x-ndjson"), ("application", "ndjson"),
        ("application", "x-jsonlines"), ("application", "jsonlines"):
        .jsonLines
      case (_, "json-seq"): .jsonSequence
      case (_, "xml"): .xml
      case ("application", "x-www-form-urlencoded"): .form
      case ("multipart", _): .multipart
      case _ where subtype.hasSuffix("+json"): .json
      case _ where subtype.hasSuffix("+json-seq"): .jsonSequence
      case _ where subtype.hasSuffix("+xml"): .xml
      case ("text", _): .text
      default: .binary
      }
  }

  /// The kind of a media type with or without parameters; nil where it has no `/`.
  public init?(mediaType: String) {
    let names = mediaType.prefix { $0 != ";" }.lowercased().split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2 else { return nil }
    self.init(type: names[0].trimmingBlanks, subtype: names[1].trimmingBlanks)
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmingBlanks: Substring {
    var text = self
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return text
  }
}

extension Contract {
  /// Whether the schema of a request body is held against bodies of a media type: not where these are XML, nor where
  /// the schema speaks of something else than the octets of a type that is none of the others.
  public func judges(_ row: MediaTypeRow, as kind: ContentKind) -> Bool {
    guard row.schema >= 0, kind != .xml else { return false }
    return kind != .binary || schemas.types(of: row.schema).contains(.string)
  }

  /// Whether the schema of a media type is held against the bodies of a response: where they are JSON, or can be, and
  /// there is a body.
  public func judges(_ row: MediaTypeRow, of response: ResponseRow) -> Bool {
    row.schema >= 0 && ContentKind(mediaType: row.name) == .json && response.hasContent
  }
}
