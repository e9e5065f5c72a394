internal import NIOCore

/// How long things take on this machine; never set back. The fake's own times are its sandboxes'.
struct MonotonicClock: Sendable {
  /// Nanoseconds since some moment.
  var nanoseconds: @Sendable () -> Int

  /// The machine's clock.
  static let live = MonotonicClock { Int(NIODeadline.now().uptimeNanoseconds) }
}
