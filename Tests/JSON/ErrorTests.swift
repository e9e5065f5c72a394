import DoubletJSON
import Testing

struct ErrorTests {
  @Test(arguments: [
    ("", "line 1, column 1: expected a value, found the end of the text"),
    ("  ", "line 1, column 3: expected a value, found the end of the text"),
    ("[1, 2", "line 1, column 6: expected ',' or ']' after an element, found the end of the text"),
    (#"{"a": 1]"#, "line 1, column 8: expected ',' or '}' after a member, found ']'"),
    (#"{"ä": 1]"#, "line 1, column 8: expected ',' or '}' after a member, found ']'"),
    ("[1}", "line 1, column 3: expected ',' or ']' after an element, found '}'"),
    ("[1,]", "line 1, column 4: expected an element after ',', found ']'; remove the trailing comma"),
    ("[,]", "line 1, column 2: expected a value or ']', found ','"),
    (#"{"a":1,}"#, "line 1, column 8: expected a key after ',', found '}'; remove the trailing comma"),
    ("{a:1}", "line 1, column 2: expected a key in double quotes or '}', found 'a'"),
    (#"{"a":1,b:2}"#, "line 1, column 8: expected a key in double quotes after ',', found 'b'"),
    (#"{"a" 1}"#, "line 1, column 6: expected ':' after a key, found '1'"),
    ("{\n  \"a\": tru\n}", "line 2, column 11: expected the rest of 'true', found U+000A"),
    ("nul", "line 1, column 4: expected the rest of 'null', found the end of the text"),
    ("fake", "line 1, column 3: expected the rest of 'false', found 'k'"),
    ("NaN", "line 1, column 1: expected a value, found 'N'; a number starts with '-' or a digit"),
    ("'a'", "line 1, column 1: expected a value, found '''; write strings in double quotes"),
    ("01", "line 1, column 1: a number has a leading zero; remove it"),
    ("-", "line 1, column 2: expected a digit after '-', found the end of the text"),
    ("-a", "line 1, column 2: expected a digit after '-' of a number, found 'a'"),
    ("1.e2", "line 1, column 3: expected a digit after '.' of a number, found 'e'"),
    ("1e+", "line 1, column 4: expected a digit in the exponent, found the end of the text"),
    ("1 2", "line 1, column 3: expected the end of the text, found '2'; send one value"),
    ("\"a\tb\"", "line 1, column 3: a string holds the control character U+0009; write it as \\u0009"),
    (#""a"#, "line 1, column 3: the text ends inside a string that starts at offset 0; close it with '\"'"),
    (#""\x""#, "line 1, column 2: 'x' cannot follow '\\' in a string; write '\\\\' for a backslash"),
    (#""\u12G4""#, "line 1, column 2: expected four hexadecimal digits after '\\u'"),
    (#""\ud800""#, "line 1, column 2: \\uD800 is half of a surrogate pair; write both halves"),
    (#""\udc00""#, "line 1, column 2: \\uDC00 is half of a surrogate pair; write both halves"),
    ("\u{FEFF}1", "line 1, column 1: the text starts with a byte order mark; remove its three bytes, EF BB BF"),
    ("[é]", "line 1, column 2: expected a value or ']', found U+00E9"),
  ])
  func `an error names the place, what is wrong and the remedy`(text: String, description: String) {
    let error = #expect(throws: JSONError.self) { try JSONTape(parsing: Array(text.utf8)) }
    #expect(error?.description == description)
  }

  @Test(arguments: [
    ("[1", JSONError.Code.unexpectedEnd, 2), ("[x]", .unexpectedCharacter, 1), (#""\q""#, .invalidEscape, 1),
    (#""\ud800x""#, .loneSurrogate, 1), ("-01", .invalidNumber, 0), ("1,", .trailingCharacters, 1),
    ("\"\u{1}\"", .controlCharacter, 1), ("\u{FEFF}", .byteOrderMark, 0),
  ])
  func `an error has a code and an offset`(text: String, code: JSONError.Code, offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONTape(parsing: Array(text.utf8)) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC2], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xE2, 0x28, 0xA1],
    ] as [[UInt8]]
  )
  func `bytes that are not UTF-8 are refused at the first of them`(bytes: [UInt8]) {
    for padding in 0..<12 {
      let text = [0x22] + [UInt8](repeating: 0x61, count: padding) + bytes + [0x22]
      let error = #expect(throws: JSONError.self) { try JSONTape(parsing: text) }
      #expect(error?.code == .invalidUTF8)
      #expect(error?.offset == 1 + padding)
    }
  }

  @Test func `every code point is accepted in a string, apart from surrogates and control characters`() throws {
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), value != 0x22, value != 0x5C, value < 0x3000 || value % 61 == 0 else {
        continue
      }
      let tape = try JSONTape(parsing: Array("\"\(scalar)\"".utf8))
      #expect(tape.root.string?.unicodeScalars.elementsEqual([scalar]) == true)
    }
  }

  @Test func `a column counts code points and a line ends with a newline`() {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: "[\r\n\"日本\", ?]") }
    #expect(error?.line == 2)
    #expect(error?.column == 7)
  }
}
