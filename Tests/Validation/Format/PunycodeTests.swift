import Testing

@testable import DoubletValidation

@Suite struct PunycodeTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test(arguments: [("bücher", "bcher-kva"), ("ñ", "ida"), ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn")])
  func `a label is encoded as RFC 3492 says, and decoded again`(text: String, encoded: String) {
    #expect(Punycode.encode(scalars(text)) == scalars(encoded))
    #expect(Punycode.decode(scalars(encoded)) == scalars(text))
  }

  @Test func `every short label survives the round trip`() {
    let alphabet: [UInt32] = [0x61, 0x2D, 0xFC, 0x3B1, 0x6F22, 0x1F600, 0x10FFFF]
    var labels: [[UInt32]] = [[]]
    for _ in 0..<4 { labels += labels.flatMap { label in alphabet.map { label + [$0] } } }
    for label in Set(labels) where label.contains(where: { $0 >= 0x80 }) {
      #expect(Punycode.encode(label).flatMap(Punycode.decode) == label)
    }
  }

  @Test(arguments: ["kva-", "99999999", "a-é", "A"])
  func `malformed input has no decoding beyond ASCII`(text: String) {
    #expect(Punycode.decode(scalars(text))?.contains { $0 >= 0x80 } != true)
  }
}
