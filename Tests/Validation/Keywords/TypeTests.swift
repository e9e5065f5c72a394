import DoubletValidation
import Testing

struct TypeTests {
  @Test
  func `the message names the allowed types and the value with its type`() throws {
    let judge = try Judge(#"{"type": ["string", "null"]}"#)
    #expect(try judge.complaints("5") == ["must be a string or null, is the number 5"])
    #expect(try judge.complaints("true") == ["must be a string or null, is true"])
    #expect(try judge.complaints("[]") == ["must be a string or null, is an array"])
    #expect(try judge.accepts("null"))
  }

  @Test
  func `an integer is any number without a fraction`() throws {
    let judge = try Judge(#"{"type": "integer"}"#)
    for text in ["1", "-0", "1.0", "1e3", "12345678901234567890123", "1e400"] { #expect(try judge.accepts(text)) }
    #expect(try judge.complaints("1.5") == ["must be an integer, is the number 1.5"])
    #expect(try judge.complaints("\"1\"") == [#"must be an integer, is the string "1""#])
  }

  @Test
  func `a number is not an object, and the article fits the word`() throws {
    #expect(try Judge(#"{"type": "object"}"#).complaints("1") == ["must be an object, is the number 1"])
    #expect(try Judge(#"{"type": "number"}"#).complaints("{}") == ["must be a number, is an object"])
  }

  @Test
  func `enum lists its values and const names its one`() throws {
    let judge = try Judge(#"{"enum": ["self", "customer", 1, null]}"#)
    #expect(try judge.complaints("\"x\"") == [#"must be one of "self", "customer", 1, null, is "x""#])
    #expect(try judge.accepts("1.0"))
    #expect(try judge.accepts(#""s\u0065lf""#))
    #expect(try Judge(#"{"const": "cat"}"#).complaints("\"dog\"") == [#"must be "cat", is "dog""#])
    #expect(try Judge(#"{"const": {"a": [1]}}"#).accepts(#"{"a": [1.0]}"#))
  }

  @Test
  func `a long enum is cut`() throws {
    let values = (1...20).map(String.init).joined(separator: ", ")
    let judge = try Judge("{\"enum\": [\(values)]}")
    #expect(
      try judge.complaints("21") == ["must be one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … (8 more), is 21"]
    )
  }

  @Test
  func `the schema false allows nothing`() throws {
    let judge = try Judge(#"{"properties": {"old": false}}"#)
    let violations = try judge.violations(#"{"old": 1}"#)
    #expect(violations.map(\.message) == ["is not allowed"])
    #expect(violations.map(\.code) == ["body.false"])
    #expect(violations.map(\.schemaLocation) == ["#/properties/old"])
  }
}
