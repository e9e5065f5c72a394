/// URI templates of RFC 6570, section 2: literals and expressions in braces.
enum Templates {
  static func isTemplate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    while !cursor.isAtEnd {
      let isValid = cursor.take("{") ? readExpression(&cursor) : readLiteral(&cursor)
      if !isValid { return false }
    }
    return true
  }

  /// One literal. The apostrophe is allowed: the grammar of the RFC omits it by mistake, as an erratum says.
  private static func readLiteral(_ cursor: inout FormatCursor) -> Bool {
    if readEscape(&cursor) { return true }
    let (value, width) = cursor.text.scalar(at: cursor.index)
    cursor.index += width
    switch value {
    case 0x00...0x20, 0x22, 0x25, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F: return false
    case 0x21...0x7E: return true
    default: return ReferenceCharacters.isUniversal(value) || ReferenceCharacters.isPrivate(value)
    }
  }

  /// `[operator] varspec *("," varspec) "}"`; operators reserved for extensions are part of the grammar.
  private static func readExpression(_ cursor: inout FormatCursor) -> Bool {
    switch cursor.peek {
    case 0x2B, 0x23, 0x2E, 0x2F, 0x3B, 0x3F, 0x26, 0x3D, 0x2C, 0x21, 0x40, 0x7C: cursor.index += 1
    default: break
    }
    repeat {
      guard readName(&cursor) else { return false }
      if cursor.take(":") {
        guard let first = cursor.peek, first != 0x30 else { return false }
        guard (1...4).contains(cursor.skip(while: \.isDigit)) else { return false }
      } else {
        _ = cursor.take("*")
      }
    } while cursor.take(",")
    return cursor.take("}")
  }

  /// Letters, digits, underscores and escapes, in parts separated by single dots.
  private static func readName(_ cursor: inout FormatCursor) -> Bool {
    repeat {
      let start = cursor.index
      while readEscape(&cursor) || cursor.skip(while: { $0.isAlphanumeric || $0 == 0x5F }) > 0 {}
      if cursor.index == start { return false }
    } while cursor.take(".")
    return true
  }

  private static func readEscape(_ cursor: inout FormatCursor) -> Bool {
    guard ReferenceCharacters.isEscape(cursor.text, at: cursor.index) else { return false }
    cursor.index += 3
    return true
  }
}
