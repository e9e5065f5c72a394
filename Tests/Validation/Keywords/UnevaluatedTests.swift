import DoubletValidation
import Testing

struct UnevaluatedTests {
  @Test
  func `members that no branch looked at are not allowed`() throws {
    let judge = try Judge(
      #"""
      {"properties": {"a": true}, "anyOf": [{"required": ["b"], "properties": {"b": true}}, {"properties": {"c": {"type": "string"}}}],
       "unevaluatedProperties": false}
      """#
    )
    #expect(try judge.accepts(#"{"a": 1, "b": 1}"#))
    #expect(try judge.accepts(#"{"a": 1, "c": "1"}"#))
    let violations = try judge.violations(#"{"a": 1, "d": 1}"#)
    #expect(violations.map(\.code) == ["body.unevaluatedProperties"])
    #expect(violations.map { "\($0.field) \($0.message)" } == ["d is not allowed"])
  }

  @Test
  func `a member that is wrong was still looked at`() throws {
    let judge = try Judge(#"{"allOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": false}"#)
    #expect(
      try judge.complaints(#"{"a": 1, "b": 1}"#) == ["/a: must be a string, is the number 1", "/b: is not allowed"]
    )
  }

  @Test
  func `elements that nothing looked at have a schema`() throws {
    let judge = try Judge(#"{"prefixItems": [true], "contains": {"const": 7}, "unevaluatedItems": {"type": "string"}}"#)
    #expect(try judge.accepts(#"[1, 7, "a"]"#))
    #expect(try judge.complaints("[1, 7, 8]") == ["/2: must be a string, is the number 8"])
  }

  @Test
  func `a recursive schema that tracks what it looked at takes time in proportion to the value`() throws {
    let judge = try Judge(
      ##"{"anyOf": [{"properties": {"child": {"$ref": "#"}}}], "unevaluatedProperties": false}"##
    )
    let depth = 250
    let text = String(repeating: #"{"child":"#, count: depth) + "{}" + String(repeating: "}", count: depth)
    #expect(try judge.accepts(text))
  }
}
