import DoubletValidation
import Testing

@Suite struct PatternErrorTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let source: String
    let position: Int
    let message: String

    init(_ source: String, _ position: Int, _ message: String) {
      (self.source, self.position, self.message) = (source, position, message)
    }

    var testDescription: String { "/\(source)/" }
  }

  @Test(arguments: [
    Fault("a**", 2, "nothing to repeat before '*' at character 3; escape it as '\\*' or remove it"),
    Fault("?", 0, "nothing to repeat before '?' at character 1; escape it as '\\?' or remove it"),
    Fault("a|{2}", 2, "nothing to repeat before '{' at character 3; escape it as '\\{' to mean the character"),
    Fault("a{3,2}", 1, "the bounds {3,2} are out of order at character 2; swap them"),
    Fault("(a", 0, "unclosed group at character 1; add the missing ')', or escape this '(' as '\\('"),
    Fault("^(abc]", 1, "unclosed group at character 2; add the missing ')', or escape this '(' as '\\('"),
    Fault("a)", 1, "unmatched ')' at character 2; escape it as '\\)' or open a group before it"),
    Fault("é[a", 1, "unclosed character class at character 2; add the missing ']', or escape this '[' as '\\['"),
    Fault("[b-a]", 1, "the range in a class is out of order at character 2; swap its ends, or escape the '-'"),
    Fault("a\\", 1, "the expression ends in a backslash at character 2; escape it as '\\\\'"),
    Fault("(?<n>a)(?<n>b)", 10, "the group name 'n' is used twice at character 11; give each group its own name"),
    Fault("(?<n>a)\\k<m>", 7, "there is no group named 'm' at character 8; name one with (?<m>…)"),
    Fault("(?<1>a)", 3, "malformed group name at character 4; write a letter, then letters and digits, then '>'"),
  ])
  func `a fault names its place, what is wrong, and the remedy`(fault: Fault) throws {
    let error = try #require(throws: PatternError.self) { try Pattern(fault.source) }
    #expect(error.position == fault.position)
    #expect(error.message == fault.message)
    #expect("\(error)" == fault.message)
  }

  @Test(arguments: ["(?i)abc", "(?P<name>x)", "(?#comment)a", "(?>a)"])
  func `a group of another dialect is named as such`(source: String) throws {
    let error = try #require(throws: PatternError.self) { try Pattern(source) }
    #expect(error.message.hasPrefix("'(?' opens no kind of group that ECMA-262 has at character 1; use (?:…)"))
  }

  @Test func `an assertion cannot be repeated unless a group holds it`() throws {
    let error = try #require(throws: PatternError.self) { try Pattern("^*a") }
    #expect(error.message.hasPrefix("an assertion cannot be repeated, yet '*' follows one at character 2"))
    #expect(try Pattern("(?:^)*a").matches("ba") == .matches)
  }

  @Test(arguments: ["\\p{Klingon}", "\\p{Script=Klingon}", "\\p{sc=}", "\\P{Emoji_Component}", "[\\p{}]"])
  func `a property that is not supported is an error, never the letter p`(source: String) throws {
    let error = try #require(throws: PatternError.self) { try Pattern(source) }
    #expect(error.message.contains("is not supported"))
    #expect(error.message.contains("Arabic, Armenian"))
  }

  @Test func `an expansion beyond the limit is refused at its quantifier`() throws {
    let error = try #require(throws: PatternError.self) { try Pattern("x(?:(?:a{999}){999}){999}") }
    #expect(error.position == 14)
    #expect(error.message.hasPrefix("the expression grows beyond 100000 steps"))
    #expect(throws: PatternError.self) { try Pattern("(?:a{99999999999999999999}){99999999999999999999}") }
  }

  @Test func `groups that nest too deeply are refused`() throws {
    let deep = String(repeating: "(", count: 100_000)
    let error = try #require(throws: PatternError.self) { try Pattern(deep) }
    #expect(error.message.hasPrefix("groups nest deeper than 200"))
    let fair = String(repeating: "(", count: 200) + String(repeating: ")", count: 200)
    #expect(try Pattern(fair).matches("") == .matches)
  }
}
