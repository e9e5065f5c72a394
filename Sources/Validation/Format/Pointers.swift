/// JSON Pointers, absolute (RFC 6901) and relative (draft-bhutton-relative-json-pointer-00).
enum Pointers {
  /// Empty, or tokens that each begin with a slash, where a tilde is followed by 0 or 1.
  static func isPointer(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    guard first == 0x2F else { return false }
    for (index, byte) in text.enumerated() where byte == 0x7E {
      guard index + 1 < text.count, text[index + 1] == 0x30 || text[index + 1] == 0x31 else { return false }
    }
    return true
  }

  /// A number of levels up, an optional move among the siblings, then `#` or a pointer.
  static func isRelativePointer(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    guard readInteger(&cursor) else { return false }
    if cursor.take("+") || cursor.take("-"), !readInteger(&cursor) { return false }
    if cursor.take("#") { return cursor.isAtEnd }
    return isPointer(text.slice(cursor.index..<text.count))
  }

  private static func readInteger(_ cursor: inout FormatCursor) -> Bool {
    let isZero = cursor.peek == 0x30
    let length = cursor.skip(while: \.isDigit)
    return length == 1 || (length > 1 && !isZero)
  }
}
