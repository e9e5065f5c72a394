import DoubletValidation
import Testing

struct NumberTests {
  @Test(arguments: [
    (#"{"minimum": 5}"#, "3", "must be at least 5, is 3"),
    (#"{"exclusiveMinimum": 5}"#, "5.0", "must be greater than 5, is 5.0"),
    (#"{"maximum": 5}"#, "5.01", "must be at most 5, is 5.01"),
    (#"{"exclusiveMaximum": 5}"#, "5", "must be less than 5, is 5"),
    (#"{"multipleOf": 0.01}"#, "1.005", "must be a multiple of 0.01, is 1.005"),
  ])
  func `the message names the bound and the number`(_ schema: String, _ value: String, _ message: String) throws {
    #expect(try Judge(schema).complaints(value) == [message])
  }

  @Test
  func `numbers are compared exactly, however large`() throws {
    let judge = try Judge(#"{"maximum": 9007199254740993}"#)
    #expect(try judge.accepts("9007199254740993"))
    #expect(try !judge.accepts("9007199254740994"))
    #expect(try !judge.accepts("1e400"))
    #expect(try Judge(#"{"multipleOf": 0.0001}"#).accepts("0.0075"))
    #expect(try Judge(#"{"multipleOf": 0.1}"#).accepts("1e308"))
  }

  @Test
  func `bounds speak of numbers only`() throws {
    let judge = try Judge(#"{"minimum": 5, "multipleOf": 2}"#)
    for text in ["\"1\"", "null", "[1]", "{}"] { #expect(try judge.accepts(text)) }
  }

  @Test
  func `a format of integers has a range`() throws {
    let judge = try Judge(#"{"format": "int32"}"#)
    #expect(try judge.accepts("2147483647"))
    #expect(try judge.accepts("\"text\""))
    #expect(
      try judge.complaints("2147483648")
        == ["must be an integer of 32 bits, from -2147483648 to 2147483647, is 2147483648"]
    )
    #expect(try Judge(#"{"format": "int64"}"#).accepts("-9223372036854775808"))
    #expect(try !Judge(#"{"format": "int64"}"#).accepts("9223372036854775808"))
  }

  @Test
  func `a number of many digits is cut in its message`() throws {
    let digits = String(repeating: "7", count: 500)
    let shown = String(repeating: "7", count: 60)
    #expect(try Judge(#"{"maximum": 1}"#).complaints(digits) == ["must be at most 1, is \(shown)…"])
  }
}
