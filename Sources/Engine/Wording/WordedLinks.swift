import DoubletContracts

/// The links of the record that was worded last, in their absolute form.
struct WordedLinks {
  private var key = ""
  private var texts: [(link: Int, text: String)] = []

  /// The text of a link to the record of a key.
  mutating func text(of link: Int, key: String, made: () -> String) -> String {
    if key != self.key {
      texts.removeAll(keepingCapacity: true)
      self.key = key
    }
    for known in texts where known.link == link { return known.text }
    let text = made()
    // A record has few: one allocation instead of one for each.
    if texts.isEmpty { texts.reserveCapacity(4) }
    texts.append((link, text))
    return text
  }
}

extension Template {
  /// Whether it is a text whose only expression is the record's key.
  var namesOnlyKey: Bool {
    guard case .text(let pieces) = self else { return false }
    return pieces.allSatisfy { piece in
      switch piece {
      case .literal, .expression(.key): true
      case .expression: false
      }
    }
  }
}
