extension JSONCursor {
  /// The value as a tree of its own. Of members with the same key the last one stays, in the place of the first.
  public var tree: JSON {
    switch kind {
    case .null: return .null
    case .boolean: return .bool(isTrue)
    case .number: return .number(number.number)
    case .string: return .string(string)
    case .array:
      var elements: [JSON] = []
      elements.reserveCapacity(count)
      forEachElement { elements.append($0.tree) }
      return .array(elements)
    case .object:
      let isUnique = !entry.hasDuplicateKeys
      var object = JSONObject()
      object.reserveCapacity(count)
      forEachMember { key, value in
        if isUnique { object.append(key.string, value.tree) } else { object[key.string] = value.tree }
      }
      return .object(object)
    }
  }
}
