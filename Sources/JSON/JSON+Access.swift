extension JSON {
  /// What the value is.
  public var kind: JSONKind {
    switch self {
    case .null: .null
    case .bool: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Whether the value is `null`.
  public var isNull: Bool { kind == .null }

  /// The truth of a boolean, otherwise nothing.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The number, otherwise nothing.
  public var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }

  /// The value of an integer that fits, such as `3`, `3.0` or `3e2`, otherwise nothing.
  public var int: Int? { number?.int }

  /// The characters of a string, otherwise nothing.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The elements of an array, otherwise nothing.
  public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }

  /// The members of an object, otherwise nothing.
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// The value of an object's member, or nothing.
  ///
  /// Setting makes an object of a value that is none; setting nothing removes the member.
  public subscript(key: String) -> JSON? {
    get { object?[key] }
    set {
      guard case .object(var object) = self else {
        if let newValue { self = .object(JSONObject([(key, newValue)])) }
        return
      }
      self = .null  // gives up this reference, so that the change below does not copy the members
      object[key] = newValue
      self = .object(object)
    }
  }

  /// The element at a position of an array, or nothing if there is none.
  ///
  /// Setting replaces an element, the position after the last appends one, and setting nothing removes one. Setting
  /// anything else changes nothing.
  public subscript(position: Int) -> JSON? {
    get {
      guard case .array(let elements) = self, elements.indices.contains(position) else { return nil }
      return elements[position]
    }
    set {
      guard case .array(var elements) = self, position >= 0, position <= elements.count else { return }
      self = .null  // gives up this reference, so that the change below does not copy the elements
      switch newValue {
      case let value? where position == elements.count: elements.append(value)
      case let value?: elements[position] = value
      case nil where position < elements.count: elements.remove(at: position)
      case nil: break
      }
      self = .array(elements)
    }
  }

  /// The value at a place in the tree (RFC 6901), or nothing if there is none.
  public func value(at pointer: JSONPointer) -> JSON? {
    var value = self
    for token in pointer.tokens {
      let child: JSON? =
        switch value {
        case .object(let object): object[token]
        case .array: JSONPointer.position(token).flatMap { value[$0] }
        default: nil
        }
      guard let child else { return nil }
      value = child
    }
    return value
  }
}
