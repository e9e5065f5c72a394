/// The parser: one pass over the bytes, one entry for each value and key, no recursion.
///
/// While an array or an object is open its entry's `next` holds the index of the container around it and its `end` the
/// number of values seen so far in that one; closing it puts the real values there. So the tape is its own stack.
struct JSONParser {
  let base: UnsafePointer<UInt8>
  let end: Int
  let maximumDepth: Int
  var position = 0
  var output: JSONEntryBuffer

  /// The entries of a text.
  static func entries(of bytes: [UInt8], maximumDepth: Int) throws(JSONError) -> [JSONTape.Entry] {
    guard bytes.count < Int(UInt32.max) else {
      throw JSONError(JSONFault(.tooLarge, at: 0, "the text is longer than 4 GiB; send it in parts"), in: [])
    }
    var fault: JSONFault?
    var grown: JSONEntryBuffer?
    // Measured bodies have an entry for every 8 to 14 bytes; the worst case, `[1,1,1]`, outgrows this and is copied.
    let capacity = bytes.count / 6 + 8
    let entries = bytes.withUnsafeBufferPointer { text in
      [JSONTape.Entry](unsafeUninitializedCapacity: capacity) { buffer, count in
        guard let base = text.baseAddress, let start = buffer.baseAddress else { return }
        var parser = JSONParser(
          base: base,
          end: text.count,
          maximumDepth: maximumDepth,
          output: JSONEntryBuffer(start: start, capacity: buffer.count)
        )
        do throws(JSONFault) {
          try parser.parse()
        } catch {
          fault = error
        }
        if parser.output.isOwner { grown = parser.output } else { count = parser.output.count }
      }
    }
    defer { grown?.deallocate() }
    if let fault { throw JSONError(fault, in: bytes) }
    guard !bytes.isEmpty else { throw JSONError(.endOfText(at: 0, "a value"), in: bytes) }
    return grown?.array ?? entries
  }

  /// Reads one value and nothing else.
  private mutating func parse() throws(JSONFault) {
    try refuseByteOrderMark()
    var container = -1
    var isObject = false
    var count = 0
    var depth = 0
    skipWhitespace()
    values: while true {
      guard position < end else { throw .endOfText(at: position, "a value") }
      switch base[position] {
      case Byte.quote:
        try appendString()
      case Byte.openBrace, Byte.openBracket:
        let opensObject = base[position] == Byte.openBrace
        guard depth < maximumDepth else { throw tooDeep() }
        let start = position
        position += 1
        skipWhitespace()
        if position < end, base[position] == (opensObject ? Byte.closeBrace : Byte.closeBracket) {
          position += 1
          output.append(start: start, end: position, kind: opensObject ? .object : .array)
          break
        }
        let index = output.count
        output.append(
          .init(
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: count),
            next: UInt32(truncatingIfNeeded: container &+ 1),
            kind: opensObject ? .object : .array
          )
        )
        (container, isObject, count) = (index, opensObject, 0)
        depth &+= 1
        if isObject { try appendKey(isFirst: true) }
        continue values
      case Byte.minus, Byte.zero...Byte.nine:
        try appendNumber()
      case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
        try appendLiteral()
      default:
        throw notAValue(isElement: container >= 0 && !isObject, isFirst: count == 0)
      }
      // A value has ended: close what ends with it, then go on to the next one.
      while true {
        skipWhitespace()
        guard container >= 0 else {
          guard position == end else { throw trailingCharacters() }
          return
        }
        count &+= 1
        guard position < end else { throw expectedSeparator(isObject: isObject) }
        let byte = base[position]
        if byte == Byte.comma {
          position += 1
          skipWhitespace()
          if isObject { try appendKey(isFirst: false) }
          continue values
        }
        guard byte == (isObject ? Byte.closeBrace : Byte.closeBracket) else {
          throw expectedSeparator(isObject: isObject)
        }
        position += 1
        let open = output[container]
        guard count <= JSONTape.Entry.maximumCount else { throw tooManyElements(at: Int(open.start)) }
        let hasDuplicates = isObject && count > 1 && hasDuplicateKeys(container: container, count: count)
        output[container] = .init(
          start: open.start,
          end: UInt32(truncatingIfNeeded: position),
          next: UInt32(truncatingIfNeeded: output.count),
          kind: isObject ? .object : .array,
          flags: hasDuplicates ? JSONTape.Entry.duplicateKeysFlag : 0,
          count: count
        )
        count = Int(open.end)
        container = Int(open.next) - 1
        isObject = container >= 0 && output[container].kind == .object
        depth &-= 1
      }
    }
  }

  /// Reads a key and its colon, and stops before the value.
  @inline(__always)
  private mutating func appendKey(isFirst: Bool) throws(JSONFault) {
    guard position < end, base[position] == Byte.quote else { throw expectedKey(isFirst: isFirst) }
    try appendString()
    if position < end, base[position] != Byte.colon { skipWhitespace() }
    guard position < end, base[position] == Byte.colon else { throw expectedColon() }
    position += 1
    skipWhitespace()
  }

  /// Goes on to the next byte that is not a space, a tab or a line end.
  @inline(__always)
  mutating func skipWhitespace() {
    while position < end {
      let byte = base[position]
      if byte > Byte.space { return }
      guard byte == Byte.space || byte == Byte.newline || byte == Byte.tab || byte == Byte.carriageReturn else {
        return
      }
      position &+= 1
    }
  }
}
