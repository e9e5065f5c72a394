/// The bytes of a string's token, read as the UTF-8 of the characters they stand for, without an allocation.
///
/// Only for tokens that the parser accepted: escapes are complete and surrogates paired.
@usableFromInline
struct JSONStringBytes {
  let token: UnsafeBufferPointer<UInt8>
  let isEscaped: Bool

  @usableFromInline
  init(token: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    self.token = token
    self.isEscaped = isEscaped
  }

  /// A hash of the characters, equal for equal characters however they are escaped.
  var hash: Int {
    var hasher = Hasher()
    if isEscaped {
      Array(self).withUnsafeBytes { hasher.combine(bytes: $0) }
    } else {
      hasher.combine(bytes: UnsafeRawBufferPointer(token))
    }
    return hasher.finalize()
  }

  @usableFromInline
  func isEqual(to other: JSONStringBytes) -> Bool {
    if !isEscaped, !other.isEscaped { return areEqual(token, other.token) }
    return elementsEqual(other)
  }

  /// The number of code points.
  @usableFromInline
  var unicodeScalarCount: Int {
    var count = 0
    if isEscaped {
      for byte in self where byte & 0xC0 != 0x80 { count += 1 }
    } else {
      for byte in token where byte & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }

  /// The characters.
  var string: String {
    isEscaped
      ? String(unsafeUninitializedCapacity: token.count) { buffer in
        // An escape is never shorter than the UTF-8 that it stands for.
        var count = 0
        for byte in self {
          buffer.initializeElement(at: count, to: byte)
          count += 1
        }
        return count
      } : String(decoding: token, as: UTF8.self)
  }
}

extension JSONStringBytes: Sequence {
  @usableFromInline
  struct Iterator: IteratorProtocol {
    fileprivate let token: UnsafeBufferPointer<UInt8>
    fileprivate let isEscaped: Bool
    fileprivate var position = 0
    /// The bytes of an escape that are still to be given, the next one lowest.
    fileprivate var pending: UInt32 = 0

    @usableFromInline
    mutating func next() -> UInt8? {
      if pending != 0 {
        defer { pending >>= 8 }
        return UInt8(truncatingIfNeeded: pending)
      }
      guard position < token.count else { return nil }
      let byte = token[position]
      position += 1
      return isEscaped && byte == Byte.backslash ? unescape() : byte
    }

    private mutating func unescape() -> UInt8 {
      let byte = token[position]
      position += 1
      switch byte {
      case UInt8(ascii: "b"): return 0x08
      case UInt8(ascii: "f"): return 0x0C
      case UInt8(ascii: "n"): return 0x0A
      case UInt8(ascii: "r"): return 0x0D
      case UInt8(ascii: "t"): return 0x09
      case UInt8(ascii: "u"): return encode(scalar())
      default: return byte
      }
    }

    private mutating func scalar() -> UInt32 {
      let unit = codeUnit()
      guard unit & 0xFC00 == 0xD800 else { return unit }
      position += 2  // the backslash and the 'u' of the second half
      return 0x10000 + (unit & 0x3FF) << 10 + codeUnit() & 0x3FF
    }

    private mutating func codeUnit() -> UInt32 {
      defer { position += 4 }
      return token[position..<position + 4].reduce(0) { $0 << 4 | (hexadecimalValue($1) ?? 0) }
    }

    /// The first byte of a code point's UTF-8; the others are left pending.
    private mutating func encode(_ scalar: UInt32) -> UInt8 {
      let continuation = { (shift: UInt32) in 0x80 | scalar >> shift & 0x3F }
      switch scalar {
      case ..<0x80:
        return UInt8(scalar)
      case ..<0x800:
        pending = continuation(0)
        return UInt8(0xC0 | scalar >> 6)
      case ..<0x10000:
        pending = continuation(6) | continuation(0) << 8
        return UInt8(0xE0 | scalar >> 12)
      default:
        pending = continuation(12) | continuation(6) << 8 | continuation(0) << 16
        return UInt8(0xF0 | scalar >> 18)
      }
    }
  }

  @usableFromInline
  func makeIterator() -> Iterator { Iterator(token: token, isEscaped: isEscaped) }
}
