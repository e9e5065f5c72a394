import DoubletJSON

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
