/// Mailboxes of RFC 5321, section 4.1.2, and, with Unicode allowed, RFC 6531, section 3.3.
enum Mailboxes {
  /// The octets a local part may have (RFC 5321, section 4.5.3.1.1).
  static let localPartLimit = 64

  static func isMailbox(_ text: UnsafeBufferPointer<UInt8>, allowsUnicode: Bool) -> Bool {
    var cursor = FormatCursor(text)
    let isLocal = cursor.take("\"") ? readQuoted(&cursor, allowsUnicode) : readDotted(&cursor, allowsUnicode)
    guard isLocal, cursor.index <= localPartLimit, cursor.take("@") else { return false }
    let domain = text.slice(cursor.index..<text.count)
    if domain.first == 0x5B { return isLiteral(domain) }
    return allowsUnicode ? isUnicodeDomain(domain) : HostNames.isHostName(domain)
  }

  /// Atoms separated by single dots.
  private static func readDotted(_ cursor: inout FormatCursor, _ allowsUnicode: Bool) -> Bool {
    repeat {
      guard cursor.skip(while: { isAtom($0) || (allowsUnicode && $0 >= 0x80) }) > 0 else { return false }
    } while cursor.take(".")
    return true
  }

  /// The rest of a quoted string, up to its closing quote.
  private static func readQuoted(_ cursor: inout FormatCursor, _ allowsUnicode: Bool) -> Bool {
    while let byte = cursor.peek {
      cursor.index += 1
      switch byte {
      case 0x22: return true
      case 0x5C:
        guard let escaped = cursor.peek, (0x20...0x7E).contains(escaped) else { return false }
        cursor.index += 1
      case 0x20...0x7E: continue
      default: if byte < 0x80 || !allowsUnicode { return false }
      }
    }
    return false
  }

  /// `atext` of RFC 5322, section 3.2.3.
  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
    default: byte.isAlphanumeric
    }
  }

  /// An address in brackets: IPv4, `IPv6:` and an address, or another tag and its content (section 4.1.3).
  private static func isLiteral(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    guard domain.count > 2, domain.last == 0x5D else { return false }
    let content = domain.slice(1..<domain.count - 1)
    guard let colon = content.firstIndex(of: 0x3A) else { return Addresses.isIPv4(content) }
    let value = content.slice(colon + 1..<content.count)
    var tag = FormatCursor(content)
    if tag.take(ignoringCase: "i"), tag.take(ignoringCase: "p"), tag.take(ignoringCase: "v"), tag.take("6"),
      tag.index == colon
    {
      return Addresses.isIPv6(value)
    }
    return colon > 0 && content[colon - 1] != 0x2D
      && content[..<colon].allSatisfy { $0.isAlphanumeric || $0 == 0x2D }
      && !value.isEmpty && value.allSatisfy { (0x21...0x5A).contains($0) || (0x5E...0x7E).contains($0) }
  }

  /// Labels of letters, digits, inner hyphens, and anything beyond ASCII.
  ///
  /// RFC 6531 asks for U-labels, but a mail address is often seen before normalisation; the stricter question is the
  /// `idn-hostname` format's.
  private static func isUnicodeDomain(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(domain)
    repeat {
      let start = cursor.index
      guard cursor.skip(while: { $0.isAlphanumeric || $0 == 0x2D || $0 >= 0x80 }) > 0,
        domain[start] != 0x2D, domain[cursor.index - 1] != 0x2D
      else { return false }
    } while cursor.take(".")
    return cursor.isAtEnd
  }
}
