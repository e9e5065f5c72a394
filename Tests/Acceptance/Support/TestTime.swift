import DoubletEngine
import Synchronization

/// A time source that a test moves: what stands in for the system's clock.
final class TestTime: Sendable {
  private let moment: Mutex<Instant>

  init(_ text: String = "2026-01-31T12:00:00Z") { moment = Mutex(Instant(text)!) }

  var source: TimeSource { TimeSource { self.moment.withLock { $0 } } }

  var now: Instant { moment.withLock { $0 } }

  func advance(seconds: Int) { moment.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
