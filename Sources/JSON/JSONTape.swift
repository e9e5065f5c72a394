/// A parsed JSON text: its bytes and a flat tape with one entry for each value and key, in the order of the text.
///
/// Nothing is decoded while parsing: strings keep their escapes and numbers their digits, so that what came in can be
/// written out again byte for byte. The parser follows RFC 8259 strictly; ``JSONError`` says what it refused and where.
/// A body costs one allocation for its entries, whatever its shape.
///
/// Use ``root`` for a safe view, ``withUnsafeCursor(_:)`` where nothing may be allocated or retained, and
/// ``JSON/init(parsing:maximumDepth:)`` for a tree that can be changed.
public struct JSONTape: Sendable {
  /// The text as it came.
  public let bytes: [UInt8]

  /// One entry for each value and each key: an object is followed by key, value subtree, key, value subtree, and so on.
  public let entries: [Entry]

  /// The tape of a text, or the first thing in the text that is not JSON.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8, without a byte order mark.
  ///   - maximumDepth: The number of arrays and objects that may be open at once. The parser itself does not recurse;
  ///     the bound protects those who walk the tape.
  public init(parsing bytes: [UInt8], maximumDepth: Int = 512) throws(JSONError) {
    self.entries = try JSONParser.entries(of: bytes, maximumDepth: maximumDepth)
    self.bytes = bytes
  }

  /// The value of the whole text.
  public var root: JSONView { JSONView(tape: self, index: 0) }

  /// Lends a cursor on the value of the whole text.
  ///
  /// The cursor points into this tape's memory without owning it; it must not leave `body`.
  @inlinable
  public func withUnsafeCursor<R, E: Error>(_ body: (JSONCursor) throws(E) -> R) throws(E) -> R {
    try bytes.withUnsafeBufferPointer { (bytes) throws(E) -> R in
      try entries.withUnsafeBufferPointer { (entries) throws(E) -> R in
        // A text has at least one byte and one entry, so neither array is empty and both have an address.
        try body(JSONCursor(bytes: bytes.baseAddress!, entries: entries.baseAddress!, index: 0))
      }
    }
  }
}
