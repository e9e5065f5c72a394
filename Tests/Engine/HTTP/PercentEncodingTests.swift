import Testing

@testable import DoubletEngine

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("plain", "plain"), ("%41%62", "Ab"), ("%c3%BC", "ü"), ("a+b", "a+b"), ("%", nil), ("%4", nil), ("%4g", nil),
    ("%ff", nil), ("%C3", nil), ("%25", "%"), ("%00", "\0"),
  ])
  func `a segment is decoded, or refused where it is broken or no UTF-8`(text: String, decoded: String?) {
    #expect(PercentEncoding.decode(text) == decoded)
  }

  @Test(arguments: [
    ("a+b", "a b"), ("%2B", "+"), ("100%", "100%"), ("a%zzb+c", "a%zzb c"), ("%4%41", "%4A"), ("%", "%"),
    ("%c3%bc", "ü"), ("%ff", "\u{FFFD}"),
  ])
  func `in a query plus is a blank, and a broken escape stands for itself`(text: String, decoded: String) {
    #expect(PercentEncoding.decodeForm(text) == decoded)
  }

  @Test func `what is encoded as a segment is decoded to the same, whatever the characters`() {
    let text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init))) + "/?#%[]{} 😀"
    let encoded = PercentEncoding.encodeSegment(text)
    #expect(PercentEncoding.decode(encoded) == text)
    #expect(encoded.utf8.allSatisfy { !"/?#[]{} \"<>\\^`|".utf8.contains($0) && $0 > 0x20 && $0 < 0x7F })
    #expect(PercentEncoding.encodeSegment("cus_01.~-@:!$&'()*+,;=") == "cus_01.~-@:!$&'()*+,;=")
    #expect(PercentEncoding.encodeSegment("a/b\n") == "a%2Fb%0A")
  }
}
