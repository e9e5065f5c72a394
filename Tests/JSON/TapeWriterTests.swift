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

  /// The text and the tape of `write`, which must be those of its text.
  private func written(_ write: (inout JSONTapeWriter) -> Void) throws -> String {
    let tape = JSONTape(writing: write)
    #expect(tape.entries == (try JSONTape(parsing: tape.bytes)).entries)
    return String(decoding: tape.bytes, as: UTF8.self)
  }

  @Test(arguments: [#""é""#, "1.0", #"{"b":[1,{"c":"d\n"}],"e":{}}"#, "[]"])
  func `a value is copied as it is written, wherever it stood and whatever stands before it`(text: String) throws {
    let source = try JSONTape(parsing: Array(#"{"before": [true, "x"], "value": \#(text), "after": 1}"#.utf8))
    let copy = try written { writer in
      writer.open(.array)
      writer.append("first")
      source.withUnsafeCursor { if let value = $0.member(named: "value") { writer.append(asWritten: value) } }
      writer.append(.null)
      writer.close()
    }
    #expect(copy == #"["first",\#(text),null]"#)
  }

  @Test(arguments: [
    (0, 0, #"{"first":0,"last":1}"#), (0, 2, #"{"first":0,"a":"x","b":{"c":[1]},"last":1}"#),
    (1, 2, #"{"first":0,"b":{"c":[1]},"d":"y","last":1}"#), (2, 1, #"{"first":0,"d":"y","last":1}"#),
  ])
  func `members that follow each other are copied in one go`(start: Int, count: Int, text: String) throws {
    let source = try JSONTape(parsing: Array(#"{"a":"x","b":{"c":[1]},"d":"y"}"#.utf8))
    let copy = try written { writer in
      writer.open(.object)
      writer.append(key: "first")
      writer.append(0)
      source.withUnsafeCursor { object in
        var key = object.firstChild
        for _ in 0..<start { key = key.nextSibling.nextSibling }
        writer.append(count, membersFrom: key)
      }
      writer.append(key: "last")
      writer.append(1)
      writer.close()
    }
    #expect(copy == text)
  }

  @Test(arguments: [
    ([], #"[""]"#), (["plain"], #"["plain"]"#), (["a", "", "bc"], #"["abc"]"#), (["é", "x"], #"["éx"]"#),
    (["a", "\"\n", "b"], #"["a\"\nb"]"#), (["日本", "\\"], #"["日本\\"]"#),
  ])
  func `a string is written piece by piece`(pieces: [String], text: String) throws {
    let string = try written { writer in
      writer.open(.array)
      writer.openString()
      for piece in pieces { writer.append(characters: piece) }
      writer.closeString()
      writer.close()
    }
    #expect(string == text)
  }

  @Test(arguments: [(0, 0), (1, 100), (100, 1), (30, 7), (1000, 1000)])
  func `what is known of a size says nothing of what is written`(bytes: Int, entries: Int) throws {
    let tree: JSON = ["a": [1, "zwei", nil], "b": ["c": "d\n"]]
    let known = JSONTape(textCapacity: bytes, entryCapacity: entries) { $0.append(tree) }
    let unknown = JSONTape(of: tree)
    #expect(known.bytes == unknown.bytes)
    #expect(known.entries == unknown.entries)
  }

  @Test(arguments: [0, 10, 5000])
  func `of a text that is kept alone the tape is lent, and a copied value is only text in it`(capacity: Int) throws {
    let (copied, long) = (#"{"d" : ["é", 2]}"#, String(repeating: "x", count: 1000))
    var kinds: [JSONKind] = []
    let text = JSONTapeWriter.text(capacity: capacity) { writer in
      writer.open(.object)
      writer.append(key: "a")
      writer.append(long)
      writer.append(key: "b")
      Array(copied.utf8).withUnsafeBufferPointer { writer.append(text: $0) }
      writer.append(key: "c")
      writer.append(1)
      writer.close()
      writer.withUnsafeCursor { $0.forEachMember { kinds.append($1.kind) } }
    }
    #expect(kinds == [.string, .null, .number])
    #expect(String(decoding: text, as: UTF8.self) == #"{"a":"\#(long)","b":\#(copied),"c":1}"#)
  }

  @Test func `a text grows beyond any room that was made for it`() throws {
    let tree = JSON.array((0..<5000).map { ["number": .number(JSONNumber($0)), "quoted": "\"\($0)\""] })
    let written = JSONTape(of: tree)
    #expect(written.entries == (try JSONTape(parsing: written.bytes)).entries)
    #expect(written.root.tree == tree)
  }
}
