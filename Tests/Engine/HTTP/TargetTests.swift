import Testing

@testable import DoubletEngine

@Suite struct TargetTests {
  @Test(arguments: [
    ("/a/b?x=1", "/a/b", "x=1", nil), ("/a", "/a", nil, nil), ("/a?", "/a", "", nil), ("/a?x?y", "/a", "x?y", nil),
    ("/a#f", "/a", nil, nil), ("/a?x#f", "/a", "x", nil), ("http://h:1/a?x", "/a", "x", nil),
    ("http://h", "/", nil, nil),
    ("http://h?x=1", "/", "x=1", nil), ("HTTPS://h/a", "/a", nil, nil), ("/~box/a", "/a", nil, "box"),
    ("/~box", "/", nil, "box"), ("/~box?x", "/", "x", "box"), ("/~b%6Fx/a", "/a", nil, "box"),
    ("http://h/~box/a", "/a", nil, "box"), ("/~/a", "/a", nil, ""), ("/a/~box", "/a/~box", nil, nil),
    ("*", "*", nil, nil), ("", "/", nil, nil), ("/a?u=http://h/~b", "/a", "u=http://h/~b", nil),
  ])
  func `a target is taken apart into prefix, path and query`(
    text: String,
    path: String,
    query: String?,
    prefix: String?
  ) {
    let target = Target(text)
    #expect(target.path == path)
    #expect(target.query == query)
    #expect(target.prefix == prefix)
  }

  @Test func `a query is split at each ampersand and at the first equals sign, names and values decoded`() {
    let items = Target("/?a=1&b=x=y&c&=d&&e=&f+g=%2B+%41&a=2").queryItems
    #expect(items.map(\.name) == ["a", "b", "c", "", "e", "f g", "a"])
    #expect(items.map(\.value) == ["1", "x=y", "", "d", "", "+ A", "2"])
    #expect(items.map(\.rawValue) == ["1", "x=y", "", "d", "", "%2B+%41", "2"])
    #expect(Target("/").queryItems.isEmpty)
    #expect(Target("/?").queryItems.isEmpty)
  }
}
