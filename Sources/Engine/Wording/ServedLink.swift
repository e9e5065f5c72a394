import DoubletContracts

/// A link of a resource, made ready to be worded.
struct ServedLink: Sendable {
  let name: String
  let path: Template
  /// The text around the record's key, where that is the only expression of the path: it stands between each two.
  let aroundKey: [String]?

  init(_ row: LinkRow) {
    name = row.name
    path = row.path
    aroundKey = path.textsAroundKey
  }

  /// How long it is, where its text is known but for the key.
  var length: LinkedLength {
    guard let aroundKey else { return LinkedLength() }
    let constant = aroundKey.reduce(0) { $0 + $1.utf8.count }
    return LinkedLength(constant: constant, bases: 1, keys: aroundKey.count - 1)
  }

  /// The link of a record below a base, its key as it stands in a path.
  static func text(_ parts: [String], around key: String, below base: String) -> String {
    let length = parts.indices.reduce(base.utf8.count) { $0 + parts[$1].utf8.count + key.utf8.count }
    return String(byteCount: length) { text in
      text.append(base)
      for index in parts.indices {
        if index > 0 { text.append(key) }
        text.append(parts[index])
      }
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
