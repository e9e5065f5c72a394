internal import DoubletEngine
internal import DoubletJSON

/// The text of an answer's head, written into memory that has room for all of it.
struct HeadText {
  private let memory: UnsafeMutableRawBufferPointer
  /// Bytes written.
  private(set) var count = 0

  init(_ memory: UnsafeMutableRawBufferPointer) { self.memory = memory }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
  }

  mutating func append(_ text: String) { withUTF8(of: text) { append(UnsafeRawBufferPointer($0)) } }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: bytes)
    count += bytes.count
  }

  /// Appends a number that is not negative in decimal digits.
  mutating func append(decimal number: Int) {
    var power = 1
    while power <= number / 10 { power *= 10 }
    while power > 0 {
      memory[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10)
      count += 1
      power /= 10
    }
  }

  /// Appends a field; one whose name is no token is left out.
  mutating func append(field name: String, _ value: String) {
    let start = count
    append(name)
    guard UnsafeRawBufferPointer(memory).bytes(start..<count).isToken else { return count = start }
    append(": ")
    let valueStart = count
    append(value)
    // A value that came from a request must not end the field (response splitting).
    for index in valueStart..<count where !memory[index].isFieldByte { memory[index] = 0x20 }
    append("\r\n")
  }

  /// The most bytes that fields can take.
  static func room(for headers: Headers) -> Int { headers.byteCount + 4 * headers.count }
}
