/// A name as a signature: its length, its first and its last bytes. For names of up to sixteen bytes that is all of it,
/// so that comparing one takes three words, and counts no reference.
public struct NameSignature: BitwiseCopyable, Equatable, Sendable {
  @usableFromInline let head: UInt64
  @usableFromInline let tail: UInt64
  @usableFromInline let length: Int32

  /// The signature of a name in UTF-8.
  @inlinable @inline(__always)
  public init(_ name: UnsafeBufferPointer<UInt8>) {
    let count = name.count
    length = Int32(truncatingIfNeeded: count)
    guard count > 0, let bytes = UnsafeRawPointer(name.baseAddress) else {
      (head, tail) = (0, 0)
      return
    }
    // Reads overlap where the name is short, and never leave it.
    if count >= 8 {
      head = bytes.loadUnaligned(as: UInt64.self)
      tail = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
      head = UInt64(bytes.loadUnaligned(as: UInt32.self))
      tail = UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    } else {
      head =
        UInt64(name[0]) | UInt64(name[count / 2]) << 8 | UInt64(name[count &- 1]) << 16
      tail = 0
    }
  }

  /// The signature of a name.
  public init(_ name: String) { self = withUTF8(of: name) { NameSignature($0) } }

  /// Whether names of that signature are one and the same.
  @inlinable @inline(__always)
  public var isWhole: Bool { length <= 16 }

  /// A number to find the name by in a table of places.
  @inlinable @inline(__always)
  public var hash: Int {
    var mixed = head &* 0x9E37_79B9_7F4A_7C15
    mixed ^= (tail &* 0xC2B2_AE3D_27D4_EB4F) &>> 7
    mixed = (mixed ^ UInt64(truncatingIfNeeded: length)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> 33)
  }
}

extension JSONCursor {
  /// Whether the string or key is a name, whose signature is known. Only for a string.
  ///
  /// - Parameter name: The name; asked for only where the signature does not tell.
  @inlinable @inline(__always)
  public func isName(of signature: NameSignature, _ name: @autoclosure () -> String) -> Bool {
    let entry = entry
    guard !entry.isEscaped else { return isString(name()) }
    guard entry.end &- entry.start == UInt32(truncatingIfNeeded: signature.length) else { return false }
    return NameSignature(utf8) == signature && (signature.isWhole || isString(name()))
  }
}
