import Synchronization

/// Texts of clients that are kept with very many answers, such as what they accept: each is kept once. The answers take
/// less room so, and a text that all of them are compared by stays in the caches.
final class SharedTexts: Sendable {
  private static let most = 256
  private let texts = Mutex<Set<String>>([])

  /// The text as it was kept first.
  func callAsFunction(_ text: String) -> String {
    texts.withLock { texts in
      // A client that sends another one each time does not fill the memory.
      if texts.count >= Self.most { texts.removeAll() }
      return texts.insert(text).memberAfterInsert
    }
  }
}
