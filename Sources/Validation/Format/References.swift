/// References of RFC 3986 and, with Unicode allowed, RFC 3987: `scheme ":" "//" authority path "?" query "#" fragment`.
enum References {
  static func isReference(
    _ text: UnsafeBufferPointer<UInt8>,
    requiresScheme: Bool,
    allowsUnicode: Bool
  ) -> Bool {
    let rest: Int
    switch scheme(of: text) {
    case .end(let index): rest = index
    case .absent: if requiresScheme { return false } else { rest = 0 }
    case .malformed: return false
    }
    let fragment = text[rest...].firstIndex(of: 0x23) ?? text.count
    let query = text[rest..<fragment].firstIndex(of: 0x3F) ?? fragment
    var path = rest
    if rest + 1 < query, text[rest] == 0x2F, text[rest + 1] == 0x2F {
      path = text[(rest + 2)..<query].firstIndex(of: 0x2F) ?? query
      guard isAuthority(text.slice(rest + 2..<path), allowsUnicode) else { return false }
    }
    return consists(text.slice(path..<query), allowsUnicode, isPathByte)
      && consists(text.slice(min(query + 1, fragment)..<fragment), allowsUnicode, allowsPrivate: true, isQueryByte)
      && consists(text.slice(min(fragment + 1, text.count)..<text.count), allowsUnicode, isQueryByte)
  }

  private enum Scheme {
    case end(Int)
    case absent
    /// A colon in the first segment that ends no scheme, which a relative path may not have (section 4.2).
    case malformed
  }

  private static func scheme(of text: UnsafeBufferPointer<UInt8>) -> Scheme {
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x3A:
        let isScheme = index > 0 && text[0].isLetter && text[..<index].allSatisfy(isSchemeByte)
        return isScheme ? .end(index + 1) : .malformed
      case 0x2F, 0x3F, 0x23: return .absent
      default: continue
      }
    }
    return .absent
  }

  private static func isAuthority(_ text: UnsafeBufferPointer<UInt8>, _ allowsUnicode: Bool) -> Bool {
    var hostStart = 0
    if let at = text.firstIndex(of: 0x40) {
      guard consists(text.slice(0..<at), allowsUnicode, isUserByte) else { return false }
      hostStart = at + 1
    }
    let host = text.slice(hostStart..<text.count)
    if host.first == 0x5B {
      guard let end = host.firstIndex(of: 0x5D) else { return false }
      return isLiteral(host.slice(1..<end)) && isPort(host.slice(end + 1..<host.count))
    }
    let end = host.firstIndex(of: 0x3A) ?? host.count
    return consists(host.slice(0..<end), allowsUnicode, isNameByte) && isPort(host.slice(end..<host.count))
  }

  private static func isPort(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.isEmpty || (text[0] == 0x3A && text.dropFirst().allSatisfy(\.isDigit))
  }

  /// What stands between square brackets: an IPv6 address or an address of a later version.
  private static func isLiteral(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    guard cursor.take(ignoringCase: "v") else { return Addresses.isIPv6(text) }
    guard cursor.skip(while: \.isHexadecimal) > 0, cursor.take(".") else { return false }
    return cursor.skip(while: isUserByte) > 0 && cursor.isAtEnd
  }
}

// MARK: - Components

extension References {
  /// Whether a component holds only escapes, bytes of its class, and, in an IRI, Unicode.
  private static func consists(
    _ text: UnsafeBufferPointer<UInt8>,
    _ allowsUnicode: Bool,
    allowsPrivate: Bool = false,
    _ belongs: (UInt8) -> Bool
  ) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80, byte != 0x25 {
        guard belongs(byte) else { return false }
        index += 1
        continue
      }
      let (value, width) = text.scalar(at: index)
      if width > 1 {
        let isPrivate = allowsPrivate && ReferenceCharacters.isPrivate(value)
        guard allowsUnicode, isPrivate || ReferenceCharacters.isUniversal(value) else { return false }
        index += width
      } else {
        guard byte == 0x25, ReferenceCharacters.isEscape(text, at: index) else { return false }
        index += 3
      }
    }
    return true
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ReferenceCharacters.isUnreserved(byte) || ReferenceCharacters.isSubDelimiter(byte)
  }

  private static func isUserByte(_ byte: UInt8) -> Bool { isNameByte(byte) || byte == 0x3A }

  private static func isPathByte(_ byte: UInt8) -> Bool { isUserByte(byte) || byte == 0x40 || byte == 0x2F }

  private static func isQueryByte(_ byte: UInt8) -> Bool { isPathByte(byte) || byte == 0x3F }
}
