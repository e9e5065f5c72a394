import Synchronization

/// The bytes that all journals of a fake may hold together.
final class JournalBudget: Sendable {
  let limit: Int
  private let held = Atomic<Int>(0)

  init(limit: Int) { self.limit = limit }

  /// The bytes that are held now.
  var heldBytes: Int { held.load(ordering: .relaxed) }

  /// Counts bytes in, or out where negative; how many are too many now.
  func add(_ bytes: Int) -> Int {
    let now = held.wrappingAdd(bytes, ordering: .relaxed).newValue
    return max(0, now - limit)
  }
}
