import DoubletJSON
import Testing

struct TapeWriterTests {
  @Test(arguments: [
    "null", "true", "false", "-1.50e3", #""""#, #""Ada""#, "[]", "{}", "[[],{},[{}]]",
    #"{"":"","a":{"b":[1,"x",null]}}"#, #""a\"b\\c\nd\te\rf\bg\f\u0001""#, #""eight by\"te words and \\ a rest""#,
    #"{"Zoë":"日本語, and more of it 🎈","ä\"":[0.0]}"#,
    #"["1234567\n","12345678","123456789","\\\\\\\\\\\\\\\\\\\\\\\\"]"#,
  ]) func `a tape that was written is the one that its text is parsed to`(text: String) throws {
    let parsed = try JSONTape(parsing: Array(text.utf8))
    let written = JSONTape(of: parsed.root.tree)
    #expect(String(decoding: written.bytes, as: UTF8.self) == text)
    #expect(written.entries == parsed.entries)
    #expect(JSONWriter.bytes(of: parsed.root.tree) == written.bytes)
  }

  @Test func `a text grows beyond any room that was made for it`() throws {
    let tree = JSON.array((0..<5000).map { ["number": .number(JSONNumber($0)), "quoted": "\"\($0)\""] })
    let written = JSONTape(of: tree)
    #expect(written.entries == (try JSONTape(parsing: written.bytes)).entries)
    #expect(written.root.tree == tree)
  }
}
