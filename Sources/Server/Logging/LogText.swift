/// How values are written in log lines.
enum LogText {
  /// The time of day in UTC: `12:03:44.120`.
  static func timeOfDay(_ milliseconds: Int) -> String {
    let time = milliseconds % 86_400_000
    let (hours, minutes, seconds) = (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60)
    return
      "\(HTTPDate.padded(hours)):\(HTTPDate.padded(minutes)):\(HTTPDate.padded(seconds)).\(HTTPDate.padded(time % 1000, 3))"
  }

  /// Text in which control characters cannot steer a terminal: `\u{1B}`.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The time as RFC 3339 has it: `2026-11-21T00:23:44.151Z`.
  static func timestamp(_ milliseconds: Int) -> String {
    let (year, month, day) = HTTPDate.civil(days: milliseconds / 86_400_000)
    return "\(HTTPDate.padded(year, 4))-\(HTTPDate.padded(month))-\(HTTPDate.padded(day))T\(timeOfDay(milliseconds))Z"
  }

  /// Text as a JSON string.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        quoted += "\\u00" + padded2Hexadecimal(scalar.value)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func padded2Hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
