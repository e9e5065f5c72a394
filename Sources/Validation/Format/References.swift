import DoubletJSON

/// References of RFC 3986 and, with Unicode allowed, RFC 3987: `scheme ":" "//" authority path "?" query "#" fragment`.
enum References {
  static func isReference(
    _ text: UnsafeBufferPointer<UInt8>,
    requiresScheme: Bool,
    allowsUnicode: Bool
  ) -> Bool {
    var index: Int
    switch scheme(of: text) {
    case .end(let end): index = end
    case .absent: if requiresScheme { return false } else { index = 0 }
    case .malformed: return false
    }
    if index + 1 < text.count, text[index] == 0x2F, text[index + 1] == 0x2F {
      let start = index + 2
      index = start
      while index < text.count, text[index] != 0x2F, text[index] != 0x3F, text[index] != 0x23 { index += 1 }
      guard isAuthority(text.slice(start..<index), allowsUnicode) else { return false }
    }
    index = end(of: ReferenceCharacters.path, in: text, from: index, allowsUnicode)
    if index < text.count, text[index] == 0x3F {
      index = end(of: ReferenceCharacters.query, in: text, from: index + 1, allowsUnicode, allowsPrivate: true)
    }
    if index < text.count, text[index] == 0x23 {
      index = end(of: ReferenceCharacters.query, in: text, from: index + 1, allowsUnicode)
    }
    return index == text.count
  }

  private enum Scheme {
    case end(Int)
    case absent
    /// A colon in the first segment that ends no scheme, which a relative path may not have (section 4.2).
    case malformed
  }

  private static func scheme(of text: UnsafeBufferPointer<UInt8>) -> Scheme {
    let characters = ReferenceCharacters.scheme
    var isScheme = !text.isEmpty && text[0].isLetter
    for index in text.indices {
      switch text[index] {
      case 0x3A: return isScheme ? .end(index + 1) : .malformed
      case 0x2F, 0x3F, 0x23: return .absent
      case let byte: isScheme = isScheme && characters.contains(byte)
      }
    }
    return .absent
  }

  private static func isAuthority(_ text: UnsafeBufferPointer<UInt8>, _ allowsUnicode: Bool) -> Bool {
    var hostStart = 0
    if let at = text.firstIndex(of: 0x40) {
      guard end(of: ReferenceCharacters.user, in: text, from: 0, allowsUnicode) == at else { return false }
      hostStart = at + 1
    }
    if hostStart < text.count, text[hostStart] == 0x5B {
      let host = text.slice(hostStart..<text.count)
      guard let end = host.firstIndex(of: 0x5D) else { return false }
      return isLiteral(host.slice(1..<end)) && isPort(host.slice(end + 1..<host.count))
    }
    let end = end(of: ReferenceCharacters.name, in: text, from: hostStart, allowsUnicode)
    return isPort(text.slice(end..<text.count))
  }

  private static func isPort(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.isEmpty || (text[0] == 0x3A && text.dropFirst().allSatisfy(\.isDigit))
  }

  /// What stands between square brackets: an IPv6 address or an address of a later version.
  private static func isLiteral(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    guard cursor.take(ignoringCase: "v") else { return Addresses.isIPv6(text) }
    guard cursor.skip(while: \.isHexadecimal) > 0, cursor.take(".") else { return false }
    return cursor.skip(while: ReferenceCharacters.user.contains) > 0 && cursor.isAtEnd
  }

  /// Where a component ends: at the first byte that is neither of its class, nor of an escape, nor, in an IRI, Unicode.
  private static func end(
    of characters: ASCIISet,
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    _ allowsUnicode: Bool,
    allowsPrivate: Bool = false
  ) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      if characters.contains(byte) {
        index += 1
      } else if byte == 0x25 {
        guard ReferenceCharacters.isEscape(text, at: index) else { return index }
        index += 3
      } else {
        guard allowsUnicode, byte >= 0x80 else { return index }
        let (value, width) = text.scalar(at: index)
        guard width > 1 else { return index }
        let isPrivate = allowsPrivate && ReferenceCharacters.isPrivate(value)
        guard isPrivate || ReferenceCharacters.isUniversal(value) else { return index }
        index += width
      }
    }
    return index
  }
}
