extension JSONView {
  /// Whether a key of this object appears twice. ``duplicateKeys`` looks below as well.
  public var hasDuplicateKeys: Bool { kind == .object && entry.hasDuplicateKeys }

  /// The keys that appear more than once in an object of this subtree, each with the place of its object in the text.
  ///
  /// A key that appears three times is reported twice: once for each appearance after the first.
  public var duplicateKeys: [(pointer: JSONPointer, key: String)] {
    guard tape.entries[index..<Int(entry.next)].contains(where: \.hasDuplicateKeys) else { return [] }
    var search = DuplicateKeySearch(path: pointer.tokens)
    withUnsafeCursor { search.visit($0) }
    return search.found
  }
}

/// The walk down a subtree. It keeps the path as it goes, so that the whole is linear in the length of the text.
private struct DuplicateKeySearch {
  var path: [String]
  var found: [(pointer: JSONPointer, key: String)] = []

  mutating func visit(_ value: JSONCursor) {
    switch value.kind {
    case .array:
      var position = 0
      value.forEachElement { element in
        descend(to: element) { String(position) }
        position += 1
      }
    case .object:
      if value.entry.hasDuplicateKeys { report(value) }
      value.forEachMember { key, member in descend(to: member) { key.string } }
    default:
      break
    }
  }

  private mutating func descend(to value: JSONCursor, by token: () -> String) {
    guard value.count > 0 else { return }
    path.append(token())
    visit(value)
    path.removeLast()
  }

  private mutating func report(_ object: JSONCursor) {
    var seen: Set<JSONKey> = []
    let pointer = JSONPointer(tokens: path)
    object.forEachMember { key, _ in
      let key = key.string
      if !seen.insert(JSONKey(key)).inserted { found.append((pointer, key)) }
    }
  }
}
