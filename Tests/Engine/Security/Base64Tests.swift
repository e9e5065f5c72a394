import Testing

@testable import DoubletEngine

@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("Zm9vYmE=", "fooba"),
    ("Zm9vYmFy", "foobar"), ("w7w=", "ü"), ("Zg", "f"), ("Z", nil), ("Zg=a", nil), ("Zg===", nil), ("Z g=", nil),
    ("/w==", nil), ("Zm9v-", nil),
  ])
  func `Base 64 is decoded, or refused where it is none of UTF-8`(text: String, decoded: String?) {
    #expect(Base64.decodeText(text) == decoded)
  }
}
