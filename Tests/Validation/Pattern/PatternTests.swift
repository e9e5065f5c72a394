import DoubletValidation
import Testing

@Suite struct PatternTests {
  @Test(arguments: [
    Search("b", finds: "abc"), Search("^b", misses: "abc"), Search("b$", misses: "abc"), Search("", finds: ""),
    Search("", finds: "abc"), Search("^$", finds: ""), Search("^$", misses: "a"), Search("^abc$", misses: "abc\n"),
    Search("a|b|", finds: "c"), Search("^(?:a|bc)$", finds: "bc"), Search("^a|b$", finds: "ax"),
    Search("^a|b$", finds: "xb"), Search("^a|b$", misses: "xax"), Search("a$|^b", finds: "bx"),
    Search("(?:^|,)x", finds: "y,x"), Search("x(?:,|$)", finds: "yx"), Search("$a", misses: "a"),
  ])
  func `a search is not anchored unless the expression says so`(search: Search) throws {
    try search.check()
  }

  @Test(arguments: [
    Search("^a*$", finds: "aaa"), Search("^a+$", misses: ""), Search("^a?$", misses: "aa"),
    Search("^a{2}$", finds: "aa"), Search("^a{2}$", misses: "aaa"), Search("^a{2,}$", finds: "aaaa"),
    Search("^a{2,}$", misses: "a"), Search("^a{2,3}$", finds: "aaa"), Search("^a{2,3}$", misses: "aaaa"),
    Search("^a{0}$", finds: ""), Search("^a{0}$", misses: "a"), Search("^a*?$", finds: "aa"),
    Search("^(?:ab){2}c??$", finds: "abab"), Search("^(ab|c){2,}$", finds: "cabc"),
    Search("^[A-Z]{3}-[0-9]{1,4}$", finds: "ABC-42"), Search("^[A-Z]{3}-[0-9]{1,4}$", misses: "ABC-42424"),
    Search("^(?:a{2}){2}$", finds: "aaaa"), Search("^(?:a{2}){2}$", misses: "aaa"),
  ])
  func `a quantifier bounds how often its atom repeats`(search: Search) throws {
    try search.check()
  }

  @Test(arguments: [
    Search("^[^a-c]$", finds: "d"), Search("^[^a-c]$", misses: "b"), Search("^[-a]$", finds: "-"),
    Search("^[a-]$", finds: "-"), Search("^[\\w\\-\\.@~]+$", finds: "a-.@~"), Search("[]", misses: "a"),
    Search("^[^]$", finds: "\n"), Search("^[\\]\\\\]$", finds: "]"), Search("^[^\\W_]$", misses: "_"),
    Search("^[\\b]$", finds: "\u{8}"), Search("^[😀-😎]$", finds: "😃"), Search("^[\\d\\s]+$", finds: "1 2"),
    Search("^[^\\P{L}]$", finds: "é"), Search("^[^\\P{L}]$", misses: "1"),
    Search("^[\\p{L}\\p{Nd}_-]+$", finds: "é٣_-"),
  ])
  func `a class accepts its members`(search: Search) throws {
    try search.check()
  }

  @Test(arguments: [
    Search("^\\x41\\u0042\\u{1F600}$", finds: "AB😀"), Search("^\\uD83D\\uDE00$", finds: "😀"),
    Search("^\\cJ\\0\\t\\v\\f\\r\\n$", finds: "\n\0\t\u{B}\u{C}\r\n"), Search("^\\^\\$\\/\\{\\}$", finds: "^$/{}"),
    Search("^.$", finds: "😀"), Search("^.$", misses: "\u{2028}"), Search("^\\s$", finds: "\u{FEFF}"),
    Search("^\\d$", misses: "٣"), Search("^\\w$", misses: "é"), Search("^\\D\\W\\S$", finds: "٣éx"),
    Search("^\\uD83D$", misses: "😀"),
  ])
  func `an escape stands for its code point or set`(search: Search) throws {
    try search.check()
  }

  @Test(arguments: [
    Search("\\bcat\\b", finds: "a cat."), Search("\\bcat\\b", misses: "concat"), Search("\\Bcat", finds: "concat"),
    Search("^\\b", misses: ""), Search("\\bé", misses: " é"), Search("é\\b", misses: "é"), Search("\\bx", finds: "éx"),
  ])
  func `a word boundary counts ASCII word characters only`(search: Search) throws {
    try search.check()
  }

  @Test(arguments: [
    Search("^(?=.*[A-Z])(?=.*\\d).{8,}$", finds: "Passw0rds"),
    Search("^(?=.*[A-Z])(?=.*\\d).{8,}$", misses: "passw0rds"),
    Search("^(?!admin$).*$", misses: "admin"), Search("^(?!admin$).*$", finds: "admins"),
    Search("(?<=\\$)\\d+", finds: "$42"), Search("(?<=\\$)\\d+", misses: "€42"),
    Search("(?<!\\$)\\b\\d+", misses: "$42"), Search("(?<=a+)b", finds: "aab"),
    Search("(?<=^(\\w)\\w*)x", finds: "abx"), Search("(?<=(\\d)\\1)a", finds: "12a"),
    Search("(?<=\\1(\\d))a", finds: "11a"), Search("(?<=\\1(\\d))a", misses: "12a"),
    Search("^(?:(?=a)a|b)*$", finds: "abba"), Search("^(?=(a+))a*b\\1", misses: "baaabac"),
    Search("(?=(a+))a*b\\1", finds: "baaabac"), Search("(?!(?!a))b", misses: "b"), Search("^(?!(?!a))a", finds: "a"),
  ])
  func `look-around inspects without consuming`(search: Search) throws {
    try search.check()
  }

  @Test(arguments: [
    Search("^(.)\\1$", finds: "éé"), Search("^(.)\\1$", misses: "ab"), Search("^\\1(a)$", finds: "a"),
    Search("^(?<q>['\"]).*\\k<q>$", finds: "'a'"), Search("^(?<q>['\"]).*\\k<q>$", misses: "'a\""),
    Search("^(a\\1)$", finds: "a"), Search("^(?:(a)|(b)\\1)+$", finds: "ab"), Search("^(?:(a)|b\\1)+$", finds: "ab"),
    Search("^(?:(a)|b\\1)+c$", finds: "abac"), Search("^(a*)b\\1$", finds: "aabaa"),
    Search("^(a*)b\\1$", misses: "aaba"), Search("^(?:(a)?b\\1)+$", finds: "abab"),
  ])
  func `a back-reference repeats the text of its group`(search: Search) throws {
    try search.check()
  }
}
