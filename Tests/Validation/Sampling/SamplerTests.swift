import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct SamplerTests {
  @Test(arguments: [
    (#"{"type": "integer", "minimum": 3}"#, "3"),
    (#"{"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001}"#, "0.0009"),
    (#"{"type": "number", "multipleOf": 0.01, "minimum": 1.005}"#, "1.5"),
    (#"{"type": "integer", "multipleOf": 7, "minimum": 100}"#, "105"),
    (#"{"allOf": [{"multipleOf": 4}, {"multipleOf": 6}], "minimum": 1}"#, "12"),
    (#"{"type": "number", "minimum": 1e300}"#, "1e300"),
    (#"{"type": "number", "not": {"type": "integer"}, "minimum": 2}"#, "2.1"),
    (#"{"type": "integer", "format": "int8", "minimum": -128, "maximum": -100}"#, "-100"),
    (#"{"type": "number", "maximum": -0.5, "minimum": -0.5}"#, "-0.5"),
  ])
  func `a number is moved to where the rules allow it`(_ schema: String, _ expected: String) throws {
    #expect(try sample(schema)?.text() == expected)
  }

  @Test(arguments: [
    (#"{"type": "string", "pattern": "^[A-Z]{3}-\\d{4,6}$"}"#, #""AAA-0000""#),
    (#"{"type": "string", "pattern": "^cus_", "minLength": 8}"#, #""cus_aaaa""#),
    (#"{"type": "string", "pattern": "^(?=.*[A-Z])(?=.*\\d)(?=.*[!?]).{8,}$"}"#, #""A0!aaaaa""#),
    (#"{"type": "string", "pattern": "^(a|b)\\1$"}"#, #""aa""#),
    (#"{"type": "string", "format": "uuid"}"#, #""3f8a6c1e-5b7d-4e2a-9c4f-1d2e3b4a5c6d""#),
    (#"{"type": "string", "format": "date-time", "maxLength": 20}"#, #""2026-01-31T12:00:00Z""#),
    (#"{"type": "string", "minLength": 12, "maxLength": 12}"#, #""sample sampl""#),
    (#"{"type": "string", "maxLength": 3}"#, #""sam""#),
    (#"{"type": "string", "maxLength": 0}"#, #""""#),
    (#"{"type": "string", "format": "email", "maxLength": 5}"#, #""a@b""#),
    (#"{"type": "string", "format": "date", "pattern": "^2024-02-"}"#, #""2024-02-02""#),
    (#"{"type": "string", "format": "email", "pattern": "@example\\.org$"}"#, #""ada@example.org""#),
  ])
  func `a string keeps length, pattern and format`(_ schema: String, _ expected: String) throws {
    #expect(try sample(schema)?.text() == expected)
  }

  @Test(arguments: [
    (#"{"type": "array", "items": {"enum": [1, 2, 3]}, "minItems": 3, "uniqueItems": true}"#, "[1,2,3]"),
    (#"{"type": "array", "items": {"type": "boolean"}, "minItems": 2, "uniqueItems": true}"#, "[true,false]"),
    (
      #"{"type": "array", "items": {"type": ["boolean", "null"]}, "minItems": 3, "uniqueItems": true}"#,
      "[true,false,null]"
    ),
    (#"{"prefixItems": [{"type": "integer"}, {"const": "b"}], "items": false, "minItems": 2}"#, #"[1,"b"]"#),
    (#"{"type": "array", "contains": {"const": 5}, "minContains": 2}"#, "[5,5]"),
    (#"{"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 2}, "maxItems": 0}"#, "[]"),
  ])
  func `an array has the elements that are asked for`(_ schema: String, _ expected: String) throws {
    #expect(try sample(schema)?.text() == expected)
  }

  @Test func `an object has all named members in the order of the document, by readable values`() throws {
    let schema = """
      {"type": "object", "required": ["currency"], "additionalProperties": false, "properties": {
        "id": {"type": "string"}, "firstName": {"type": "string"}, "email": {"type": "string", "format": "email"},
        "amount": {"type": "number"}, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"}, "tags": {"type": "array",
        "items": {"type": "string"}}, "createdAt": {"type": "string", "format": "date-time"}}}
      """
    #expect(
      try sample(schema)?.text()
        == #"{"id":"id-1","firstName":"Ada","email":"ada@example.com","amount":9.99,"currency":"EUR","#
        + #""tags":["blue"],"createdAt":"2026-01-31T12:00:00Z"}"#
    )
  }

  @Test(arguments: [
    #"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "properties": {"a": {"type": "integer"}, "b": {}}}"#,
    #"{"anyOf": [false, {"type": "string"}]}"#,
    #"{"not": {"type": ["string", "number", "boolean"]}}"#,
    #"{"if": {"properties": {"a": {"const": 1}}, "required": ["a"]}, "then": {"required": ["b"]}, "required": ["a"]}"#,
    #"{"type": "object", "minProperties": 3, "propertyNames": {"pattern": "^x[0-9]+$"}}"#,
    #"{"type": "object", "minProperties": 2, "patternProperties": {"^k": {"type": "integer"}}, "additionalProperties": false}"#,
    #"{"allOf": [{"required": ["a"]}, {"properties": {"a": {"type": "integer"}}}], "unevaluatedProperties": false}"#,
    #"{"type": "object", "required": ["a"], "dependentRequired": {"a": ["b"]}, "dependentSchemas": {"b": {"required": ["c"]}}}"#,
  ])
  func `a sample meets rules that are composed of others`(_ schema: String) throws {
    #expect(try sample(schema) != nil)
  }

  @Test func `of many branches that overlap one is met, and no other`() throws {
    func branches(_ branch: (Int) -> String) -> String {
      #"{"oneOf": [\#((0..<40).map(branch).joined(separator: ", "))]}"#
    }
    let optional = branches { #"{"type": "object", "properties": {"a\#($0)": {"type": "string"}}}"# }
    #expect(try sample(optional)?.object?.count == 40)
    #expect(try sample(branches { #"{"type": "string", "minLength": \#($0)}"# }) == "")
    #expect(
      try sample(branches { #"{"minimum": \#($0), "type": "number"}"# })?.number.map { $0 < JSONNumber(1) } == true
    )
  }

  @Test func `a list has an entry where that is asked for, though the document shows none`() throws {
    let judge = try Judge(#"{"type": "array", "items": {"const": 1}, "example": []}"#)
    let sampler = Sampler(judge.validator)
    #expect(sampler.sample(of: judge.schema, direction: .none, showsEntries: true) == [1])
  }

  @Test func `a recursive schema is cut where that is allowed`() throws {
    let schema = """
      {"type": "object", "required": ["next"], "properties": {"name": {"type": "string"}, "children": {"type": "array",
        "items": {"$ref": "#"}}, "next": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}, "parent": {"$ref": "#"}}}
      """
    #expect(try sample(schema)?.text() == #"{"name":"Ada Lovelace","children":[],"next":null}"#)
    #expect(try sample(##"{"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}}"##) == nil)
  }

  @Test func `members of the other direction are left out, even where they are required`() throws {
    let schema = """
      {"type": "object", "required": ["id", "secret"], "properties": {"id": {"type": "integer", "readOnly": true},
        "secret": {"type": "string", "writeOnly": true}, "age": {"type": "integer"}}}
      """
    #expect(try sample(schema, direction: .request)?.object?.keys == ["secret", "age"])
    #expect(try sample(schema, direction: .response)?.object?.keys == ["id", "age"])
    #expect(try sample(schema)?.object?.keys == ["id", "secret", "age"])
  }

  @Test func `a read-only member by which a discriminator chooses is sent`() throws {
    let schema = ##"""
      {"discriminator": {"propertyName": "kind", "mapping": {"cat": "#/$defs/cat"}}, "oneOf": [{"$ref": "#/$defs/cat"}],
        "$defs": {"cat": {"type": "object", "required": ["kind", "name"], "properties": {
          "kind": {"type": "string", "readOnly": true}, "name": {"type": "string"}}}}}
      """##
    #expect(try sample(schema, direction: .request)?.object?.keys == ["kind", "name"])
  }

  @Test func `the same seed gives the same sample, another seed another one`() throws {
    let schema =
      #"{"type": "object", "properties": {"id": {"type": "string", "format": "uuid"}, "n": {"type": "integer"}}}"#
    #expect(try sample(schema, seed: 7) == sample(schema, seed: 7))
    #expect(try sample(schema, seed: 7) != sample(schema, seed: 8))
  }

  private func sample(
    _ schema: String,
    direction: Validator.Direction = .none,
    seed: UInt64 = 0
  ) throws -> JSON? {
    let judge = try Judge(schema, direction: direction)
    let value = Sampler(judge.validator).sample(of: judge.schema, direction: direction, seed: seed)
    if let value { #expect(judge.validator.isValid(value, against: judge.schema, direction: direction), "\(value)") }
    return value
  }
}
