import DoubletContracts
import DoubletValidation
import Testing

struct CompositionTests {
  @Test
  func `a reference is explained at its target`() throws {
    let judge = try Judge(
      ##"{"$defs": {"Tag": {"type": "object", "properties": {"id": {"type": "integer"}}}}, "items": {"$ref": "#/$defs/Tag"}}"##
    )
    let violations = try judge.violations(#"[{"id": "x"}]"#)
    #expect(violations.map(\.schemaLocation) == ["#/$defs/Tag/properties/id/type"])
    #expect(violations.map(\.field) == ["0.id"])
    #expect(violations.allSatisfy { $0.position.line > 0 })
  }

  @Test
  func `every part of allOf is explained, and a rule met twice once`() throws {
    let judge = try Judge(
      ##"{"$defs": {"N": {"type": "object"}}, "allOf": [{"$ref": "#/$defs/N"}, {"$ref": "#/$defs/N"}, {"minimum": 3}]}"##
    )
    #expect(try judge.complaints("1") == ["must be an object, is the number 1", "must be at least 3, is 1"])
  }

  @Test
  func `oneOf says how many branches match`() throws {
    let judge = try Judge(#"{"oneOf": [{"type": "integer"}, {"minimum": 2}]}"#)
    #expect(try judge.complaints("3") == ["must match exactly one of 2 schemas, matches 2"])
    #expect(
      try judge.complaints("1.5") == [
        "must match exactly one of 2 schemas, matches none", "must be at least 2, is 1.5",
      ]
    )
    #expect(try judge.accepts("1"))
  }

  @Test
  func `the branch that the type tells apart is explained`() throws {
    let judge = try Judge(#"{"anyOf": [{"type": "string", "maxLength": 2}, {"type": "null"}]}"#)
    #expect(
      try judge.complaints("\"abc\"") == [
        "must match at least one of 2 schemas, matches none", "must be at most 2 characters, is 3",
      ]
    )
    #expect(try judge.complaints("1") == ["must match at least one of 2 schemas, matches none"])
  }

  @Test
  func `the branch that a fixed member tells apart is explained`() throws {
    let judge = try Judge(
      #"""
      {"oneOf": [
        {"properties": {"kind": {"const": "cat"}, "lives": {"maximum": 9}, "name": {"type": "string"}}},
        {"properties": {"kind": {"enum": ["dog", "wolf"]}, "lives": {"maximum": 1}}}
      ]}
      """#
    )
    #expect(
      try judge.complaints(#"{"kind": "cat", "lives": 10, "name": 1}"#) == [
        "must match exactly one of 2 schemas, matches none", "/lives: must be at most 9, is 10",
        "/name: must be a string, is the number 1",
      ]
    )
  }

  @Test
  func `the branch with the fewest violations is explained, and none where two come equally close`() throws {
    let judge = try Judge(#"{"anyOf": [{"required": ["a"]}, {"required": ["a", "b"]}]}"#)
    #expect(
      try judge.complaints("{}") == ["must match at least one of 2 schemas, matches none", "/a: is required"]
    )
    let tied = try Judge(#"{"anyOf": [{"required": ["a", "c"]}, {"required": ["b", "c"]}]}"#)
    #expect(try tied.complaints("{}") == ["must match at least one of 2 schemas, matches none"])
  }

  @Test
  func `where schemas ask for members only, the members are named`() throws {
    let exact = try Judge(#"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "not": {"required": ["b", "c"]}}"#)
    #expect(try exact.complaints("{}") == [#"must have exactly one of "a", "b", has none"#])
    #expect(try exact.complaints(#"{"a": 1, "b": 1}"#) == [#"must have exactly one of "a", "b", has "a", "b""#])
    #expect(try exact.complaints(#"{"b": 1, "c": 1}"#) == [#"must not have "b", "c" together"#])
    let any = try Judge(#"{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}"#)
    #expect(try any.complaints("{}") == [#"must have at least one of "a", "b", has none"#])
  }

  @Test
  func `not names the schema that must not match`() throws {
    #expect(try Judge(#"{"not": {"type": "string"}}"#).complaints("\"a\"") == ["must not match the schema #/not"])
  }

  @Test
  func `a condition chooses what is explained`() throws {
    let judge = try Judge(
      #"{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}"#
    )
    #expect(try judge.complaints(#"{"a": 1}"#) == ["/b: is required"])
    #expect(try judge.complaints("{}") == ["/c: is required"])
  }
}
