import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct KnownMembersTests {
  /// The verdict on an object whose second member is known to be right, and is not.
  private func isValid(_ schema: String) throws -> Bool {
    let builder = SchemaBuilder()
    let index = builder.add(try JSON(parsing: schema.utf8))
    let validator = try Validator(builder.tables)
    let value = try JSONTape(parsing: Array(#"{"a": 1, "b": 2, "c": {"b": 3}}"#.utf8))
    var known = MemberSet()
    known.insert(1)
    return value.withUnsafeCursor { validator.isSurelyValid($0, against: index, direction: .response, known: known) }
  }

  @Test(
    arguments: [
      #"{"properties": {"b": {"const": 0}}}"#,
      #"{"allOf": [{"properties": {"b": {"const": 0}}}]}"#,
      #"{"type": "object", "required": ["a"], "properties": {"a": {"const": 1}, "b": {"const": 0}}}"#,
    ]
  )
  func `a member that is known to be right is not looked at`(schema: String) throws {
    #expect(try isValid(schema))
  }

  @Test(
    arguments: [
      #"{"properties": {"b": {"const": 0}, "a": {"const": 0}}}"#,
      #"{"properties": {"b": {"const": 0}, "c": {"properties": {"b": {"const": 0}}}}}"#,
      #"{"properties": {"b": {"const": 0}}, "maxProperties": 2}"#,
      #"{"properties": {"b": {"const": 0}}, "required": ["d"]}"#,
    ]
  )
  func `all others are`(schema: String) throws {
    #expect(try !isValid(schema))
  }

  @Test(
    arguments: [
      #"{"anyOf": [{"properties": {"b": {"const": 0}}}]}"#, #"{"oneOf": [{"properties": {"b": {"const": 0}}}]}"#,
      #"{"allOf": [{"if": {"required": ["a"]}, "then": {"properties": {"b": {"const": 0}}}}]}"#,
      #"{"dependentSchemas": {"a": {"properties": {"b": {"const": 0}}}}}"#,
      #"{"not": {"required": ["d"]}, "properties": {"b": {"const": 0}}}"#,
      #"{"properties": {"b": {"const": 0}}, "unevaluatedProperties": true}"#,
      #"{"anyOf": [{"properties": {"b": {"const": 2}}}]}"#, #"{"oneOf": [{"properties": {"b": {"const": 2}}}]}"#,
      #"{"allOf": [{"if": {"required": ["a"]}, "then": {"properties": {"b": {"const": 2}}}}]}"#,
      #"{"dependentSchemas": {"a": {"properties": {"b": {"const": 2}}}}}"#,
      #"{"not": {"required": ["d"]}}"#,
      #"{"unevaluatedProperties": true}"#, #"{"const": {"a": 1, "b": 2, "c": {"b": 3}}}"#,
      #"{"allOf": [{"enum": [{"a": 1, "b": 2, "c": {"b": 3}}]}]}"#,
    ]
  )
  func `nothing is certain where what is asked of it can depend on the others`(schema: String) throws {
    #expect(try !isValid(schema))
  }
}
