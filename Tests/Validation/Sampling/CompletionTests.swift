import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

/// What is made beside what is there.
@Suite struct CompletionTests {
  /// Plans that only what a request cannot say tells apart for good.
  private static let plan = """
    {"oneOf": [
      {"required": ["name", "price", "isTrial"], "properties": {
        "name": {"type": "string"}, "price": {"type": "number"}, "trial": {"type": "null", "readOnly": true},
        "isTrial": {"const": false, "readOnly": true}}},
      {"required": ["name", "price", "interval", "isTrial"], "properties": {
        "name": {"type": "string"}, "price": {"type": "number"}, "interval": {"type": "integer"},
        "trial": {"$ref": "#/$defs/Trial"}, "isTrial": {"const": false, "readOnly": true}}},
      {"required": ["name", "trial", "isTrial"], "properties": {
        "name": {"type": "string"}, "trial": {"$ref": "#/$defs/Trial"}, "interval": {"type": "null", "readOnly": true},
        "isTrial": {"const": true, "readOnly": true}}}],
     "$defs": {"Trial": {"type": "object", "required": ["days"], "properties": {
       "days": {"type": "integer"}, "ends": {"type": "string", "format": "date-time", "readOnly": true}}}}}
    """

  @Test(arguments: [
    (#"{"name":"a","price":1}"#, #"{"name":"a","price":1,"trial":null,"isTrial":false}"#),
    (
      #"{"name":"a","price":1,"interval":2,"trial":{"days":7}}"#,
      #"{"name":"a","price":1,"interval":2,"trial":{"days":7,"ends":"2026-01-31T12:00:00Z"},"isTrial":false}"#
    ),
    (
      #"{"trial":{"days":7},"name":"a"}"#,
      #"{"trial":{"days":7,"ends":"2026-01-31T12:00:00Z"},"name":"a","interval":null,"isTrial":true}"#
    ),
    // What no request decides over is of an earlier value.
    (
      #"{"name":"a","isTrial":true,"price":1,"interval":2,"trial":null}"#,
      #"{"name":"a","isTrial":false,"price":1,"interval":2,"trial":null}"#
    ),
  ])
  func `the branch that a value meets as a request completes it`(sent: String, expected: String) throws {
    #expect(try completion(of: sent, Self.plan)?.text() == expected)
  }

  @Test(arguments: [
    (#"{"items":[{"n":1},{"n":2,"id":"b"}]}"#, #"{"items":[{"n":1,"id":"id-1"},{"n":2,"id":"b"}],"etag":"shown"}"#),
    (#"{"items":[],"other":{"x":1}}"#, #"{"items":[],"other":{"x":1},"etag":"shown"}"#),
    (#"{"items":[],"etag":5}"#, #"{"items":[],"etag":"shown"}"#),
    (#"{"items":[],"secret":"s"}"#, #"{"items":[],"etag":"shown"}"#),
  ])
  func `what is there stays at every depth, but for what no request decides over`(
    sent: String,
    expected: String
  ) throws {
    let schema = """
      {"type": "object", "additionalProperties": true, "properties": {
        "items": {"type": "array", "items": {"type": "object", "required": ["n", "id"], "properties": {
          "n": {"type": "integer"}, "id": {"type": "string", "readOnly": true}, "note": {"type": "string"}}}},
        "etag": {"const": "shown", "readOnly": true}, "note": {"type": "string"},
        "secret": {"type": "string", "writeOnly": true}}}
      """
    #expect(try completion(of: sent, schema)?.text() == expected)
  }

  @Test func `there is none where what is there cannot stay`() throws {
    let schema = #"{"type": "object", "properties": {"a": {"type": "integer"}}}"#
    #expect(try completion(of: #"{"a":"text"}"#, schema) == nil)
    #expect(try completion(of: "[]", schema) == nil)
  }

  private func completion(of sent: String, _ schema: String) throws -> JSON? {
    let judge = try Judge(schema, direction: .response)
    let value = Sampler(judge.validator).completion(of: try JSON(parsing: sent), to: judge.schema)
    if let value { #expect(judge.validator.isValid(value, against: judge.schema, direction: .response), "\(value)") }
    return value
  }
}
