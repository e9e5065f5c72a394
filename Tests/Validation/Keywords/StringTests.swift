import DoubletValidation
import Testing

struct StringTests {
  @Test
  func `length counts code points`() throws {
    let judge = try Judge(#"{"minLength": 2, "maxLength": 3}"#)
    #expect(try judge.accepts("\"äöü\""))
    #expect(try judge.accepts("\"👍🏽👍\""))
    #expect(try judge.accepts(#""\ud83d\ude00\ud83d\ude00\ud83d\ude00""#))
    #expect(try judge.complaints("\"abcd\"") == ["must be at most 3 characters, is 4"])
    #expect(try judge.complaints("\"a\"") == ["must be at least 2 characters, is 1"])
    #expect(try judge.complaints("\"\"") == ["must be at least 2 characters, is empty"])
    #expect(try Judge(#"{"maxLength": 1}"#).complaints("\"ab\"") == ["must be at most 1 character, is 2"])
  }

  @Test
  func `a pattern is searched for and quoted`() throws {
    let judge = try Judge(#"{"pattern": "^[A-Z]{3}$"}"#)
    #expect(try judge.accepts("\"ABC\""))
    #expect(try judge.accepts(#""\u0041BC""#))
    #expect(try judge.accepts("5"))
    #expect(try judge.complaints("\"abc\"") == [#"must match /^[A-Z]{3}$/, is "abc""#])
  }

  @Test
  func `a pattern that reaches its step bound is refused and says so`() throws {
    let judge = try Judge(#"{"pattern": "^(a+)+\\1$"}"#)
    let hostile = String(repeating: "a", count: 5_000) + "!"
    let violations = try judge.violations("\"\(hostile)\"")
    #expect(violations.map(\.code) == ["body.pattern"])
    #expect(violations.allSatisfy { $0.message.contains("could not be decided within the step bound") })
  }

  @Test
  func `an undecided pattern under not is refused as well`() throws {
    let judge = try Judge(#"{"not": {"pattern": "^(a+)+\\1$"}}"#)
    let hostile = String(repeating: "a", count: 5_000) + "!"
    #expect(try judge.violations("\"\(hostile)\"").map(\.code) == ["body.pattern"])
  }

  @Test
  func `a format names itself with its standard`() throws {
    let judge = try Judge(#"{"format": "uri"}"#)
    #expect(try judge.accepts("\"https://example.com/a\""))
    #expect(try judge.accepts(#""https:\/\/example.com""#))
    #expect(try judge.complaints("\"not a url\"") == [#"must be a URI (RFC 3986) with a scheme, is "not a url""#])
  }

  @Test
  func `a value is cut, and what cannot be seen is escaped`() throws {
    let judge = try Judge(#"{"const": 1}"#)
    let long = String(repeating: "ä", count: 100)
    #expect(try judge.complaints("\"\(long)\"") == ["must be 1, is \"\(String(repeating: "ä", count: 60))…\""])
    #expect(
      try judge.complaints(#""a\n\"b\"\u0007\u202E""#) == [#"must be 1, is "a\n\"b\"\u{7}\u{202E}""#]
    )
  }
}
