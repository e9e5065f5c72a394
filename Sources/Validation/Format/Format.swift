/// A value of the JSON Schema `format` keyword whose meaning this library checks.
///
/// These are the formats of JSON Schema Validation 2020-12, section 7.3, and those of the OpenAPI format registry that
/// narrow a value. An unknown name is no fault in a schema (section 7.2.3): `Format(name:)` is nil for it and the
/// validator checks nothing.
///
///     Format(name: "uuid")?.accepts("2eb8aa08-aa98-11ea-b4aa-73b441d16380")  // true
public enum Format: String, CaseIterable, Sendable, Hashable {
  /// A point in time (RFC 3339, section 5.6).
  case dateTime = "date-time"
  /// A day (RFC 3339 `full-date`).
  case date
  /// A time of day with its offset (RFC 3339 `full-time`).
  case time
  /// A length of time (RFC 3339, appendix A).
  case duration
  /// A date and time without offset (OpenAPI registry).
  case dateTimeLocal = "date-time-local"
  /// A time of day without offset (OpenAPI registry).
  case timeLocal = "time-local"
  /// A date in HTTP's preferred form (RFC 9110, section 5.6.7).
  case httpDate = "http-date"
  /// A mailbox (RFC 5321, section 4.1.2).
  case email
  /// An internationalised mailbox (RFC 6531).
  case idnEmail = "idn-email"
  /// A host name (RFC 1123, section 2.1), A-labels of RFC 5890 included.
  case hostname
  /// An internationalised host name (RFC 5890).
  case idnHostname = "idn-hostname"
  /// A dotted-quad address (RFC 2673, section 3.2).
  case ipv4
  /// An address of RFC 4291, section 2.2.
  case ipv6
  /// An absolute reference with its scheme (RFC 3986, section 3).
  case uri
  /// A URI or a relative reference (RFC 3986, section 4.1).
  case uriReference = "uri-reference"
  /// An internationalised URI (RFC 3987).
  case iri
  /// An IRI or a relative reference (RFC 3987).
  case iriReference = "iri-reference"
  /// A URI with expressions to fill (RFC 6570).
  case uriTemplate = "uri-template"
  /// A UUID in its text form (RFC 4122, section 3), of any version.
  case uuid
  /// A JSON Pointer in its string form (RFC 6901, section 5).
  case jsonPointer = "json-pointer"
  /// A Relative JSON Pointer (draft-bhutton-relative-json-pointer-00).
  case relativeJSONPointer = "relative-json-pointer"
  /// A regular expression of ECMA-262 in `u` mode.
  case regex
  /// Base64 with padding (RFC 4648, section 4).
  case byte
  /// Base64 of the URL-safe alphabet, padding optional (RFC 4648, section 5).
  case base64url
  /// A single character (OpenAPI registry).
  case char
  /// A media range such as `text/*` (RFC 9110, section 12.5.1).
  case mediaRange = "media-range"
  /// A signed integer of 8 bits.
  case int8
  /// An unsigned integer of 8 bits.
  case uint8
  /// A signed integer of 16 bits.
  case int16
  /// An unsigned integer of 16 bits.
  case uint16
  /// A signed integer of 32 bits.
  case int32
  /// An unsigned integer of 32 bits.
  case uint32
  /// A signed integer of 64 bits.
  case int64
  /// An unsigned integer of 64 bits.
  case uint64
  /// An integer that a double holds exactly, whatever its neighbours.
  case doubleInteger = "double-int"
  /// A number in the range of a single-precision float.
  case float
  /// A number in the range of a double-precision float.
  case double
  /// A format that describes without narrowing, such as `password` or `binary`; it accepts everything.
  case annotation

  /// The format with this name in a schema; nil for a name this library does not know.
  public init?(name: String) {
    if Self.annotationNames.contains(name) {
      self = .annotation
    } else if let format = Self(rawValue: name), format != .annotation {
      self = format
    } else {
      return nil
    }
  }

  private static let annotationNames: Set<String> = [
    "password", "binary", "commonmark", "html", "decimal", "decimal128",
  ]
}
