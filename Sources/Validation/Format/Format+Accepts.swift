extension Format {
  /// Whether a string, given as its UTF-8 bytes, has the format.
  ///
  /// True for a numeric format: JSON Schema lets a format apply to one kind of instance and ignore the others. Nothing
  /// is allocated but for `regex` and for host names with labels beyond ASCII.
  public func accepts(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .dateTime: Timestamps.isDateTime(utf8)
    case .date: Timestamps.isDate(utf8)
    case .time: Timestamps.isTime(utf8)
    case .dateTimeLocal: Timestamps.isDateTime(utf8, hasOffset: false)
    case .timeLocal: Timestamps.isTime(utf8, hasOffset: false)
    case .httpDate: Timestamps.isHTTPDate(utf8)
    case .duration: Durations.isDuration(utf8)
    case .email: Mailboxes.isMailbox(utf8, allowsUnicode: false)
    case .idnEmail: Mailboxes.isMailbox(utf8, allowsUnicode: true)
    case .hostname: HostNames.isHostName(utf8)
    case .idnHostname: HostNames.isInternationalHostName(utf8)
    case .ipv4: Addresses.isIPv4(utf8)
    case .ipv6: Addresses.isIPv6(utf8)
    case .uri: References.isReference(utf8, requiresScheme: true, allowsUnicode: false)
    case .uriReference: References.isReference(utf8, requiresScheme: false, allowsUnicode: false)
    case .iri: References.isReference(utf8, requiresScheme: true, allowsUnicode: true)
    case .iriReference: References.isReference(utf8, requiresScheme: false, allowsUnicode: true)
    case .uriTemplate: Templates.isTemplate(utf8)
    case .uuid: Encodings.isUUID(utf8)
    case .jsonPointer: Pointers.isPointer(utf8)
    case .relativeJSONPointer: Pointers.isRelativePointer(utf8)
    case .regex: PatternParser.isStrictlyValid(String(decoding: utf8, as: UTF8.self))
    case .byte: Encodings.isBase64(utf8)
    case .base64url: Encodings.isBase64URL(utf8)
    case .char: Encodings.isCharacter(utf8)
    case .mediaRange: MediaRanges.isMediaRange(utf8)
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .uint64: true
    case .doubleInteger, .float, .double, .annotation: true
    }
  }

  /// Whether a string has the format; the same as over its UTF-8 bytes.
  public func accepts(_ string: String) -> Bool {
    var string = string
    return string.withUTF8 { accepts($0) }
  }
}
