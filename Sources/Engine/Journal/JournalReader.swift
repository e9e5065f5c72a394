/// Reads what a ``JournalWriter`` wrote, in the same order.
struct JournalReader {
  private var rest: UnsafeRawPointer

  /// Reads from memory that holds all that is asked for.
  init(_ memory: UnsafeRawPointer) { rest = memory }

  /// The next value.
  mutating func value<Value: BitwiseCopyable>() -> Value {
    defer { rest += MemoryLayout<Value>.size }
    return rest.loadUnaligned(as: Value.self)
  }

  /// The next number.
  mutating func length() -> Int {
    var (length, shift) = (0, 0)
    while true {
      let byte: UInt8 = value()
      length |= Int(byte & 0x7F) << shift
      guard byte & 0x80 != 0 else { return length }
      shift += 7
    }
  }

  /// The next text.
  mutating func text() -> String { String(decoding: counted(), as: UTF8.self) }

  /// The next text that may be missing.
  mutating func optionalText() -> String? { value() ? text() : nil }

  /// The next bytes.
  mutating func bytes() -> [UInt8] { Array(counted()) }

  /// The next header fields.
  mutating func headers() -> Headers {
    var headers = Headers()
    for _ in 0..<length() { headers.append(text(), text()) }
    return headers
  }

  /// The next header fields and body.
  mutating func answer(status: Int) -> Answer { Answer(status: status, headers: headers(), body: bytes()) }

  /// Where in a page it is.
  func place(in page: UnsafeRawPointer) -> Int { rest - page }

  private mutating func counted() -> UnsafeRawBufferPointer {
    let count = length()
    defer { rest += count }
    return UnsafeRawBufferPointer(start: rest, count: count)
  }
}
