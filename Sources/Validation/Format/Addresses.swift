/// Internet addresses in their text forms.
enum Addresses {
  /// Four decimal octets without leading zeros (RFC 3986, `IPv4address`; RFC 2673 allows zeros, every reader differs).
  static func isIPv4(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    for octet in 0..<4 {
      if octet > 0, !cursor.take(".") { return false }
      let start = cursor.index
      let length = cursor.skip(while: \.isDigit)
      guard length >= 1, length <= 3, length == 1 || text[start] != 0x30 else { return false }
      let value = text[start..<start + length].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard value <= 255 else { return false }
    }
    return cursor.isAtEnd
  }

  /// Eight groups of up to four hexadecimal digits; one run of zero groups may be `::`, the last two groups an IPv4
  /// address (RFC 4291, section 2.2). A zone is no part of it.
  static func isIPv6(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    var groups = 0
    var isCompressed = false
    if cursor.take(text: "::") {
      isCompressed = true
      if cursor.isAtEnd { return true }
    }
    while groups < 8 {
      let start = cursor.index
      let length = cursor.skip(while: \.isHexadecimal)
      if cursor.peek == 0x2E {
        groups += 2
        return isComplete(groups, isCompressed) && isIPv4(text.slice(start..<text.count))
      }
      guard length >= 1, length <= 4 else { return false }
      groups += 1
      if cursor.isAtEnd { return isComplete(groups, isCompressed) }
      guard cursor.take(":") else { return false }
      if cursor.take(":") {
        if isCompressed { return false }
        isCompressed = true
        if cursor.isAtEnd { return isComplete(groups, isCompressed) }
      }
    }
    return false
  }

  /// `::` stands for at least one group.
  private static func isComplete(_ groups: Int, _ isCompressed: Bool) -> Bool {
    isCompressed ? groups <= 7 : groups == 8
  }
}
