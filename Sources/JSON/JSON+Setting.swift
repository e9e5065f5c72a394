extension JSON {
  /// Puts a value at a place in the tree; whether it could. What lies on the way and is not there yet becomes an object;
  /// in an array only elements that are there, and the one after the last, are places.
  @discardableResult
  public mutating func set(_ value: JSON, at pointer: JSONPointer) -> Bool {
    guard !pointer.tokens.isEmpty else {
      self = value
      return true
    }
    return changeHolder(of: pointer.tokens[...]) { holder, token in holder.put(value, at: token) }
  }

  /// Takes the value at a place out of the tree; whether there was one. The root stays.
  @discardableResult
  public mutating func remove(at pointer: JSONPointer) -> Bool {
    guard self.value(at: pointer) != nil else { return false }
    return changeHolder(of: pointer.tokens[...]) { holder, token in holder.put(nil, at: token) }
  }

  /// Puts an element before the one at a place, or after the last one (`-`); whether there is such a place.
  mutating func insert(_ element: JSON, at pointer: JSONPointer) -> Bool {
    changeHolder(of: pointer.tokens[...]) { holder, token in
      guard case .array(var elements) = holder, let position = JSONPointer.position(token, amid: elements.count)
      else { return false }
      holder = .null  // gives up this reference, so that the change below does not copy the elements
      elements.insert(element, at: position)
      holder = .array(elements)
      return true
    }
  }

  private mutating func put(_ value: JSON?, at token: String) -> Bool {
    if let count = array?.count {
      guard let position = JSONPointer.position(token, amid: count) else { return false }
      self[position] = value
      return true
    }
    guard object != nil || isNull else { return false }
    self[token] = value
    return true
  }

  /// Changes what holds the value at a place, without a copy of what lies on the way.
  private mutating func changeHolder(of tokens: ArraySlice<String>, _ change: (inout JSON, String) -> Bool) -> Bool {
    guard let token = tokens.first else { return false }
    if tokens.count == 1 { return change(&self, token) }
    switch self {
    case .array(var elements):
      guard let position = JSONPointer.position(token), position < elements.count else { return false }
      self = .null
      var element = elements[position]
      elements[position] = .null
      let isDone = element.changeHolder(of: tokens.dropFirst(), change)
      elements[position] = element
      self = .array(elements)
      return isDone
    case .object, .null:
      let isNew = self[token] == nil
      var member = self[token] ?? .null
      if !isNew { self[token] = .null }
      let isDone = member.changeHolder(of: tokens.dropFirst(), change)
      if isDone || !isNew { self[token] = member }
      return isDone
    default: return false
    }
  }
}

extension JSONPointer {
  /// The position that a token names among so many elements, or after the last one.
  static func position(_ token: String, amid count: Int) -> Int? {
    guard let position = token == "-" ? count : position(token), position <= count else { return nil }
    return position
  }
}
