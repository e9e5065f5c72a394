extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC with whole seconds: `2026-01-31T12:00:00Z`.
  public var description: String {
    let (year, month, day) = date
    let time = seconds - seconds.floored(by: 86_400) * 86_400
    return String(unsafeUninitializedCapacity: 20) { text in
      Instant.form.withUTF8Buffer { _ = text.initialize(fromContentsOf: $0) }
      Instant.write(year, at: 0..<4, of: text)
      Instant.write(month, at: 5..<7, of: text)
      Instant.write(day, at: 8..<10, of: text)
      Instant.write(time / 3600, at: 11..<13, of: text)
      Instant.write(time / 60 % 60, at: 14..<16, of: text)
      Instant.write(time % 60, at: 17..<19, of: text)
      return 20
    }
  }

  private static let form: StaticString = "0000-00-00T00:00:00Z"

  /// The same with milliseconds: `2026-01-31T12:00:00.000Z`.
  public var withMilliseconds: String {
    let milliseconds = nanoseconds.floored(by: 1_000_000) - seconds * 1000
    return description.dropLast() + "." + Instant.padded(milliseconds, to: 3) + "Z"
  }

  /// Reads an RFC 3339 date-time with any offset; nil when it is none, or lies outside 1677 to 2262. A leap second is
  /// the second after it.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      return bytes[range].reduce(Int?.some(0)) { value, byte in
        guard let value, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        return value * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    func has(_ character: Character, at index: Int) -> Bool {
      index < bytes.count && bytes[index] == character.asciiValue
    }
    guard let year = number(0..<4), has("-", at: 4), let month = number(5..<7), has("-", at: 7),
      let day = number(8..<10), has("T", at: 10) || has("t", at: 10), let hour = number(11..<13), has(":", at: 13),
      let minute = number(14..<16), has(":", at: 16), let second = number(17..<19),
      (1...12).contains(month), (1...Instant.days(in: month, of: year)).contains(day), hour < 24, minute < 60,
      second < 61
    else { return nil }
    var index = 19
    var fraction = 0
    if has(".", at: index) {
      index += 1
      let start = index
      while index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") { index += 1 }
      guard index > start, let digits = number(start..<min(index, start + 9)) else { return nil }
      fraction = (min(index - start, 9)..<9).reduce(digits) { value, _ in value * 10 }
    }
    var offset = 0
    if has("Z", at: index) || has("z", at: index) {
      index += 1
    } else {
      guard has("+", at: index) || has("-", at: index), let hours = number((index + 1)..<(index + 3)),
        has(":", at: index + 3), let minutes = number((index + 4)..<(index + 6)), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (has("-", at: index) ? -60 : 60)
      index += 6
    }
    guard index == bytes.count else { return nil }
    let days = Instant.days(before: year, month: month, day: day)
    let moment = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    let (nanoseconds, overflows) = moment.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflows, nanoseconds <= .max - fraction else { return nil }
    self.init(nanoseconds: nanoseconds + fraction)
  }

  /// The date of the proleptic Gregorian calendar. From days since 1970 by 400-year eras that start in
  /// March, so that the leap day is the last of its year.
  private var date: (year: Int, month: Int, day: Int) {
    let days = seconds.floored(by: 86_400) + 719_468
    let era = days.floored(by: 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func days(before year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year.floored(by: 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ value: Int, to width: Int = 2) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Writes the last digits of a number, as many as there is room for.
  private static func write(_ number: Int, at places: Range<Int>, of text: UnsafeMutableBufferPointer<UInt8>) {
    var rest = number
    for place in places.reversed() {
      text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
