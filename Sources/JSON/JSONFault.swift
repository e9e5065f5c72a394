/// What stopped the parser, before lines are counted: an error costs nothing until it is reported.
struct JSONFault: Error {
  let code: JSONError.Code
  let offset: Int
  let problem: String

  init(_ code: JSONError.Code, at offset: Int, _ problem: String) {
    self.code = code
    self.offset = offset
    self.problem = problem
  }

  static func endOfText(at offset: Int, _ expected: String) -> JSONFault {
    JSONFault(.unexpectedEnd, at: offset, "expected \(expected), found the end of the text")
  }

  /// A name for the character at an offset: itself in quotes, its code point, or its byte if it is not UTF-8.
  static func name(of bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> String {
    let byte = bytes[offset]
    if byte < 0x20 || byte == 0x7F { return "U+\(hexadecimal(UInt32(byte), digits: 4))" }
    if byte < 0x80 { return "'\(Unicode.Scalar(byte))'" }
    var decoder = UTF8()
    var iterator = bytes[offset...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      return "the byte 0x\(hexadecimal(UInt32(byte), digits: 2))"
    }
    return "U+\(hexadecimal(scalar.value, digits: 4))"
  }

  static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
