extension JSON {
  /// Puts a value at a place in the tree; whether it could. What lies on the way and is not there yet becomes an object;
  /// in an array only elements that are there, and the one after the last, are places.
  @discardableResult
  public mutating func set(_ value: JSON, at pointer: JSONPointer) -> Bool { change(pointer.tokens[...], to: value) }

  /// Takes the value at a place out of the tree; whether there was one. The root stays.
  @discardableResult
  public mutating func remove(at pointer: JSONPointer) -> Bool {
    self.value(at: pointer) != nil && !pointer.tokens.isEmpty && change(pointer.tokens[...], to: nil)
  }

  private mutating func change(_ tokens: ArraySlice<String>, to value: JSON?) -> Bool {
    guard let token = tokens.first else {
      if let value { self = value }
      return true
    }
    let rest = tokens.dropFirst()
    if let count = array?.count {
      guard let position = token == "-" ? count : JSONPointer.position(token),
        position < count || position == count && rest.isEmpty && value != nil
      else { return false }
      return JSON.change(&self[position], rest, to: value)
    }
    guard self.object != nil || isNull else { return false }
    return JSON.change(&self[token], rest, to: value)
  }

  private static func change(_ child: inout JSON?, _ rest: ArraySlice<String>, to value: JSON?) -> Bool {
    if rest.isEmpty {
      child = value
      return true
    }
    var changed = child ?? .null
    guard changed.change(rest, to: value) else { return false }
    child = changed
    return true
  }
}
