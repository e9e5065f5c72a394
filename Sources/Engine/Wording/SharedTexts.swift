import Synchronization

/// Texts of clients that are kept with very many answers, such as what they accept: each is kept once. The answers take
/// less room so, and a text that all of them are compared by stays in the caches.
final class SharedTexts: Sendable {
  private static let most = 256
  /// Shorter texts have no memory of their own; longer ones are kept where they come.
  private static let shared = 16...256
  private let texts = Mutex<Set<String>>([])

  /// The text as it was kept first.
  func callAsFunction(_ text: String) -> String {
    guard Self.shared.contains(text.utf8.count) else { return text }
    return texts.withLock { texts in
      if let known = texts.firstIndex(of: text) { return texts[known] }
      // A client that sends another one each time does not fill the memory.
      if texts.count >= Self.most { texts.removeAll() }
      texts.insert(text)
      return text
    }
  }
}
