extension JSONCursor {
  /// The place of the value in the whole text. O(values before it on the way down), for reports.
  public var pointer: JSONPointer {
    var pointer = JSONPointer()
    var container = at(0)
    descent: while container.index < index {
      var child = container.firstChild
      for position in 0..<container.count {
        let value = container.kind == .object ? child.nextSibling : child
        if index < Int(value.entry.next) {
          pointer = container.kind == .object ? pointer.appending(child.string) : pointer.appending(position)
          // A key is reported as the place of its value.
          guard index > value.index else { return pointer }
          container = value
          continue descent
        }
        child = value.nextSibling
      }
      break
    }
    return pointer
  }

  /// The value at a place below this one (RFC 6901), or nothing if there is none.
  public func value(at pointer: JSONPointer) -> JSONCursor? {
    var cursor = self
    for token in pointer.tokens {
      let child: JSONCursor? =
        switch cursor.kind {
        case .object: cursor.member(named: token)
        case .array: JSONPointer.position(token).flatMap(cursor.element)
        default: nil
        }
      guard let child else { return nil }
      cursor = child
    }
    return cursor
  }
}
