import DoubletEngine
import DoubletJSON
import Testing

@Suite struct MatcherTests {
  @Test(arguments: [
    (#"{"a":1}"#, #"{"a":1.0,"b":2}"#, true), (#"{"a":{"b":null}}"#, #"{"a":{"b":null,"c":0}}"#, true),
    (#"{"a":null}"#, "{}", false), ("{}", #"{"a":1}"#, true), ("{}", "[]", false), ("[1,2]", "[1,2]", true),
    ("[1]", "[1,2]", false), (#"[{"a":1}]"#, #"[{"a":1,"b":2}]"#, true), ("1", "1e0", true), (#""1""#, "1", false),
    (#"{"$exactly":{"a":1}}"#, #"{"a":1,"b":2}"#, false), (#"{"$exactly":{"a":1}}"#, #"{"a":1}"#, true),
    (#"{"$pattern":"^a+$"}"#, #""aaa""#, true), (#"{"$pattern":"^a+$"}"#, #""ab""#, false),
    (#"{"$pattern":"1"}"#, "1", false), (#"{"a":{"$present":true}}"#, #"{"a":null}"#, true),
    (#"{"a":{"$present":true}}"#, "{}", false), (#"{"a":{"$present":false}}"#, "{}", true),
    (#"{"a":{"$present":false}}"#, #"{"a":1}"#, false), (#"{"$exactly":{"$present":1}}"#, #"{"$present":1}"#, true),
    (#"{"$pattern":"a","b":1}"#, #"{"$pattern":"a","b":1}"#, true),
  ])
  func `objects match by their named members, all else by equality`(
    matcher: String,
    value: String,
    matches: Bool
  ) throws {
    #expect(try Matcher(JSON(parsing: matcher)).matches(JSON(parsing: value)) == matches)
  }

  @Test(arguments: [
    (
      #"{"$patern":"a"}"#,
      "'$patern' is no matcher; there are $pattern with a string, $present with true or false, $exactly."
    ),
    (
      #"{"$present":1}"#,
      "'$present' is no matcher; there are $pattern with a string, $present with true or false, $exactly."
    ),
    (
      #"{"a":[{"$pattern":1}]}"#,
      "'$pattern' is no matcher; there are $pattern with a string, $present with true or false, $exactly."
    ),
  ])
  func `what is no matcher is refused with those there are`(text: String, message: String) throws {
    let json = try JSON(parsing: text)
    let error = #expect(throws: FakeError.self) { try Matcher(json) }
    #expect(error?.description == message)
  }

  @Test func `a pattern that cannot be read is refused with its text`() {
    let error = #expect(throws: FakeError.self) { try Matcher(["$pattern": "("]) }
    #expect(error?.description.hasPrefix("$pattern '(': ") == true)
  }

  @Test func `each difference tells the place, what was expected and what came`() throws {
    let matcher = try Matcher(["a": ["b": 1, "c": ["$pattern": "^x"]], "d": [1, 2], "e": ["$present": false]])
    let value: JSON = ["a": ["b": 2, "c": "y"], "d": [1], "e": true]
    #expect(
      matcher.differences(from: value, at: JSONPointer()).map(\.description) == [
        "/a/b: expected 1, found 2", #"/a/c: expected "/^x/", found "y""#,
        #"/d: expected "an array of 2 elements", found [1]"#, "/e: expected nothing, found true",
      ]
    )
    #expect(
      matcher.differences(from: nil, at: JSONPointer()).map(\.description) == [
        "the whole value: expected {}, found nothing"
      ]
    )
  }
}
