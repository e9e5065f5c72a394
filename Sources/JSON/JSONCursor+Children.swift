extension JSONCursor {
  /// Calls `body` with each element of an array, in order.
  @inlinable @inline(__always)
  public func forEachElement<E: Error>(_ body: (JSONCursor) throws(E) -> Void) throws(E) {
    var element = firstChild
    for _ in 0..<count {
      try body(element)
      element = element.nextSibling
    }
  }

  /// Calls `body` with the key and the value of each member of an object, duplicates included, in order.
  @inlinable @inline(__always)
  public func forEachMember<E: Error>(_ body: (_ key: JSONCursor, _ value: JSONCursor) throws(E) -> Void) throws(E) {
    var key = firstChild
    for _ in 0..<count {
      let value = key.at(key.index &+ 1)
      try body(key, value)
      key = value.nextSibling
    }
  }

  /// Whether `predicate` holds for each element of an array; stops at the first for which it does not.
  @inlinable @inline(__always)
  public func allElements<E: Error>(satisfy predicate: (JSONCursor) throws(E) -> Bool) throws(E) -> Bool {
    var element = firstChild
    for _ in 0..<count {
      guard try predicate(element) else { return false }
      element = element.nextSibling
    }
    return true
  }

  /// Whether `predicate` holds for each member of an object; stops at the first for which it does not.
  @inlinable @inline(__always)
  public func allMembers<E: Error>(
    satisfy predicate: (_ key: JSONCursor, _ value: JSONCursor) throws(E) -> Bool
  ) throws(E) -> Bool {
    var key = firstChild
    for _ in 0..<count {
      let value = key.at(key.index &+ 1)
      guard try predicate(key, value) else { return false }
      key = value.nextSibling
    }
    return true
  }

  /// The value of an object's member by the UTF-8 of its key, the last one if the key appears more than once.
  ///
  /// Keys with escapes compare by the characters they stand for. O(members).
  @inlinable
  public func member(named name: UnsafeBufferPointer<UInt8>) -> JSONCursor? {
    let lastWins = entry.hasDuplicateKeys
    var found: JSONCursor?
    var key = firstChild
    for _ in 0..<count {
      let value = key.at(key.index &+ 1)
      if key.isString(name) {
        if !lastWins { return value }
        found = value
      }
      key = value.nextSibling
    }
    return found
  }

  /// The value of an object's member by a key known when the program was built.
  @inlinable
  public func member(named name: StaticString) -> JSONCursor? {
    name.withUTF8Buffer { member(named: $0) }
  }

  /// The value of an object's member by its key.
  public func member(named name: String) -> JSONCursor? {
    withUTF8(of: name) { member(named: $0) }
  }
}
