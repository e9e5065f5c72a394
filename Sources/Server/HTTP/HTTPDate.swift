/// The value of a `Date` field, kept for the second that it names.
struct HTTPDate {
  private var second = Int.min
  private var text = ""

  /// The field's value for a second since 1970: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
  mutating func value(second: Int) -> String {
    if second != self.second {
      self.second = second
      text = HTTPDate.format(second: second)
    }
    return text
  }

  static func format(second: Int) -> String {
    let days = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
    let time = second - days * 86_400
    let (year, month, day) = civil(days: days)
    let weekday = ((days + 4) % 7 + 7) % 7
    let clock = "\(padded(time / 3600)):\(padded(time / 60 % 60)):\(padded(time % 60))"
    return "\(weekdays[weekday]), \(padded(day)) \(months[month - 1]) \(padded(year, 4)) \(clock) GMT"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The Gregorian date of a day since 1970, counted in eras of 400 years that begin in March.
  static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// A number with zeros before it.
  static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return digits.utf8.count < width ? String(repeating: "0", count: width - digits.utf8.count) + digits : digits
  }
}
