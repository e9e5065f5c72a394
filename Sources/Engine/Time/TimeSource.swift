/// Where the engine gets the time from: a closure, so that a test can stand in for the system's clock.
public struct TimeSource: Sendable {
  /// The time.
  public var now: @Sendable () -> Instant

  /// A source that asks `now`.
  public init(now: @escaping @Sendable () -> Instant) { self.now = now }

  /// A source that always tells the same time.
  public static func constant(_ instant: Instant) -> TimeSource { TimeSource { instant } }
}

/// The clock of a sandbox: live, or standing still until a test moves it.
public struct SandboxClock: Sendable {
  /// How the clock runs.
  public enum Mode: Sendable, Hashable {
    /// With the time source, this many nanoseconds ahead of it.
    case live(ahead: Int)
    /// At this moment.
    case fixed(Instant)
  }

  /// How the clock runs.
  public var mode: Mode
  private let source: TimeSource

  /// A clock.
  public init(_ mode: Mode, source: TimeSource) {
    self.mode = mode
    self.source = source
  }

  /// The sandbox's time.
  public var now: Instant {
    switch mode {
    case .live(let ahead): Instant(nanoseconds: source.now().nanoseconds + ahead)
    case .fixed(let instant): instant
    }
  }

  /// Moves the clock forward.
  public mutating func advance(nanoseconds: Int) {
    switch mode {
    case .live(let ahead): mode = .live(ahead: ahead + nanoseconds)
    case .fixed(let instant): mode = .fixed(Instant(nanoseconds: instant.nanoseconds + nanoseconds))
    }
  }
}
