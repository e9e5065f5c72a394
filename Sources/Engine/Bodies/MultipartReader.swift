import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Reads a multipart body as the object that its schema describes: each part is a field by the name of its disposition.
enum MultipartReader {
  static func read(
    _ bytes: [UInt8],
    _ type: MediaType,
    _ fields: FormFields,
    _ validator: Validator,
    _ position: SourcePosition
  ) throws(Unreadable) -> BodyReader.Reading {
    let parts = try MultipartParser.parts(of: bytes, type)
    let types = fields.outline.types
    guard type.subtype == "form-data" || types.contains(.object) else {
      // Parts without names are the elements of an array, in their order.
      return BodyReader.Reading(value: .array(parts.map { .string(Charset.octets($0.body)) }))
    }
    var object = JSONObject()
    var violations: [Violation] = []
    for (name, parts) in try named(parts) {
      let field = fields.field(name)
      violations += field.map { PartRules.violations(of: parts, $0, validator, position) } ?? []
      switch value(of: parts, field, fields.outline.member(name), validator) {
      case .absent: break
      case .value(let value): object[name] = value
      case .broken(let keyword, let message):
        violations.append(FieldReader.violation(name, keyword, message, position))
      }
    }
    return BodyReader.Reading(value: .object(object), violations: violations)
  }

  /// The parts by name, in the order of their first mention.
  private static func named(_ parts: [MultipartPart]) throws(Unreadable) -> [(name: String, parts: [MultipartPart])] {
    var groups: [(name: String, parts: [MultipartPart])] = []
    var places: [String: Int] = [:]
    for (index, part) in parts.enumerated() {
      guard let disposition = part.disposition, disposition.type == "form-data", let name = disposition.name else {
        throw Unreadable(
          message: "has a part \(index + 1) without a name: write Content-Disposition: form-data; name=\"…\""
        )
      }
      if let place = places[name] {
        groups[place].parts.append(part)
      } else {
        places[name] = groups.count
        groups.append((name, [part]))
      }
    }
    return groups
  }

  private static func value(
    of parts: [MultipartPart],
    _ field: FormField?,
    _ outline: Outline,
    _ validator: Validator
  ) -> ParameterReader.Reading {
    if let field, field.hasStyle, field.types.isEmpty {
      let items = parts.map { QueryItem(name: field.name, value: String(decoding: $0.body, as: UTF8.self)) }
      let sent = SentParameter(field.parameter, items, QueryNames([field]))
      return ParameterReader.reading(of: field.parameter, sent, validator)
    }
    let typing = field?.typing ?? TextTyping(outline)
    return FieldReader.joined(parts.count, typing) { index, outline in
      value(of: parts[index], field, outline, validator)
    }
  }

  /// The value of one part, by its media type; by the one that its encoding asks for where it names none.
  private static func value(
    of part: MultipartPart,
    _ field: FormField?,
    _ outline: Outline,
    _ validator: Validator
  ) -> ParameterReader.Reading {
    let expected = field.flatMap { $0.types.count == 1 ? $0.types[0] : nil }
    let type = part.type ?? expected
    switch type?.kind {
    case .json?: return FieldReader.document(Array(part.body))
    case .text?, .xml?, nil:
      // A file without a type is octets; so is what is no text.
      if type == nil, part.disposition?.fileName != nil { return octets(part) }
      let charset = type.map(BodyReader.charset) ?? .utf8
      guard let text = charset.text(of: part.body) else {
        return type == nil ? octets(part) : .broken(keyword: "charset", message: "is no text in \(charset.rawValue)")
      }
      return FieldReader.value(of: text, outline, validator)
    default: return octets(part)
    }
  }

  private static func octets(_ part: MultipartPart) -> ParameterReader.Reading {
    .value(.string(Charset.octets(part.body)))
  }
}

extension MultipartPart {
  /// Its `Content-Disposition`; nil where that is missing or malformed.
  var disposition: ContentDisposition? { headers["Content-Disposition"].flatMap { ContentDisposition($0) } }
}
