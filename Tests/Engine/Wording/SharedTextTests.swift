import Testing

@testable import DoubletEngine

@Suite struct SharedTextTests {
  private func storage(of text: String) -> UInt64 { unsafeBitCast(text, to: (UInt64, UInt64).self).1 }

  @Test func `a text that is kept twice has one place in memory`() {
    let shared = SharedTexts()
    let texts = (1...2).map { _ in String(repeating: "application/json, ", count: 3) }
    #expect(storage(of: texts[0]) != storage(of: texts[1]))
    let kept = texts.map { shared($0) }
    #expect(kept == texts)
    #expect(storage(of: kept[0]) == storage(of: kept[1]))
  }

  @Test func `texts that are never the same are given back as they are`() {
    let shared = SharedTexts()
    for number in 1...5000 {
      let text = "a text of its own, number \(number)"
      #expect(shared(text) == text)
    }
  }
}
