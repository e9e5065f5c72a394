/// An operation of a JSON Patch that cannot be done.
public struct JSONPatchError: Error, Hashable, CustomStringConvertible {
  /// The operation's position in the patch.
  public let position: Int
  /// What is wrong with it.
  public let reason: String
  /// Whether it is no operation at all; else it does not go with the value.
  public let isMalformed: Bool

  /// The sentence: `operation 2: there is nothing at /a/b`.
  public var description: String { "operation \(position + 1): \(reason)" }
}

extension JSON {
  /// The value changed by a JSON Patch (RFC 6902): all of its operations, or an error and none.
  public func changed(by patch: JSON) throws(JSONPatchError) -> JSON {
    guard case .array(let operations) = patch else {
      throw JSONPatchError(position: 0, reason: "a JSON Patch is an array of operations", isMalformed: true)
    }
    var value = self
    for (position, operation) in operations.enumerated() { try value.apply(operation, at: position) }
    return value
  }

  /// Does one operation of a JSON Patch, which stands at a position of it, or nothing.
  public mutating func apply(_ operation: JSON, at position: Int) throws(JSONPatchError) {
    do throws(JSONPatchReason) { try apply(operation) } catch {
      throw JSONPatchError(position: position, reason: error.text, isMalformed: error.isMalformed)
    }
  }

  private mutating func apply(_ operation: JSON) throws(JSONPatchReason) {
    let path = try pointer("path", operation)
    switch operation["op"]?.string {
    case "add": try add(try operand(operation), at: path)
    case "remove": try take(path)
    case "replace":
      try look(at: path)
      set(try operand(operation), at: path)
    case "move":
      let source = try pointer("from", operation)
      guard !path.isBelow(source) else { throw JSONPatchReason("\(source) cannot move below itself") }
      let moved = try look(at: source)
      if source == path { return }
      try take(source)
      try add(moved, at: path)
    case "copy": try add(try look(at: try pointer("from", operation)), at: path)
    case "test":
      guard try look(at: path) == (try operand(operation)) else { throw JSONPatchReason("\(path) has another value") }
    default: throw JSONPatchReason("'op' must be add, remove, replace, move, copy or test", isMalformed: true)
    }
  }

  private func pointer(_ member: String, _ operation: JSON) throws(JSONPatchReason) -> JSONPointer {
    guard let pointer = operation[member]?.string.flatMap({ JSONPointer($0) }) else {
      throw JSONPatchReason("'\(member)' must be a JSON Pointer", isMalformed: true)
    }
    return pointer
  }

  private func operand(_ operation: JSON) throws(JSONPatchReason) -> JSON {
    guard let value = operation["value"] else { throw JSONPatchReason("'value' is missing", isMalformed: true) }
    return value
  }

  @discardableResult
  private func look(at pointer: JSONPointer) throws(JSONPatchReason) -> JSON {
    guard let value = value(at: pointer) else { throw JSONPatchReason("there is nothing at \(pointer)") }
    return value
  }

  private mutating func take(_ pointer: JSONPointer) throws(JSONPatchReason) {
    try look(at: pointer)
    if pointer.tokens.isEmpty { self = .null } else { remove(at: pointer) }
  }

  /// Adds a member, or an element before the one at the place.
  private mutating func add(_ value: JSON, at pointer: JSONPointer) throws(JSONPatchReason) {
    guard !pointer.tokens.isEmpty else {
      self = value
      return
    }
    switch try look(at: JSONPointer(tokens: pointer.tokens.dropLast())).kind {
    case .object: set(value, at: pointer)
    case .array where insert(value, at: pointer): break
    default: throw JSONPatchReason("there is no place \(pointer)")
    }
  }
}

/// Why an operation cannot be done.
private struct JSONPatchReason: Error {
  let text: String
  let isMalformed: Bool

  init(_ text: String, isMalformed: Bool = false) {
    self.text = text
    self.isMalformed = isMalformed
  }
}

extension JSONPointer {
  /// Whether it leads to a place inside of the value at another.
  fileprivate func isBelow(_ other: JSONPointer) -> Bool {
    tokens.count > other.tokens.count && zip(tokens, other.tokens).allSatisfy { $0 == $1 }
  }
}
