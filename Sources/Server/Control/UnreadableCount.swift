internal import Synchronization

/// How often bytes came that are no HTTP request.
final class UnreadableCount: Sendable {
  private let count = Atomic<Int>(0)

  /// The count.
  var value: Int { count.load(ordering: .relaxed) }

  /// Counts one more.
  func increment() { count.wrappingAdd(1, ordering: .relaxed) }
}
