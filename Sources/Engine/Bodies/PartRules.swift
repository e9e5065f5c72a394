import DoubletContracts
import DoubletJSON
import DoubletValidation

/// What an encoding asks of the parts of a field, beside their values: media types and header fields.
enum PartRules {
  static func violations(
    of parts: [MultipartPart],
    _ field: FormField,
    _ validator: Validator,
    _ position: SourcePosition
  ) -> [Violation] {
    parts.flatMap { part in
      mediaType(of: part, field, position) + field.headers.flatMap { header($0, of: part, field, validator) }
    }
  }

  private static func mediaType(
    of part: MultipartPart,
    _ field: FormField,
    _ position: SourcePosition
  ) -> [Violation] {
    guard !field.types.isEmpty, let sent = part.headers["Content-Type"] else { return [] }
    if let type = part.type, field.types.contains(where: { $0.holds(type) }) { return [] }
    let names = field.types.map(\.description).joined(separator: ", ")
    return [FieldReader.violation(field.name, "mediaType", "is \(sent), must be \(names)", position)]
  }

  private static func header(
    _ header: ServedParameter,
    of part: MultipartPart,
    _ field: FormField,
    _ validator: Validator
  ) -> [Violation] {
    HeaderFields.violations(of: part.headers[header.row.name], as: header, validator, .request).map {
      let message = "its part's header \(header.row.name) \($0.message)"
      return FieldReader.violation(field.name, "header", message, header.row.position)
    }
  }
}
