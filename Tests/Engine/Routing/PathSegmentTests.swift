import Testing

@testable import DoubletEngine

@Suite struct PathSegmentTests {
  @Test func `a template is taken apart into literals, captures and mixtures, its literals decoded`() {
    #expect(
      PathSegment.segments(of: "/a%20b/{id}/{year}-{month}.json/") == [
        .literal("a b"), .capture("id"),
        .mixed([.capture("year"), .literal("-"), .capture("month"), .literal(".json")]), .literal(""),
      ]
    )
    #expect(PathSegment.segments(of: "/") == [.literal("")])
  }

  @Test(arguments: [
    ("2026-01.json", ["2026", "01"]), ("a-b-c.json", ["a", "b-c"]), ("-1.json", nil), ("2026-.json", nil),
    ("2026-01", nil), ("", nil), ("é-日.json", ["é", "日"]),
  ])
  func `a mixed segment gives each capture as little as it can and at least one character`(
    text: String,
    values: [String]?
  ) {
    let parts: [PathSegment.Part] = [.capture("y"), .literal("-"), .capture("m"), .literal(".json")]
    #expect(PathSegment.values(of: parts[...], in: text[...]) == values)
  }

  @Test(arguments: [
    ("/a/*", "/a/b", true), ("/a/*", "/a/", false), ("/a/*", "/a/b/c", false), ("/a/{id}", "/a/b", true),
    ("/a/**", "/a/b/c", true), ("/a/**", "/a", true), ("/a/**", "/b/c", false), ("/**", "/", true),
    ("/a", "/a/", false),
    ("/*/c", "/b/c", true), ("/**/c", "/**/c", true), ("/**/c", "/a/b/c", false),
  ])
  func `a pattern of a path has any segment for a star and any rest for two`(
    pattern: String,
    path: String,
    matches: Bool
  ) {
    #expect(PathPattern.matches(pattern, path) == matches)
  }
}
