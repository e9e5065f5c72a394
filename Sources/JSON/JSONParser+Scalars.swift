extension JSONParser {
  /// Reads a number (RFC 8259, section 6).
  @inline(__always)
  mutating func appendNumber() throws(JSONFault) {
    let start = position
    let stop = try JSONNumberGrammar.end(ofNumberIn: UnsafeBufferPointer(start: base, count: end), from: start)
    output.append(start: start, end: stop, kind: .number)
    position = stop
  }

  /// Reads `true`, `false` or `null`.
  @inline(__always)
  mutating func appendLiteral() throws(JSONFault) {
    let start = position
    guard start &+ 4 <= end else { throw misspelledLiteral(at: start) }
    let word = UInt32(littleEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt32.self))
    switch word {
    case 0x6575_7274:  // "true", read from its last byte to its first
      position = start &+ 4
      output.append(start: start, end: position, kind: .boolean, flags: JSONTape.Entry.trueFlag)
    case 0x6C6C_756E:  // "null"
      position = start &+ 4
      output.append(start: start, end: position, kind: .null)
    case 0x736C_6166 where start &+ 5 <= end && base[start &+ 4] == UInt8(ascii: "e"):  // "fals", then "e"
      position = start &+ 5
      output.append(start: start, end: position, kind: .boolean)
    default:
      throw misspelledLiteral(at: start)
    }
  }
}
