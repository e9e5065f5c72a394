extension JSONParser {
  /// Up to this many keys are compared in pairs, by signature; more of them go into a hash table.
  private static var pairwiseLimit: Int { 32 }

  /// Whether two keys of the object that ends here are the same characters.
  @inline(__always)
  func hasDuplicateKeys(container: Int, count: Int) -> Bool {
    guard count <= Self.pairwiseLimit else { return hasDuplicateKeysInTable(container: container, count: count) }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.pairwiseLimit) { signatures in
      // The allocation has room for the limit, and `seen` stays below `count`.
      let seenSignatures = signatures.baseAddress.unsafelyUnwrapped
      var key = container &+ 1
      var seen = 0
      while seen < count {
        let entry = output[key]
        if entry.isEscaped { return hasDuplicateKeysInTable(container: container, count: count) }
        let signature = signature(of: entry)
        var other = 0
        while other < seen {
          if seenSignatures[other] == signature {
            return hasDuplicateKeysInTable(container: container, count: count)
          }
          other &+= 1
        }
        (seenSignatures + seen).initialize(to: signature)
        seen &+= 1
        key = Int(output[key &+ 1].next)
      }
      return false
    }
  }

  /// A number that differs only for keys that differ: made of the length, the first and the last eight bytes.
  @inline(__always)
  private func signature(of entry: JSONTape.Entry) -> UInt64 {
    let start = Int(entry.start)
    let length = Int(entry.end) &- start
    let bytes = UnsafeRawPointer(base + start)
    if length >= 8 {
      let first = bytes.loadUnaligned(as: UInt64.self)
      let last = bytes.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
      return (first &* 0x9E37_79B9_7F4A_7C15) ^ last ^ UInt64(truncatingIfNeeded: length)
    }
    var word: UInt64 = 0
    if start &+ 8 <= end {
      word = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
      word &= (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
    } else {
      for index in 0..<length { word |= UInt64(base[start &+ index]) &<< UInt64(truncatingIfNeeded: index &* 8) }
    }
    return word &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: length)
  }

  /// The same by a table of hashes: linear in the number of keys, also for keys chosen to collide, since `Hasher` is
  /// seeded anew in each process.
  @inline(never)
  private func hasDuplicateKeysInTable(container: Int, count: Int) -> Bool {
    var slots = 64
    while slots < count * 2 { slots *= 2 }
    var table = [UInt32](repeating: 0, count: slots)
    var key = container + 1
    for _ in 0..<count {
      let string = string(at: key)
      var slot = string.hash & (slots - 1)
      while table[slot] != 0 {
        if self.string(at: Int(table[slot])).isEqual(to: string) { return true }
        slot = (slot + 1) & (slots - 1)
      }
      // A key follows its object, so its index is never 0, which marks a free slot.
      table[slot] = UInt32(truncatingIfNeeded: key)
      key = Int(output[key + 1].next)
    }
    return false
  }

  private func string(at index: Int) -> JSONStringBytes {
    let entry = output[index]
    return JSONStringBytes(
      token: UnsafeBufferPointer(start: base + Int(entry.start), count: Int(entry.end - entry.start)),
      isEscaped: entry.isEscaped
    )
  }
}
