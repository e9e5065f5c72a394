/// Where a hash table of names lies in ``Program``: a run of slots, a power of two of them, and the names in order.
struct NameTable: BitwiseCopyable {
  /// The first slot.
  var start: Int32
  /// One less than the number of slots.
  var mask: Int32
  /// The first of the names in the order of their values.
  var names: Int32
  /// The number of names, each of whose value is its place among them.
  var count: Int32
}

/// A name as a signature: its length, its first and its last bytes. For names of up to sixteen bytes that is all of it,
/// so that comparing one takes three words.
struct NameSignature: BitwiseCopyable, Equatable {
  let head: UInt64
  let tail: UInt64
  let length: Int32

  @inline(__always)
  init(_ name: UnsafeBufferPointer<UInt8>) {
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

  @inline(__always)
  var hash: Int {
    var mixed = head &* 0x9E37_79B9_7F4A_7C15
    mixed ^= (tail &* 0xC2B2_AE3D_27D4_EB4F) &>> 7
    mixed = (mixed ^ UInt64(truncatingIfNeeded: length)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> 33)
  }
}

/// One place of a hash table: empty if `value` is -1.
struct NameSlot: BitwiseCopyable {
  var signature: NameSignature
  var value: Int32

  static let empty = NameSlot(signature: NameSignature(UnsafeBufferPointer(start: nil, count: 0)), value: -1)
}

/// The bytes of a name in the pool of ``Program``.
struct NameRow: BitwiseCopyable {
  var start: Int32
  var count: Int32
}
