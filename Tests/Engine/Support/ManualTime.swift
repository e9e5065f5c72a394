import DoubletEngine
import Synchronization

/// A time source that a test moves.
final class ManualTime: Sendable {
  private let moment: Mutex<Int>

  init(seconds: Int) { moment = Mutex(seconds) }

  var seconds: Int {
    get { moment.withLock { $0 } }
    set { moment.withLock { $0 = newValue } }
  }

  var source: TimeSource { TimeSource { Instant(seconds: self.seconds) } }
}
