import DoubletContracts
import DoubletJSON

/// Writes an object as a form: the inverse of ``FormReader`` and ``MultipartReader``.
struct FormWriter {
  let fields: FormFields
  /// What parts the parts of a multipart.
  static let boundary = "doublet-form-boundary"

  /// `application/x-www-form-urlencoded`; nil for what is no object.
  func form(_ value: JSON) -> [UInt8]? {
    guard case .object(let members) = value else { return nil }
    var parts = RequestParts()
    for (name, member) in members {
      let field = fields.field(name)
      if let field, field.hasStyle {
        guard ParameterWriter(parameter: field.parameter).write(member, to: &parts) else { return nil }
      } else {
        let name = PercentEncoding.encodeValue(name)
        parts.query += texts(of: member, field).map { "\(name)=\(PercentEncoding.encodeValue($0))" }
      }
    }
    return Array(parts.query.joined(separator: "&").utf8)
  }

  /// `multipart/form-data`; nil for what is no object, or holds what no part can.
  func multipart(_ value: JSON, _ writer: PartWriter) -> [UInt8]? {
    guard case .object(let members) = value else { return nil }
    var body = ""
    for (name, member) in members {
      let field = fields.field(name)
      guard let lines = field.map(writer.lines) ?? "", let items = items(of: member, name, writer) else { return nil }
      for item in items where !item.value.contains(FormWriter.boundary) {
        guard let name = FormWriter.quoted(item.name) else { return nil }
        body += "--\(FormWriter.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n"
        body += "\(lines)\r\n\(item.value)\r\n"
      }
    }
    return Array("\(body)--\(FormWriter.boundary)--\r\n".utf8)
  }

  /// The names and texts of a member's parts.
  private func items(of value: JSON, _ name: String, _ writer: PartWriter) -> [QueryItem]? {
    let field = fields.field(name)
    if let field, field.hasStyle, field.types.isEmpty {
      var parts = RequestParts()
      guard ParameterWriter(parameter: field.parameter).write(value, to: &parts) else { return nil }
      return parts.query.map { QueryItem($0[...]) }
    }
    let texts = field.map(writer.isJSON) == true ? (value.array ?? [value]).map { $0.text() } : texts(of: value, field)
    return texts.map { QueryItem(name: name, value: $0) }
  }

  /// A text for each element of an array, one for anything else: a string's own, JSON for what has parts, and for whatever
  /// is read as JSON.
  private func texts(of value: JSON, _ field: FormField?) -> [String] {
    guard let typing = field?.typing, typing.shape != .object else {
      return field == nil ? plain(value) : [value.text()]
    }
    // What is no string would be read as one, unless the array is JSON.
    let isLost = (value.array ?? []).enumerated().contains { position, element in
      element.string == nil && typing.outline.element(position).types.contains(.string)
    }
    return isLost && typing.shape == .array ? [value.text()] : plain(value)
  }

  private func plain(_ value: JSON) -> [String] { (value.array ?? [value]).map { $0.string ?? $0.text() } }

  /// The name as a disposition has it; nil where a header field cannot hold it.
  private static func quoted(_ name: String) -> String? {
    guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "%") }) else { return nil }
    return name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
