/// A moment in UTC, in nanoseconds since 1970-01-01T00:00:00Z. The engine's own, since it imports no clock.
public struct Instant: Sendable, Hashable, Comparable {
  /// Nanoseconds since 1970.
  public var nanoseconds: Int

  /// The moment that many nanoseconds after 1970.
  public init(nanoseconds: Int) { self.nanoseconds = nanoseconds }

  /// The moment that many seconds after 1970.
  public init(seconds: Int) { nanoseconds = seconds * 1_000_000_000 }

  /// Whole seconds since 1970, rounded down.
  public var seconds: Int { nanoseconds.floored(by: 1_000_000_000) }

  /// The earlier one first.
  public static func < (first: Instant, second: Instant) -> Bool { first.nanoseconds < second.nanoseconds }

  /// The moment `seconds` later; the last one there is where that is too late to be counted.
  public func advanced(bySeconds seconds: Int) -> Instant {
    let (product, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, isTooLate) = nanoseconds.addingReportingOverflow(product)
    return Instant(nanoseconds: isTooLong || isTooLate ? (seconds < 0 ? .min : .max) : sum)
  }

  /// The first moment that no clock tells any more, 2262-01-01: nanoseconds end a hundred days later.
  static let endOfClocks = Instant(seconds: 9_214_646_400)

  /// Refuses a moment that a sandbox's clock cannot tell; nil is one that is beyond all counting.
  static func checkClock(_ instant: Instant?) throws(FakeError) {
    guard let instant, instant.nanoseconds >= 0, instant < endOfClocks else {
      throw FakeError("A clock tells times from 1970 to 2261.")
    }
  }
}

extension Int {
  /// Division that rounds towards minus infinity.
  func floored(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
