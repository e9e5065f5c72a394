import DoubletJSON
import Testing

struct StringTests {
  @Test(arguments: [
    (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
    (#""\ud83d\ude00!""#, "😀!"), (#""\u0000""#, "\0"), (#""日本 \u65e5""#, "日本 日"), (#""\uD834\uDD1Ea""#, "𝄞a"),
    (#""\udbff\udfff""#, "\u{10FFFF}"),
  ])
  func `a string is decoded and its code points are counted`(text: String, string: String) throws {
    let tape = try JSONTape(parsing: Array(text.utf8))
    #expect(tape.root.string == string)
    #expect(tape.withUnsafeCursor { $0.unicodeScalarCount } == string.unicodeScalars.count)
    #expect(tape.withUnsafeCursor { $0.isString(string) })
    #expect(!tape.withUnsafeCursor { $0.isString(string + "x") })
    #expect(try JSON(parsing: JSON.string(string).text()) == .string(string))
  }

  @Test func `a string's flags say whether it is ASCII and whether it has escapes`() throws {
    let tape = try JSONTape(parsing: Array(#"["a", "\n", "é", "é\n"]"#.utf8))
    #expect(tape.root.elements.map(\.entry.isASCII) == [true, true, false, false])
    #expect(tape.root.elements.map(\.entry.isEscaped) == [false, true, false, true])
  }

  @Test func `a special byte is found at every place in a long string`() throws {
    for length in 0..<40 {
      for place in 0...length {
        let plain = String(repeating: "a", count: place) + "%" + String(repeating: "z", count: length - place)
        for (escape, character) in [(#"\n"#, "\n"), ("é", "é"), ("😀", "😀"), (#"\u00e9"#, "é"), ("\u{7F}", "\u{7F}")] {
          let text = "\"" + plain.replacing("%", with: escape) + "\""
          #expect(try JSON(parsing: text) == .string(plain.replacing("%", with: character)))
        }
        let control = "\"" + plain.replacing("%", with: "\u{1F}") + "\""
        #expect(throws: JSONError.self) { try JSON(parsing: control) }
      }
    }
  }

  @Test func `strings that are only canonically equivalent differ`() {
    #expect(JSON.string("\u{E9}") != JSON.string("e\u{301}"))
    let object = JSONObject([("\u{E9}", 1), ("e\u{301}", 2)])
    #expect(object.count == 2)
    #expect(object["e\u{301}"] == 2)
    #expect(JSONPointer(tokens: ["\u{E9}"]) != JSONPointer(tokens: ["e\u{301}"]))
  }

  @Test func `only what must be escaped is escaped`() {
    #expect(JSON.string("a/é\u{2028}\u{7F}\"\\\n\u{1}").text() == "\"a/é\u{2028}\u{7F}\\\"\\\\\\n\\u0001\"")
  }
}
