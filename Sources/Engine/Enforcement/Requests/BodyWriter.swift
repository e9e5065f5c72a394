import DoubletContracts
import DoubletJSON

/// Writes a value as a body of a media type: the inverse of ``BodyReader``.
struct BodyWriter {
  let row: MediaTypeRow
  /// The fields of a form; nil where the type is none.
  var fields: FormFields?
  /// What the parts of a multipart say beside their values.
  var parts: PartWriter?

  /// The `Content-Type` of a body of the row's type; where the row is a range, a type that it holds.
  var contentType: String {
    guard let type = MediaType(row.name) else { return row.name }
    if type.kind == .multipart { return "\(row.name); boundary=\(FormWriter.boundary)" }
    guard type.type == "*" || type.subtype == "*" else { return row.name }
    switch type.type {
    case "*", "application": return "application/json"
    case "text": return "text/plain"
    case "image": return "image/png"
    default: return "\(type.type)/octet-stream"
    }
  }

  /// The bytes; nil where a value of this kind cannot be written as the type.
  func bytes(of value: JSON) -> [UInt8]? {
    guard let kind = MediaType(contentType)?.kind else { return nil }
    switch (kind, value) {
    case (.json, _): return Array(value.text().utf8)
    case (.form, _): return fields.flatMap { FormWriter(fields: $0).form(value) }
    case (.multipart, _):
      guard let fields, let parts else { return nil }
      return FormWriter(fields: fields).multipart(value, parts)
    case (.jsonLines, .array(let elements)): return Array(elements.map { "\($0.text())\n" }.joined().utf8)
    case (.jsonSequence, .array(let elements)):
      return Array(elements.map { "\u{1E}\($0.text())\n" }.joined().utf8)
    case (.binary, .string(let text)):
      // Each character stands for an octet.
      let octets = text.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
      return octets.count == text.unicodeScalars.count ? octets : nil
    case (_, .string(let text)): return Array(text.utf8)
    case (.text, .number), (.text, .bool): return Array(value.text().utf8)
    default: return nil
    }
  }
}

extension BodyWriter {
  /// What writes requests of a media type.
  init(_ content: ServedContent, _ api: ServedContract) {
    self.init(row: content.row, fields: content.fields, parts: PartWriter(shown: api.shownHeaders))
  }
}
