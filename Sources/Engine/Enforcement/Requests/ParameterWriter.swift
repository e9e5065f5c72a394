import DoubletContracts
import DoubletJSON

/// Writes a value as a parameter, as its style and place ask: the inverse of ``ParameterReader``.
struct ParameterWriter {
  let parameter: ServedParameter
  private var row: ParameterRow { parameter.row }

  /// Writes a value; false where its place cannot hold it: a line end in a header field.
  func write(_ value: JSON, to parts: inout RequestParts) -> Bool {
    if row.mediaType.isEmpty {
      switch (value, parameter.typing.shape) {
      case (_, _) where row.style == .deepObject: return write(deep(value, below: name), to: &parts)
      case (.array(let elements), .array) where row.repeatsArrays:
        return write(elements.map { "\(name)=\(text($0))" }, to: &parts)
      case (.object(let members), .object) where parameter.spreadsMembers:
        return write(members.map { "\(encode($0.key))=\(text($0.value))" }, to: &parts)
      case (.array(let elements), .array): return write(text: joined(elements.map(text)), to: &parts)
      case (.object(let members), .object):
        let pairs = members.map { (encode($0.key), text($0.value)) }
        let texts = row.isExploded ? pairs.map { "\($0)=\($1)" } : pairs.flatMap { [$0, $1] }
        return write(text: joined(texts), to: &parts)
      default: return write(text: joined([text(value)]), to: &parts)
      }
    }
    if row.mediaType == "application/x-www-form-urlencoded", case .object(let members) = value {
      return write(members.map { "\(encode($0.key))=\(text($0.value))" }, to: &parts)
    }
    return write(text: text(value), to: &parts)
  }

  /// Writes a text as it stands.
  func write(text: String, to parts: inout RequestParts) -> Bool {
    switch row.location {
    case .path: parts.path[row.name] = text
    case .query: parts.query.append("\(name)=\(text)")
    case .querystring: parts.query.append(text)
    case .header:
      guard ParameterWriter.isFieldValue(text) else { return false }
      parts.headers.append(row.name, text)
    case .cookie:
      guard ParameterWriter.isCookieValue(text) else { return false }
      parts.cookies.append("\(row.name)=\(text)")
    }
    return true
  }

  private var name: String { encode(row.name) }

  /// Pairs of several parameters, or of several cookies.
  private func write(_ pairs: [String], to parts: inout RequestParts) -> Bool {
    if row.location == .cookie {
      guard pairs.allSatisfy(ParameterWriter.isCookieValue) else { return false }
      parts.cookies += pairs
    } else {
      parts.query += pairs
    }
    return true
  }

  /// `k[a][b]=1`, and `k[a]=1&k[a]=2` for arrays.
  private func deep(_ value: JSON, below name: String) -> [String] {
    switch value {
    case .object(let members): members.flatMap { deep($0.value, below: "\(name)[\(encode($0.key))]") }
    case .array(let elements): elements.flatMap { deep($0, below: name) }
    default: ["\(name)=\(text(value))"]
    }
  }

  private func joined(_ parts: [String]) -> String {
    switch row.style {
    case .spaceDelimited: parts.joined(separator: "%20")
    case .pipeDelimited: parts.joined(separator: "|")
    case .label: "." + parts.joined(separator: row.isExploded ? "." : ",")
    case .matrix where row.isExploded && parameter.typing.shape == .object: parts.map { ";\($0)" }.joined()
    case .matrix where row.isExploded: parts.map { ";\(row.name)=\($0)" }.joined()
    case .matrix: ";\(row.name)=\(parts.joined(separator: ","))"
    default: parts.joined(separator: ",")
    }
  }

  /// A scalar's own text; JSON for what has parts, and for documents.
  private func text(_ value: JSON) -> String {
    if row.mediaType.isEmpty || MediaType(row.mediaType)?.isJSON != true, case .string(let text) = value {
      return encode(text)
    }
    return encode(value.text())
  }

  private func encode(_ text: String) -> String {
    switch row.location {
    case .path: PercentEncoding.encodeValue(text)
    case .querystring: PercentEncoding.encodeValue(text)
    case .query: row.allowsReserved ? PercentEncoding.encodeReserved(text) : PercentEncoding.encodeValue(text)
    // A cookie in the style of a form is escaped like one.
    case .cookie: row.style == .form ? PercentEncoding.encodeValue(text) : text
    case .header: text
    }
  }

  /// Whether a text can stand in a header field as it is (RFC 9110, section 5.5).
  static func isFieldValue(_ text: String) -> Bool {
    let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    if let first = text.utf8.first, blanks.contains(first) { return false }
    if let last = text.utf8.last, blanks.contains(last) { return false }
    return text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }
  }

  private static func isCookieValue(_ text: String) -> Bool {
    isFieldValue(text) && !text.utf8.contains(UInt8(ascii: ";"))
  }
}
