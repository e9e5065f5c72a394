internal import NIOPosix

/// Where work is done that would hold up the connections of an event loop.
struct Background: Sendable {
  /// Does the work at some time, on some thread.
  var run: @Sendable (@escaping @Sendable () -> Void) -> Void

  /// The process's threads for such work.
  static let live = Background { work in
    NIOThreadPool.singleton.submit { _ in work() }
  }
}
