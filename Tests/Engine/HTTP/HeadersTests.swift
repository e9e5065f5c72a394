import Testing

@testable import DoubletEngine

@Suite struct HeadersTests {
  @Test func `names ignore the case of ASCII letters and nothing else`() {
    let headers: Headers = ["X-Key": "1"]
    #expect(headers["x-kEY"] == "1")
    #expect(!Headers.matches("a-b", "a\u{0D}b"))
    #expect(!Headers.matches("[", "{"), "32 apart, and no letters")
    #expect(!Headers.matches("É", "é"))
    #expect(!Headers.matches("ab", "abc"))
  }

  @Test func `several fields of one name are joined, and setting leaves one`() {
    var headers: Headers = ["A": "1", "B": "2", "a": "3"]
    #expect(headers["A"] == "1, 3")
    #expect(headers.all("a") == ["1", "3"])
    headers["A"] = "4"
    #expect(headers.map(\.name) == ["B", "A"])
    headers["b"] = nil
    #expect(headers.count == 1)
    #expect(headers["B"] == nil)
  }
}
