/// Turns offsets into lines and columns, in one pass over the text: offsets must be asked for in rising order.
struct LineScanner {
  /// The text.
  let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The line and the column, in code points, of an offset that is not before the last one.
  mutating func advance(to target: Int) -> (line: Int, column: Int) {
    while offset < target {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return (line, column)
  }
}
