import DoubletValidation
import Testing

@Suite struct PatternLegacyTests {
  @Test(arguments: [
    Search("^[\\w-\\.]+$", finds: "a-b.c"), Search("^[\\w-\\.]+$", misses: "a,b"), Search("^\\_\\@\\-$", finds: "_@-"),
    Search("^{a}$", finds: "{a}"), Search("^a]$", finds: "a]"), Search("^x{,2}$", finds: "x{,2}"),
    Search("^\\a$", finds: "a"), Search("^\\101$", finds: "A"), Search("^\\8$", finds: "8"),
    Search("^\\u12$", finds: "u12"), Search("^\\xg$", finds: "xg"), Search("^\\c$", finds: "\\c"),
    Search("^[\\c]$", finds: "\\"), Search("^[\\c1]$", finds: "\u{11}"), Search("^\\k$", finds: "k"),
    Search("^(?=a)*b$", finds: "b"), Search("^(a)\\2$", finds: "a\u{2}"), Search("^[\\d-x]$", finds: "-"),
  ])
  func `what u mode refuses is read by Annex B`(search: Search) throws {
    #expect(try Pattern(search.source).isLegacy)
    try search.check()
  }

  @Test(arguments: ["^[\\w\\-\\.@~]+$", "^\\p{L}+$", "\\u{1F600}", "(?<n>a)\\k<n>", "^\\/\\.$", "[\\-]"])
  func `a valid expression is not legacy`(source: String) throws {
    #expect(try !Pattern(source).isLegacy)
  }

  @Test(arguments: [Search("^\\p{L}\\_$", finds: "é_"), Search("^\\u{e9}\\_$", finds: "é_")])
  func `escapes that u mode knows keep their meaning in a legacy expression`(search: Search) throws {
    #expect(try Pattern(search.source).isLegacy)
    try search.check()
  }
}
