extension Format {
  /// The noun phrase by which a message names the format, with its standard and, where it helps, an example.
  ///
  /// Fits after "expected": "expected an RFC 3339 date-time such as 2026-01-31T12:00:00Z".
  public var summary: String {
    switch self {
    case .dateTime: "an RFC 3339 date-time such as 2026-01-31T12:00:00Z"
    case .date: "an RFC 3339 date such as 2026-01-31"
    case .time: "an RFC 3339 time with an offset such as 12:00:00Z"
    case .duration: "an RFC 3339 duration such as P1DT12H"
    case .dateTimeLocal: "a date-time without offset such as 2026-01-31T12:00:00"
    case .timeLocal: "a time without offset such as 12:00:00"
    case .httpDate: "an HTTP date (RFC 9110) such as Sat, 31 Jan 2026 12:00:00 GMT"
    case .email: "an e-mail address (RFC 5321) such as ada@example.com"
    case .idnEmail: "an internationalised e-mail address (RFC 6531)"
    case .hostname: "a host name (RFC 1123) such as api.example.com"
    case .idnHostname: "an internationalised host name (RFC 5890)"
    case .ipv4: "an IPv4 address such as 192.0.2.1"
    case .ipv6: "an IPv6 address (RFC 4291) such as 2001:db8::1"
    case .uri: "a URI (RFC 3986) with a scheme"
    case .uriReference: "a URI reference (RFC 3986)"
    case .iri: "an IRI (RFC 3987) with a scheme"
    case .iriReference: "an IRI reference (RFC 3987)"
    case .uriTemplate: "a URI template (RFC 6570) such as /pets/{id}"
    case .uuid: "a UUID (RFC 4122) such as 2eb8aa08-aa98-11ea-b4aa-73b441d16380"
    case .jsonPointer: "a JSON Pointer (RFC 6901) such as /pets/0/name"
    case .relativeJSONPointer: "a relative JSON Pointer such as 1/name"
    case .regex: "a regular expression (ECMA-262, Unicode mode)"
    case .byte: "base64 (RFC 4648, section 4) with padding"
    case .base64url: "URL-safe base64 (RFC 4648, section 5)"
    case .char: "a single character"
    case .mediaRange: "a media range (RFC 9110) such as application/json or text/*"
    case .int8: "an integer from -128 to 127"
    case .uint8: "an integer from 0 to 255"
    case .int16: "an integer from -32768 to 32767"
    case .uint16: "an integer from 0 to 65535"
    case .int32: "an integer of 32 bits, from -2147483648 to 2147483647"
    case .uint32: "an integer from 0 to 4294967295"
    case .int64: "an integer of 64 bits, from -9223372036854775808 to 9223372036854775807"
    case .uint64: "an integer from 0 to 18446744073709551615"
    case .doubleInteger: "an integer from -9007199254740991 to 9007199254740991"
    case .float: "a number in the range of a single-precision float"
    case .double: "a number in the range of a double-precision float"
    case .annotation: "any value"
    }
  }
}
