/// An unowned look at one value of a tape: two pointers and an index, for code that must not allocate or retain.
///
/// Only valid inside ``JSONTape/withUnsafeCursor(_:)``, and nothing is checked: the caller asks for children only of
/// arrays and objects, and for at most ``count`` of them. Use ``JSONView`` for a value that can be kept.
public struct JSONCursor {
  @usableFromInline let bytes: UnsafePointer<UInt8>
  @usableFromInline let entries: UnsafePointer<JSONTape.Entry>

  /// The index of the value's entry.
  public let index: Int

  @inlinable @inline(__always)
  init(bytes: UnsafePointer<UInt8>, entries: UnsafePointer<JSONTape.Entry>, index: Int) {
    self.bytes = bytes
    self.entries = entries
    self.index = index
  }

  /// The value's entry.
  @inlinable public var entry: JSONTape.Entry { entries[index] }

  /// What the value is. A key is a string.
  @inlinable public var kind: JSONKind { entries[index].kind }

  /// The number of elements of an array, of members of an object (duplicates included), otherwise 0.
  @inlinable public var count: Int { entries[index].count }

  /// Whether the value is the literal `true`.
  @inlinable public var isTrue: Bool { entries[index].isTrue }

  /// The bytes of the token as written: of a string without its quotes and with its escapes.
  @inlinable public var utf8: UnsafeBufferPointer<UInt8> {
    let entry = entries[index]
    return UnsafeBufferPointer(start: bytes + Int(entry.start), count: Int(entry.end &- entry.start))
  }

  /// The bytes of the whole value as written: of a string with its quotes.
  @inlinable public var source: UnsafeBufferPointer<UInt8> {
    let token = utf8
    guard kind == .string else { return token }
    return UnsafeBufferPointer(start: bytes + Int(entries[index].start) - 1, count: token.count + 2)
  }

  /// The number, to be compared and divided where it stands. Only for a number.
  @inlinable public var number: JSONNumberView { JSONNumberView(utf8: utf8) }

  /// The first element of an array, or the first key of an object. Only if ``count`` is above 0.
  @inlinable public var firstChild: JSONCursor { JSONCursor(bytes: bytes, entries: entries, index: index &+ 1) }

  /// What follows this whole value: the next element, the value of a key, or the next key after a value. Only if there
  /// is one.
  @inlinable public var nextSibling: JSONCursor {
    JSONCursor(bytes: bytes, entries: entries, index: Int(entries[index].next))
  }

  /// The value at an index of the tape, such as one that was kept as a number.
  @inlinable public func at(_ index: Int) -> JSONCursor {
    JSONCursor(bytes: bytes, entries: entries, index: index)
  }

  /// The element at a position of an array, or nothing if the array is shorter. O(position).
  @inlinable public func element(_ position: Int) -> JSONCursor? {
    guard position >= 0, position < count else { return nil }
    var element = firstChild
    for _ in 0..<position { element = element.nextSibling }
    return element
  }
}
