/// Dates and times of RFC 3339, section 5.6, and the fixed form of RFC 9110.
enum Timestamps {
  static func isDateTime(_ text: UnsafeBufferPointer<UInt8>, hasOffset: Bool = true) -> Bool {
    var cursor = FormatCursor(text)
    return readDate(&cursor) && cursor.take(ignoringCase: "t") && readTime(&cursor, hasOffset: hasOffset)
      && cursor.isAtEnd
  }

  static func isDate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    return readDate(&cursor) && cursor.isAtEnd
  }

  static func isTime(_ text: UnsafeBufferPointer<UInt8>, hasOffset: Bool = true) -> Bool {
    var cursor = FormatCursor(text)
    return readTime(&cursor, hasOffset: hasOffset) && cursor.isAtEnd
  }

  private static func readDate(_ cursor: inout FormatCursor) -> Bool {
    guard let year = cursor.number(digits: 4), cursor.take("-"),
      let month = cursor.number(digits: 2), cursor.take("-"),
      let day = cursor.number(digits: 2)
    else { return false }
    return (1...12).contains(month) && day >= 1 && day <= days(in: month, of: year)
  }

  /// Reads a time. Second 60 is a leap second, which occurs only at the end of a UTC day (section 5.7); without an
  /// offset there is no saying whether it does.
  private static func readTime(_ cursor: inout FormatCursor, hasOffset: Bool) -> Bool {
    guard let hour = cursor.number(digits: 2), cursor.take(":"), hour < 24,
      let minute = cursor.number(digits: 2), cursor.take(":"), minute < 60,
      let second = cursor.number(digits: 2), second <= 60
    else { return false }
    if cursor.take("."), cursor.skip(while: \.isDigit) == 0 { return false }
    guard hasOffset else { return true }
    guard let offset = readOffset(&cursor) else { return false }
    let minuteOfDay = (hour * 60 + minute - offset + 2 * 1440) % 1440
    return second < 60 || minuteOfDay == 1439
  }

  /// The minutes by which local time is ahead of UTC.
  private static func readOffset(_ cursor: inout FormatCursor) -> Int? {
    if cursor.take(ignoringCase: "z") { return 0 }
    let isBehind = cursor.take("-")
    guard isBehind || cursor.take("+") else { return nil }
    guard let hour = cursor.number(digits: 2), cursor.take(":"), hour < 24,
      let minute = cursor.number(digits: 2), minute < 60
    else { return nil }
    return (isBehind ? -1 : 1) * (hour * 60 + minute)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// MARK: - HTTP

extension Timestamps {
  private static let weekdays: [StaticString] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Whether the text is an IMF-fixdate, the only form of HTTP-date that may still be sent (RFC 9110, section 5.6.7).
  static func isHTTPDate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(text)
    guard weekdays.contains(where: { cursor.take(text: $0) }), cursor.take(text: ", "),
      let day = cursor.number(digits: 2), cursor.take(" "),
      let month = months.firstIndex(where: { cursor.take(text: $0) }), cursor.take(" "),
      let year = cursor.number(digits: 4), cursor.take(" "),
      readTime(&cursor, hasOffset: false), cursor.take(text: " GMT")
    else { return false }
    return cursor.isAtEnd && day >= 1 && day <= days(in: month + 1, of: year)
  }
}
