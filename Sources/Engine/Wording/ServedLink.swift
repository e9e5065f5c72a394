import DoubletContracts

/// A link of a resource, made ready to be worded.
struct ServedLink: Sendable {
  let name: String
  let path: Template
  /// The text around the record's key, where that is the only expression of the path: it stands between each two.
  let aroundKey: [String]?
  /// How long it is, where its text is known but for the key.
  let length: LinkedLength

  init(_ row: LinkRow) {
    name = row.name
    path = row.path
    let parts = path.textsAroundKey
    aroundKey = parts
    length =
      parts.map { parts in
        LinkedLength(constant: parts.reduce(0) { $0 + $1.utf8.count }, bases: 1, keys: parts.count - 1)
      } ?? LinkedLength()
  }

  /// The link of a record in pieces, its key as it stands in a path.
  static func write(_ parts: [String], around key: String, below base: String, _ append: (String) -> Void) {
    append(base)
    for index in parts.indices {
      if index > 0 { append(key) }
      append(parts[index])
    }
  }
}

extension Template {
  /// The literal texts of a text whose only expression is the record's key.
  fileprivate var textsAroundKey: [String]? {
    guard case .text(let pieces) = self else { return nil }
    var texts = [""]
    for piece in pieces {
      switch piece {
      case .literal(let text): texts[texts.count - 1] += text
      case .expression(.key): texts.append("")
      case .expression: return nil
      }
    }
    return texts
  }
}
