/// Media ranges of RFC 9110, section 12.5.1, which media types are a part of.
enum MediaRanges {
  static func isMediaRange(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    let type = cursor.skip(while: isToken)
    guard type > 0, cursor.take("/") else { return false }
    let isWildcard = type == 1 && text[0] == 0x2A
    let subtype = cursor.index
    guard cursor.skip(while: isToken) > 0 else { return false }
    // `*` is a token character, yet `*/json` is no range.
    if isWildcard, text[subtype] != 0x2A || cursor.index != subtype + 1 { return false }
    while !cursor.isAtEnd { if !readParameter(&cursor) { return false } }
    return true
  }

  private static func readParameter(_ cursor: inout FormatCursor) -> Bool {
    _ = cursor.skip(while: isSpace)
    guard cursor.take(";") else { return false }
    _ = cursor.skip(while: isSpace)
    if cursor.isAtEnd || cursor.peek == 0x3B { return true }
    guard cursor.skip(while: isToken) > 0, cursor.take("=") else { return false }
    return cursor.take("\"") ? readQuoted(&cursor) : cursor.skip(while: isToken) > 0
  }

  private static func readQuoted(_ cursor: inout FormatCursor) -> Bool {
    while let byte = cursor.peek {
      cursor.index += 1
      if byte == 0x22 { return true }
      if byte == 0x5C {
        guard cursor.peek != nil else { return false }
        cursor.index += 1
      } else if byte < 0x20 && byte != 0x09 || byte == 0x7F {
        return false
      }
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// RFC 9110, section 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
    default: byte.isAlphanumeric
    }
  }
}
