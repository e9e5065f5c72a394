/// A quota as a sandbox keeps it.
public struct QuotaState: Sendable {
  /// Requests allowed in a window; nil: lifted.
  public var limit: Int?
  /// Seconds of the window.
  public var windowSeconds: Int
  /// What was counted, by whose it is.
  var windows: [String: Window] = [:]

  /// A window that has started.
  struct Window: Sendable {
    var start: Instant
    var used: Int
  }

  /// Windows from which on those that have ended are forgotten, so that owners who came once do not stay for ever.
  private static let pruningCount = 1024

  /// Notes what was counted of an owner's requests.
  mutating func count(_ window: Window, of owner: String, now: Instant) {
    if windows.count >= nextPruning, windows[owner] == nil {
      let length = windowSeconds
      windows = windows.filter { now < $0.value.start.advanced(bySeconds: length) }
      nextPruning = max(Self.pruningCount, windows.count * 2)
    }
    windows[owner] = window
  }

  private var nextPruning = QuotaState.pruningCount

  /// A quota of which nothing is used.
  public init(limit: Int?, windowSeconds: Int) {
    self.limit = limit
    self.windowSeconds = windowSeconds
  }
}

/// How a quota stands after a request was counted: what its headers say.
struct QuotaStanding: Sendable {
  var quota: Int
  var limit: Int
  var remaining: Int
  /// When the window started.
  var start: Instant
  /// When the window ends.
  var resets: Instant
}
