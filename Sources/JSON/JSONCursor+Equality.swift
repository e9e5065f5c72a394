extension JSONCursor {
  /// From this many members on, objects whose members are in another order are compared through a hash table.
  private static var scanLimit: Int { 32 }

  /// Whether two values are the same: numbers by value, strings by code points, objects without regard to order.
  public func isEqual(to other: JSONCursor) -> Bool {
    let (entry, otherEntry) = (entry, other.entry)
    guard entry.kind == otherEntry.kind else { return false }
    switch entry.kind {
    case .null: return true
    case .boolean: return entry.isTrue == otherEntry.isTrue
    case .number: return number.isEqual(to: other.number)
    case .string: return stringBytes.isEqual(to: other.stringBytes)
    case .array: return entry.count == otherEntry.count && hasEqualElements(other)
    case .object:
      if entry.hasDuplicateKeys || otherEntry.hasDuplicateKeys { return tree == other.tree }
      return entry.count == otherEntry.count && hasEqualMembers(other)
    }
  }

  private func hasEqualElements(_ other: JSONCursor) -> Bool {
    var otherElement = other.firstChild
    return allElements { element in
      defer { otherElement = otherElement.nextSibling }
      return element.isEqual(to: otherElement)
    }
  }

  /// Walks both objects in step as long as their keys agree; the first key out of step asks for a search.
  private func hasEqualMembers(_ other: JSONCursor) -> Bool {
    var (key, otherKey) = (firstChild, other.firstChild)
    for _ in 0..<count {
      guard key.stringBytes.isEqual(to: otherKey.stringBytes) else { return hasEqualMembersInAnyOrder(other) }
      let (value, otherValue) = (key.nextSibling, otherKey.nextSibling)
      guard value.isEqual(to: otherValue) else { return false }
      (key, otherKey) = (value.nextSibling, otherValue.nextSibling)
    }
    return true
  }

  private func hasEqualMembersInAnyOrder(_ other: JSONCursor) -> Bool {
    guard count < Self.scanLimit else { return isEqual(to: other.tree) }
    return allMembers { key, value in
      let match =
        key.entry.isEscaped ? other.member(named: key.string) : other.member(named: key.utf8)
      return match.map(value.isEqual(to:)) ?? false
    }
  }

  /// Whether the value is the same as a tree's, such as an `enum` of a schema.
  public func isEqual(to other: JSON) -> Bool {
    switch (kind, other) {
    case (.null, .null): true
    case (.boolean, .bool(let other)): isTrue == other
    case (.number, .number(let other)): number.isEqual(to: other)
    case (.string, .string(let other)): isString(other)
    case (.array, .array(let other)): count == other.count && hasEqualElements(other)
    case (.object, .object(let other)):
      entry.hasDuplicateKeys
        ? tree == .object(other)
        : count == other.count && allMembers { key, value in other[key.string].map(value.isEqual(to:)) ?? false }
    default: false
    }
  }

  private func hasEqualElements(_ other: [JSON]) -> Bool {
    var position = 0
    return allElements { element in
      defer { position += 1 }
      return element.isEqual(to: other[position])
    }
  }
}
