import Testing

@testable import DoubletEngine

@Suite struct InstantTests {
  /// The calendar in its simplest form: days counted one by one from 1970.
  private struct NaiveCalendar {
    var (year, month, day) = (1970, 1, 1)

    private var lastDay: Int {
      switch month {
      case 2: year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    }

    mutating func step() {
      day += 1
      if day > lastDay { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }

    mutating func stepBack() {
      day -= 1
      if day < 1 {
        month -= 1
        if month < 1 { (year, month) = (year - 1, 12) }
        day = lastDay
      }
    }

    var text: String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(year)-\(two(month))-\(two(day))"
    }
  }

  @Test func `every day until 2262 is written and read as the calendar counts it`() {
    var calendar = NaiveCalendar()
    for day in 0..<106_000 {
      let instant = Instant(seconds: day * 86_400 + day % 86_400)
      let text = instant.description
      guard text.hasPrefix(calendar.text + "T"), Instant(text) == instant else {
        Issue.record("day \(day): \(calendar.text) is written \(text)")
        return
      }
      calendar.step()
    }
    #expect(calendar.year == 2260)
  }

  @Test func `every day back to 1678 is written and read as the calendar counts it`() {
    var calendar = NaiveCalendar()
    for day in 1..<106_000 {
      calendar.stepBack()
      let instant = Instant(seconds: -day * 86_400 + 1)
      let text = instant.description
      guard text == "\(calendar.text)T00:00:01Z", Instant(text) == instant else {
        Issue.record("day \(-day): \(calendar.text) is written \(text)")
        return
      }
    }
    #expect(calendar.year == 1679)
  }

  @Test func `every second of a day is written in hours, minutes and seconds`() {
    var expected: [String] = []
    for hour in 0..<24 {
      for minute in 0..<60 {
        for second in 0..<60 {
          expected.append([hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":"))
        }
      }
    }
    let written = (0..<86_400).map { Instant(seconds: $0).description.dropFirst(11).dropLast() }
    #expect(written.map(String.init) == expected)
  }

  @Test(arguments: [
    ("2026-01-31T12:00:00Z", 1_769_860_800, 0), ("2026-01-31t12:00:00z", 1_769_860_800, 0),
    ("2026-01-31T13:30:00+01:30", 1_769_860_800, 0), ("2026-01-30T18:00:00-18:00", 1_769_860_800, 0),
    ("2026-01-31T12:00:00-00:00", 1_769_860_800, 0), ("2026-01-31T12:00:00.5Z", 1_769_860_800, 500_000_000),
    ("2026-01-31T12:00:00.123456789123Z", 1_769_860_800, 123_456_789), ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
    ("1969-12-31T23:59:59.25Z", -1, 250_000_000),
  ])
  func `offsets, fractions and leap seconds are read`(text: String, seconds: Int, nanoseconds: Int) {
    #expect(Instant(text)?.nanoseconds == seconds * 1_000_000_000 + nanoseconds)
  }

  @Test(arguments: [
    "", "2026-01-31", "2026-01-31T12:00:00", "2026-01-31 12:00:00Z", "2026-02-29T12:00:00Z", "2100-02-29T12:00:00Z",
    "2026-04-31T12:00:00Z", "2026-13-01T12:00:00Z", "2026-00-01T12:00:00Z", "2026-01-00T12:00:00Z",
    "2026-01-31T24:00:00Z", "2026-01-31T12:60:00Z", "2026-01-31T12:00:61Z", "2026-01-31T12:00:00.Z",
    "2026-01-31T12:00:00+1:00", "2026-01-31T12:00:00+0100", "2026-01-31T12:00:00+24:00", "2026-01-31T12:00:00Z ",
    " 2026-01-31T12:00:00Z", "26-01-31T12:00:00Z", "２026-01-31T12:00:00Z", "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z", "+2026-01-31T12:00:00Z",
  ])
  func `what is no RFC 3339 time, or one that cannot be counted, is refused`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `leap days are there in leap years only`() {
    for year in [2000, 2024, 1972] { #expect(Instant("\(year)-02-29T00:00:00Z") != nil, "\(year)") }
    for year in [1900, 2023, 2100] { #expect(Instant("\(year)-02-29T00:00:00Z") == nil, "\(year)") }
  }

  @Test func `seconds are rounded down, before 1970 too`() {
    #expect(Instant(nanoseconds: -1).seconds == -1)
    #expect(Instant(nanoseconds: 1_999_999_999).seconds == 1)
    #expect(Instant(nanoseconds: -1).withMilliseconds == "1969-12-31T23:59:59.999Z")
    #expect(Instant(nanoseconds: 7_000_000).withMilliseconds == "1970-01-01T00:00:00.007Z")
  }

  @Test func `a moment too far away to be counted is the last one there is`() {
    #expect(Instant(seconds: 1).advanced(bySeconds: .max).nanoseconds == .max)
    #expect(Instant(seconds: 1).advanced(bySeconds: .min).nanoseconds == .min)
    #expect(Instant(seconds: 1).advanced(bySeconds: 60) == Instant(seconds: 61))
  }
}
