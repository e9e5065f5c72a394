/// A set of ASCII characters as two words, so that a look into it is a shift.
public struct ASCIISet: BitwiseCopyable, Sendable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  /// The set of these characters.
  public init(_ characters: StaticString) {
    characters.withUTF8Buffer { for byte in $0 { insert(byte) } }
  }

  /// The set with more characters.
  public func union(_ characters: StaticString) -> ASCIISet {
    var union = self
    characters.withUTF8Buffer { for byte in $0 { union.insert(byte) } }
    return union
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
  }

  /// Whether a byte is one of the characters.
  @inlinable @inline(__always)
  public func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && ((byte < 64 ? low : high) &>> UInt64(byte & 63)) & 1 != 0
  }

  /// The letters and digits.
  public static let alphanumeric = ASCIISet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
}
