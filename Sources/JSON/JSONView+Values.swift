extension JSONView {
  /// Whether the value is `null`.
  public var isNull: Bool { kind == .null }

  /// The characters of a string, or nothing if the value is not a string.
  public var string: String? { kind == .string ? withUnsafeCursor { $0.string } : nil }

  /// The truth of a boolean, or nothing if the value is not a boolean.
  public var bool: Bool? { kind == .boolean ? entry.isTrue : nil }

  /// The number as it was written, or nothing if the value is not a number.
  public var number: JSONNumber? { kind == .number ? withUnsafeCursor { $0.number.number } : nil }

  /// The value of an integer that fits, such as `3`, `3.0` or `3e2`, otherwise nothing.
  public var int: Int? { kind == .number ? withUnsafeCursor { $0.number.int } : nil }

  /// The value of an object's member, the last one if the key appears more than once. O(members).
  public subscript(key: String) -> JSONView? {
    guard kind == .object else { return nil }
    return withUnsafeCursor { $0.member(named: key)?.index }.map(view)
  }

  /// The element at a position of an array, or nothing if there is none. O(position).
  public subscript(position: Int) -> JSONView? {
    guard kind == .array else { return nil }
    return withUnsafeCursor { $0.element(position)?.index }.map(view)
  }

  /// The elements of an array; none if the value is not an array.
  public var elements: [JSONView] {
    guard kind == .array else { return [] }
    var elements: [JSONView] = []
    elements.reserveCapacity(count)
    withUnsafeCursor { $0.forEachElement { elements.append(view($0.index)) } }
    return elements
  }

  /// The members of an object in the order of the text, duplicates included; none if the value is not an object.
  public var members: [(key: String, value: JSONView)] {
    guard kind == .object else { return [] }
    var members: [(key: String, value: JSONView)] = []
    members.reserveCapacity(count)
    withUnsafeCursor { $0.forEachMember { key, value in members.append((key.string, view(value.index))) } }
    return members
  }
}
