import Testing

@testable import DoubletValidation

@Suite struct PatternEngineTests {
  private func name(_ source: String) throws -> String {
    switch try Pattern(source).engine {
    case .run: "run"
    case .table: "table"
    case .threads: "threads"
    case .backtracking: "backtracking"
    }
  }

  @Test(arguments: ["^[A-Z0-9_]{1,50}$", "^[0-9a-f-]+$", "^.{1,131072}$", "^(?:\\p{L})*$", "^(\\d)$", "^[^]{0,9}$"])
  func `one class between anchors is a counting loop`(source: String) throws {
    #expect(try name(source) == "run")
  }

  @Test(arguments: ["^[A-Z]{3}-[0-9]{1,6}$", "^(?:a|b)c", "foo", "^[a-z]+(?:-[a-z0-9]+)*$", "^\\d{4}-\\d{2}-\\d{2}$"])
  func `an ordinary expression is a table`(source: String) throws {
    #expect(try name(source) == "table")
  }

  @Test(arguments: ["\\bfoo\\b", "^\\p{L}\\d*$", "(?:[ab]*a[ab]{14}){2}"])
  func `word boundaries, properties and great tables are left to simulation`(source: String) throws {
    #expect(try name(source) == "threads")
  }

  @Test func `a run counts code points, not bytes`() throws {
    let pattern = try Pattern("^[é😀]{2,3}$")
    #expect(pattern.matches("é") == .fails)
    #expect(pattern.matches("é😀") == .matches)
    #expect(pattern.matches("😀😀😀😀") == .fails)
  }

  @Test func `stray bytes count as replacement characters`() throws {
    let pattern = try Pattern("^\\u{FFFD}{3}a$")
    for bytes: [UInt8] in [[0xFF, 0x80, 0xC0, 0x61], [0xE2, 0x82, 0xFF, 0x61]] {
      #expect(bytes.withUnsafeBufferPointer { pattern.matches($0) } == .matches)
    }
    let behind = try Pattern("(?<=a\\u{FFFD})b")
    #expect([0x61, 0x82, 0x62].withUnsafeBufferPointer { behind.matches($0) } == .matches)
    #expect([0xF0 as UInt8].withUnsafeBufferPointer { (try? Pattern("^.$"))?.matches($0) } == .matches)
  }

  @Test func `patterns are equal when their sources are, code point by code point`() throws {
    #expect(try Pattern("é") == Pattern("é"))
    #expect(try Pattern("\u{E9}") != Pattern("e\u{301}"))
    #expect(try Pattern("a").description == "/a/")
  }
}
