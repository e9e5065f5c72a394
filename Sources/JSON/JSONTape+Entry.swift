extension JSONTape {
  /// A value or a key of a tape, in 16 bytes: where its token is, where its subtree ends, and what it is.
  public struct Entry: Sendable, Equatable {
    /// The offset of the token's first byte; of a string, of the byte after the opening quote.
    public let start: UInt32

    /// The offset past the token's last byte; of a string, of the closing quote.
    public let end: UInt32

    /// The index of the entry after this whole value.
    public let next: UInt32

    /// The kind in bits 0–2, the flags in bits 3–6, the count in bits 8–31.
    @usableFromInline let packed: UInt32

    @inline(__always)
    init(start: UInt32, end: UInt32, next: UInt32, kind: JSONKind, flags: UInt32 = 0, count: Int = 0) {
      self.start = start
      self.end = end
      self.next = next
      self.packed = UInt32(kind.rawValue) | flags | UInt32(truncatingIfNeeded: count) << 8
    }

    @inline(__always)
    fileprivate init(start: UInt32, end: UInt32, next: UInt32, packed: UInt32) {
      (self.start, self.end, self.next, self.packed) = (start, end, next, packed)
    }
  }
}

extension JSONTape.Entry {
  /// The entry of the same value in another text and tape.
  @inline(__always)
  func shifted(text: UInt32, entries: UInt32) -> JSONTape.Entry {
    JSONTape.Entry(start: start &+ text, end: end &+ text, next: next &+ entries, packed: packed)
  }

  @inlinable static var trueFlag: UInt32 { 1 << 3 }
  @inlinable static var escapedFlag: UInt32 { 1 << 4 }
  @inlinable static var asciiFlag: UInt32 { 1 << 5 }
  @inlinable static var duplicateKeysFlag: UInt32 { 1 << 6 }

  /// The most elements or members that one array or object may have.
  public static var maximumCount: Int { 0xFF_FFFF }

  /// What the value is. A key is a string.
  @inlinable public var kind: JSONKind {
    // Bits 0–2 are only ever written from a kind's raw value.
    JSONKind(rawValue: UInt8(truncatingIfNeeded: packed & 7)).unsafelyUnwrapped
  }

  /// Whether the value is the literal `true`.
  @inlinable public var isTrue: Bool { packed & Self.trueFlag != 0 }

  /// Whether the string holds a backslash, so that its bytes are not yet its characters.
  @inlinable public var isEscaped: Bool { packed & Self.escapedFlag != 0 }

  /// Whether all bytes of the string's token are below 0x80.
  @inlinable public var isASCII: Bool { packed & Self.asciiFlag != 0 }

  /// Whether a key of the object appears twice, compared with its escapes decoded.
  ///
  /// RFC 8259, section 4 leaves the meaning of such an object open; here the last member wins.
  @inlinable public var hasDuplicateKeys: Bool { packed & Self.duplicateKeysFlag != 0 }

  /// The number of elements of an array, of members of an object (duplicates included), otherwise 0.
  @inlinable public var count: Int { Int(packed >> 8) }
}
