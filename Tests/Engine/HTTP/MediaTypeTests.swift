import Testing

@testable import DoubletEngine

@Suite struct MediaTypeTests {
  @Test func `type and subtype are lower case, parameters unquoted, q is a weight`() throws {
    let type = try #require(MediaType(#" Text/HTML ; Charset="utf-8;x" ; q=0.25 ; level=1"#))
    #expect((type.type, type.subtype, type.weight) == ("text", "html", 250))
    #expect(type.parameter("charset") == "utf-8;x")
    #expect(type.description == "text/html;charset=utf-8;x;level=1")
  }

  @Test(arguments: ["", "json", "a/b/c", "/json", "application/", "application /json x", ";q=1"])
  func `what has not one slash between two words is no media type`(text: String) {
    #expect(MediaType(text) == nil)
  }

  @Test(arguments: [
    ("*/*", "a/b", true), ("a/*", "a/b", true), ("a/*", "c/b", false), ("a/b", "a/b;x=1", true),
    ("a/b;x=1", "a/b", false), ("a/b;x=1", "a/b;x=1;y=2", true), ("a/b;charset=utf-8", "a/b", true),
    ("a/b", "a/c", false),
  ])
  func `a range holds the types that it says, charset aside`(range: String, type: String, holds: Bool) throws {
    #expect(try #require(MediaType(range)).holds(try #require(MediaType(type))) == holds)
  }

  @Test(arguments: [
    ("application/json", true), ("application/problem+json", true), ("text/json", true), ("application/jsonx", false),
    ("application/json-seq", false),
  ])
  func `JSON is told by subtype or suffix`(text: String, isJSON: Bool) throws {
    #expect(try #require(MediaType(text)).isJSON == isJSON)
  }

  @Test func `ranges that are accepted are ordered by weight, then closeness, then place`() {
    let ranges = MediaType.accepted("*/*;q=0.5, a/*, a/b;q=0.5, c/d, e/f;q=0, nonsense, g/h;q=0.001")
    #expect(ranges.map(\.description) == ["c/d", "a/*", "a/b", "*/*", "g/h", "e/f"])
    #expect(ranges.map(\.weight) == [1000, 1000, 500, 500, 1, 0])
  }

  @Test(arguments: [
    ("q=1", 1000), ("q=1.5", 1000), ("q=0.12345", 123), ("q=.5", 500), ("q=0.", 0), ("q=1.", 1000), ("q=x", 0),
    ("q=-1", 0),
  ])
  func `a weight is 0 to 1 in thousandths`(parameter: String, weight: Int) throws {
    #expect(try #require(MediaType("a/b;\(parameter)")).weight == weight)
  }
}
