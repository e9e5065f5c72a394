import DoubletValidation
import Testing

@Suite struct ContradictionTests {
  @Test(arguments: [
    (#"{"allOf": [{"const": true}, {"enum": [false]}]}"#, "it must be true and must be false"),
    (
      #"{"type": "object", "allOf": [{"type": ["array", "null"]}]}"#,
      "it must be an object and must be an array or null"
    ),
    (#"{"enum": ["a", "b"], "type": "integer"}"#, #"it must be one of "a", "b" and must be an integer"#),
    (#"{"type": "boolean", "not": {"type": "boolean"}}"#, "it must be a boolean and must not match #/not"),
    (#"{"type": "string", "not": {"minLength": 0}}"#, "it must be a string and must not match #/not"),
    (#"{"const": 1, "not": {"enum": [1, 2]}}"#, "it must be 1 and must not be that"),
    (#"{"type": "integer", "minimum": 3, "exclusiveMaximum": 3}"#, "it must be at least 3 and must be less than 3"),
    (
      #"{"type": "string", "minLength": 2, "maxLength": 1}"#,
      "it must have at least 2 characters and must have at most 1 character"
    ),
    (
      #"{"type": "array", "minItems": 1, "items": {"type": "string", "const": 1}}"#, "/* must be 1 and must be a string"
    ),
    (
      #"{"type": "object", "required": ["a"], "properties": {"a": {"allOf": [{"const": 1}, {"const": 2}]}}}"#,
      "/a must be 1 and must be 2"
    ),
    (
      #"{"type": "object", "required": ["a"], "allOf": [{"properties": {"b": {}}, "additionalProperties": false}]}"#,
      "/a is required and is not allowed"
    ),
    (
      #"{"const": null, "oneOf": [{"properties": {"a": {}}}, {"minLength": 1}]}"#,
      "by none of its 2 alternatives: in the first it must be null and must not match #/oneOf/1, which takes that"
    ),
    ("false", "it is not allowed"),
  ])
  func `what excludes each other is told with its place`(_ schema: String, _ reason: String) throws {
    let found = try #require(try contradiction(schema)).description
    let mark = reason.hasPrefix("by none") ? "," : ":"
    #expect(found == "no value can meet this schema\(mark) \(reason)")
  }

  @Test(arguments: [
    "true", "{}", #"{"minimum": 3, "maximum": 2}"#, #"{"type": "array", "items": false}"#,
    #"{"type": "object", "properties": {"a": false}}"#, #"{"required": ["a"], "properties": {"a": false}}"#,
    #"{"anyOf": [false, {"type": "string"}]}"#, #"{"oneOf": [{"type": "string"}, {"type": ["string", "null"]}]}"#,
    ##"{"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}}"##,
    #"{"type": "number", "not": {"type": "integer"}}"#, #"{"enum": [1.0], "const": 1}"#,
    #"{"type": "object", "required": ["a"], "properties": {"a": {"not": {}, "writeOnly": true}}}"#,
  ])
  func `nothing is said of what some value may meet`(_ schema: String) throws {
    #expect(try contradiction(schema) == nil)
  }

  private func contradiction(_ schema: String) throws -> Contradiction? {
    let judge = try Judge(schema)
    return Sampler(judge.validator).contradiction(of: judge.schema, direction: .response)
  }
}
