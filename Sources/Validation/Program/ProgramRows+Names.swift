import DoubletJSON

extension ProgramRows {
  /// The UTF-8 of a name.
  @inline(__always)
  func name(_ index: Int32) -> UnsafeBufferPointer<UInt8> {
    let row = names[index]
    return UnsafeBufferPointer(start: bytes.pointer(to: Int(row.start)), count: Int(row.count))
  }

  /// The place of a name in a table, or -1.
  @inline(__always)
  func place(of name: UnsafeBufferPointer<UInt8>, in table: NameTable) -> Int32 {
    let signature = NameSignature(name)
    var position = signature.hash & Int(table.mask)
    while true {
      let slot = slots[Int(table.start) &+ position]
      if slot.value < 0 { return -1 }
      if slot.signature == signature, signature.isWhole || hasMiddle(name, of: table.names &+ slot.value) {
        return slot.value
      }
      position = (position &+ 1) & Int(table.mask)
    }
  }

  /// Whether a long name whose ends agree with a name of the table agrees with the rest of it.
  private func hasMiddle(_ name: UnsafeBufferPointer<UInt8>, of index: Int32) -> Bool {
    let other = self.name(index)
    for offset in 8..<(name.count &- 8) where name[offset] != other[offset] { return false }
    return true
  }
}
