import DoubletValidation
import Testing

struct DiscriminatorTests {
  private static let pets = ##"""
    {"$defs": {
      "Cat": {"type": "object", "required": ["kind", "lives"], "properties": {"lives": {"type": "integer"}}},
      "Dog": {"type": "object", "required": ["kind", "bark"]}},
     "oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}],
     "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/$defs/Cat", "dog": "#/$defs/Dog"}}}
    """##

  @Test
  func `only the branch that the discriminator names is judged and explained`() throws {
    let judge = try Judge(Self.pets)
    #expect(
      try judge.complaints(#"{"kind": "cat", "lives": "9"}"#) == [#"/lives: must be an integer, is the string "9""#]
    )
    // Both branches would match.
    #expect(try judge.accepts(#"{"kind": "dog", "bark": 1, "lives": 1}"#))
  }

  @Test
  func `an unknown value lists the known ones`() throws {
    let judge = try Judge(Self.pets)
    let violations = try judge.violations(#"{"kind": "cow"}"#)
    #expect(violations.map(\.message) == [#"must be one of "cat", "dog" to choose a schema, is "cow""#])
    #expect(violations.map(\.field) == ["kind"])
    #expect(violations.map(\.code) == ["body.discriminator"])
  }

  @Test
  func `a missing discriminator is required`() throws {
    let violations = try Judge(Self.pets).violations("{}")
    #expect(violations.map { "\($0.field) \($0.message)" } == ["kind is required"])
  }

  @Test
  func `what is no object is judged by the branches`() throws {
    #expect(try Judge(Self.pets).complaints("1") == ["must match exactly one of 2 schemas, matches none"])
  }

  @Test
  func `a base schema sends its records to their own schema and back`() throws {
    let judge = try Judge(
      ##"""
      {"$ref": "#/$defs/Pet", "$defs": {
        "Pet": {"required": ["kind"], "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/$defs/Cat"}}},
        "Cat": {"allOf": [{"$ref": "#/$defs/Pet"}, {"required": ["lives"]}]}}}
      """##
    )
    #expect(try judge.accepts(#"{"kind": "cat", "lives": 9}"#))
    #expect(try judge.complaints(#"{"kind": "cat"}"#) == ["/lives: is required"])
    #expect(try judge.complaints("{}") == ["/kind: is required"])
  }
}
