#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// The time of the machine, for `Date` fields and log lines. The fake's own times are its sandboxes'.
struct WallClock: Sendable {
  /// Milliseconds since 1970 in UTC.
  var milliseconds: @Sendable () -> Int

  /// The machine's clock.
  static let live = WallClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
