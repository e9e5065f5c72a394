import DoubletContracts
import DoubletJSON

/// A value as the bytes of a media type.
enum Rendering {
  /// What stands for content that is neither text nor said by an example: a few bytes, always the same.
  static let binary: [UInt8] = Array(0..<16)

  /// The bytes of a value. A string is its own text in every type but JSON.
  ///
  /// - Parameter root: What the outermost element of an XML document is called.
  static func bytes(of value: JSON, as type: MediaType, root: @autoclosure () -> String) -> [UInt8] {
    if type.isJSON { return JSONWriter.bytes(of: value) }
    if case .string(let text) = value { return Array(text.utf8) }
    if type.isXML { return Array(XMLText.document(of: value, root: root()).utf8) }
    let items = value.array ?? [value]
    switch (ContentKind(type: type.type, subtype: type.subtype), type.subtype) {
    case (.jsonLines, _): return Array(items.map { "\($0.text())\n" }.joined().utf8)
    case (.jsonSequence, _): return Array(items.map { "\u{1E}\($0.text())\n" }.joined().utf8)
    case (_, "csv"): return Array(CSVText.table(of: value).utf8)
    case (_, "event-stream"): return Array(items.map(event).joined().utf8)
    default: return JSONWriter.bytes(of: value)
    }
  }

  /// An event of a stream (WHATWG HTML, section 9.2.5): an object that names its fields (OpenAPI 3.2, section 4.14.4), else
  /// the value as the event's data.
  private static func event(_ item: JSON) -> String {
    let fields: Set<String> = ["event", "data", "id", "retry"]
    guard let members = item.object, members.keys.allSatisfy(fields.contains) else {
      return "data: \(item.text())\n\n"
    }
    let lines = members.flatMap { name, value in
      (value.string ?? value.text()).split(separator: "\n", omittingEmptySubsequences: false).map { line in
        "\(name): \(line)\n"
      }
    }
    return lines.joined() + "\n"
  }
}

extension MediaType {
  /// Whether a body of this type is XML (RFC 7303, section 4).
  var isXML: Bool { subtype == "xml" || subtype.hasSuffix("+xml") }

  /// Whether a body of this type is characters, as far as its name says it.
  var isText: Bool {
    if type == "text" || isJSON || isXML { return true }
    let names = [
      "yaml", "x-yaml", "javascript", "ndjson", "x-ndjson", "jsonl", "graphql", "x-www-form-urlencoded", "jwt",
    ]
    return subtype.hasSuffix("+yaml") || names.contains(subtype)
  }

  /// Whether it stands for several types.
  var isRange: Bool { subtype == "*" || type == "*" }

  /// A type of the range that a contract declares, such as `image/png` for `image/*`; a type itself.
  var concrete: MediaType {
    guard isRange else { return self }
    var concrete = self
    (concrete.type, concrete.subtype) =
      switch type {
      case "image": ("image", "png")
      case "text": ("text", "plain")
      case "audio": ("audio", "mpeg")
      case "video": ("video", "mp4")
      case "*", "application": ("application", "json")
      default: (type, "octet-stream")
      }
    return concrete
  }
}
