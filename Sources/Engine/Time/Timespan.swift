/// A length of time as people write it: `500ms`, `30s`, `10m`, `1h`, `7d`.
public enum Timespan {
  /// Nanoseconds of such a text; nil when it is none.
  public static func nanoseconds(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), let unit = units[String(text.dropFirst(digits.count))] else { return nil }
    let (nanoseconds, overflows) = count.multipliedReportingOverflow(by: unit)
    return overflows ? nil : nanoseconds
  }

  /// The text of so many seconds, in the largest unit that they are whole in: `10m`.
  public static func text(seconds: Int) -> String {
    for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60)] where seconds != 0 && seconds.isMultiple(of: length) {
      return "\(seconds / length)\(unit)"
    }
    return "\(seconds)s"
  }

  private static let units = [
    "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000, "h": 3_600_000_000_000, "d": 86_400_000_000_000,
  ]
}
