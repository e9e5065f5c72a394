import DoubletValidation
import Testing

/// Expressions that make naive engines run for years. That these tests end is what they test.
@Suite(.timeLimit(.minutes(1))) struct PatternHostilityTests {
  private let long = String(repeating: "a", count: 100_000)

  @Test(arguments: [
    "^(a+)+$", "(a*)*b", "(a+a+)+y", "^(a|a?)+$", "^(a|aa)+$", "(.*)(.*)(.*)[^a!]$", "^(\\p{L}+\\s?)*$", "(a+)+\\b\\b-",
  ])
  func `a nested repetition takes time in proportion to the text`(source: String) throws {
    let pattern = try Pattern(source)
    #expect(pattern.isLinear)
    #expect(pattern.matches(long + "!") == .fails)
  }

  @Test(arguments: ["^(a*)*$", "^(|a)*$", "^(a?){2,}$", "^((a*)*|b)*$", "^(?:\\b|a)*$"])
  func `a repetition of nothing ends`(source: String) throws {
    #expect(try Pattern(source).matches(long) == .matches)
    #expect(try Pattern("(?=)" + source).matches(String(long.prefix(100))) == .matches)
  }

  @Test(arguments: ["(?=(a+)+$)b", "(a*)*\\1b", "^(?:(?=a+)a*)*b"])
  func `backtracking stops at its step bound and says so`(source: String) throws {
    let pattern = try Pattern(source)
    #expect(!pattern.isLinear)
    #expect(pattern.matches(long) == .undecided)
  }

  @Test func `a great program against a long text stops at its step bound`() throws {
    #expect(try Pattern("(a{1,100}){1,100}b").matches(long) == .undecided)
  }

  @Test func `a look-around over an ordinary text is decided`() throws {
    #expect(try Pattern("^(?=.*[A-Z])(?=.*\\d)[^\\s]{8,}$").matches(String(long.prefix(10_000)) + "A1") == .matches)
  }
}
