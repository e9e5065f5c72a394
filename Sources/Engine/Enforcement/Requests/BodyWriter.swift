import DoubletContracts
import DoubletJSON

/// Writes a value as a body of a media type.
struct BodyWriter {
  let row: MediaTypeRow

  /// The `Content-Type` of a body of the row's type; where the row is a range, a type that it holds.
  var contentType: String {
    guard let type = MediaType(row.name), type.type == "*" || type.subtype == "*" else { return row.name }
    switch type.type {
    case "*", "application": return "application/json"
    case "text": return "text/plain"
    case "image": return "image/png"
    default: return "\(type.type)/octet-stream"
    }
  }

  /// The bytes; nil where a value of this kind cannot be written as the type.
  func bytes(of value: JSON) -> [UInt8]? {
    guard let type = MediaType(contentType) else { return nil }
    if type.isJSON { return Array(value.text().utf8) }
    guard case .string(let text) = value else { return nil }
    return Array(text.utf8)
  }
}
