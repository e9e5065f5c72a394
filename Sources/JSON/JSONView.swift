/// One value of a tape, safe to keep and to pass on: it holds the tape, which is shared and not copied.
public struct JSONView: Sendable {
  /// The tape that the value is on.
  public let tape: JSONTape

  /// The index of the value's entry.
  public let index: Int

  init(tape: JSONTape, index: Int) {
    self.tape = tape
    self.index = index
  }

  /// The value's entry.
  public var entry: JSONTape.Entry { tape.entries[index] }

  /// What the value is.
  public var kind: JSONKind { entry.kind }

  /// The number of elements of an array, of members of an object (duplicates included), otherwise 0.
  public var count: Int { entry.count }

  /// The bytes of the value as it was written.
  public var bytes: ArraySlice<UInt8> {
    let quote = kind == .string ? 1 : 0
    return tape.bytes[Int(entry.start) - quote..<Int(entry.end) + quote]
  }

  /// The value as a tree of its own. Of members with the same key the last one stays, in the place of the first.
  public var tree: JSON { withUnsafeCursor { $0.tree } }

  /// The place of the value in the whole text.
  public var pointer: JSONPointer { withUnsafeCursor { $0.pointer } }

  /// Lends a cursor on this value, which must not leave `body`.
  @inlinable
  public func withUnsafeCursor<R, E: Error>(_ body: (JSONCursor) throws(E) -> R) throws(E) -> R {
    try tape.withUnsafeCursor { (root) throws(E) -> R in try body(root.at(index)) }
  }

  /// The value at a place below this one (RFC 6901), or nothing if there is none.
  public func value(at pointer: JSONPointer) -> JSONView? {
    withUnsafeCursor { $0.value(at: pointer)?.index }.map(view)
  }

  func view(_ index: Int) -> JSONView { JSONView(tape: tape, index: index) }
}
