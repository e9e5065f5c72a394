import DoubletValidation
import Testing

/// One row of a table of strings: a format, a text, and whether it has the format.
struct Sample: Sendable, CustomTestStringConvertible {
  let format: Format
  let text: String
  let expected: Bool

  init(_ format: Format, accepts text: String) {
    (self.format, self.text, self.expected) = (format, text, true)
  }

  init(_ format: Format, refuses text: String) {
    (self.format, self.text, self.expected) = (format, text, false)
  }

  var testDescription: String { "\(format.rawValue) \(expected ? "accepts" : "refuses") '\(text)'" }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(format.accepts(text) == expected, "\(testDescription)", sourceLocation: sourceLocation)
  }
}

@Suite struct FormatTests {
  @Test func `every format is found by its name`() {
    for format in Format.allCases where format != .annotation {
      #expect(Format(name: format.rawValue) == format)
    }
  }

  @Test(arguments: ["password", "binary", "commonmark", "html"])
  func `a format that only describes accepts everything`(name: String) {
    #expect(Format(name: name) == .annotation)
    #expect(Format.annotation.accepts("\u{0}"))
    #expect(Format.annotation.acceptsNumber(integer: nil, double: .infinity))
  }

  @Test(arguments: ["annotation", "Date", "", "made-up"])
  func `an unknown name is no format`(name: String) {
    #expect(Format(name: name) == nil)
  }

  @Test func `a summary is a noun phrase that fits after expected`() {
    #expect(Format.dateTime.summary == "an RFC 3339 date-time such as 2026-01-31T12:00:00Z")
    #expect(Format.uri.summary == "a URI (RFC 3986) with a scheme")
    for format in Format.allCases {
      #expect(!format.summary.isEmpty && !format.summary.hasSuffix("."))
    }
  }

  @Test func `the example in a summary has the format`() {
    for format in Format.allCases where format.instanceKind == .string {
      let parts = format.summary.split(separator: " such as ")
      for example in parts.dropFirst().flatMap({ $0.split(separator: " or ") }) {
        #expect(format.accepts(String(example)), "\(format)")
      }
    }
  }
}

// MARK: - Numbers

extension FormatTests {
  @Test(arguments: [
    (Format.int8, -128, 127), (.uint8, 0, 255), (.int16, -32768, 32767), (.uint16, 0, 65535),
    (.int32, -2_147_483_648, 2_147_483_647), (.uint32, 0, 4_294_967_295),
    (.doubleInteger, -9_007_199_254_740_991, 9_007_199_254_740_991),
  ])
  func `an integer format ends at its bounds`(format: Format, lowest: Int, highest: Int) {
    #expect(format.instanceKind == .number)
    for (value, expected) in [(lowest, true), (highest, true), (lowest - 1, false), (highest + 1, false)] {
      #expect(format.acceptsNumber(integer: value, double: Double(value)) == expected, "\(format) \(value)")
    }
    #expect(!format.acceptsNumber(integer: nil, double: 0.5))
  }

  @Test func `an integer of 64 bits may be any Int, and unsigned half as many again`() {
    #expect(Format.int64.acceptsNumber(integer: .min, double: -0x1p63))
    #expect(!Format.int64.acceptsNumber(integer: nil, double: 0x1p63))
    #expect(!Format.uint64.acceptsNumber(integer: -1, double: -1))
    #expect(Format.uint64.acceptsNumber(integer: nil, double: 0x1p63))
    #expect(!Format.uint64.acceptsNumber(integer: nil, double: 0x1p65))
    #expect(!Format.uint64.acceptsNumber(integer: nil, double: 1.5))
  }

  @Test func `a float format ends at the greatest finite number`() {
    #expect(Format.float.acceptsNumber(integer: nil, double: 3.4e38))
    #expect(!Format.float.acceptsNumber(integer: nil, double: 3.5e38))
    #expect(Format.double.acceptsNumber(integer: nil, double: 1e308))
    #expect(!Format.double.acceptsNumber(integer: nil, double: .infinity))
  }

  @Test func `a format of strings ignores numbers, and of numbers strings`() {
    #expect(Format.uuid.acceptsNumber(integer: 1, double: 1))
    #expect(Format.uuid.instanceKind == .string)
    #expect(Format.int32.accepts("x"))
  }
}
