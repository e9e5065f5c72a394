import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct ProbeTests {
  @Test(arguments: [
    (#"{"type": "integer", "minimum": 1, "maximum": 9}"#, ["type", "minimum", "maximum"]),
    (#"{"type": "number", "exclusiveMinimum": 1.5, "multipleOf": 0.25}"#, ["type", "exclusiveMinimum", "multipleOf"]),
    (
      #"{"type": "string", "minLength": 2, "maxLength": 4, "pattern": "^[a-z]+$"}"#,
      ["type", "minLength", "maxLength", "pattern"]
    ),
    (#"{"type": "string", "format": "date"}"#, ["type", "format"]), (#"{"enum": ["a", "b"]}"#, ["enum"]),
    (#"{"const": 4}"#, ["const"]),
    (
      #"{"type": "array", "minItems": 1, "maxItems": 3, "uniqueItems": true, "items": {"type": "integer"}}"#,
      ["type", "minItems", "maxItems", "uniqueItems", "type"]
    ),
    (#"{"type": "array", "contains": {"const": 1}, "maxContains": 2}"#, ["type", "contains", "maxContains"]),
    (#"{"prefixItems": [{"type": "string"}], "items": false}"#, ["items", "type"]),
    (
      #"{"type": "object", "required": ["a", "b"], "additionalProperties": false, "properties": {"a": {}, "b": {}}}"#,
      ["type", "required", "required", "additionalProperties"]
    ),
    (#"{"type": "object", "minProperties": 1, "maxProperties": 2}"#, ["type", "minProperties", "maxProperties"]),
    (#"{"propertyNames": {"pattern": "^[a-z]+$"}}"#, ["pattern"]),
    (#"{"type": "object", "dependentRequired": {"a": ["b"]}}"#, ["type", "dependentRequired"]),
    (#"{"not": {"type": "string"}}"#, ["not"]),
    (#"{"properties": {"a": {"unevaluatedProperties": false}}}"#, ["unevaluatedProperties"]),
    (#"{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "type": "object"}"#, ["type", "required"]),
    (#"{"anyOf": [{"type": "integer"}, {"minimum": 2}]}"#, ["anyOf", "type", "minimum"]),
    (#"{"prefixItems": [true, false]}"#, ["prefixItems"]), (#"{"patternProperties": {"^b": false}}"#, ["false"]),
    (#"{"propertyNames": false}"#, ["false"]),
    (#"{"prefixItems": [{"type": "string"}], "unevaluatedItems": false}"#, ["type", "unevaluatedItems"]),
    (#"{"contains": {"const": 1}, "minContains": 3, "maxContains": 1}"#, ["minContains", "maxContains"]),
    (
      #"{"propertyNames": {"pattern": "^[a-z]{2}$"}, "additionalProperties": {"type": "integer"}}"#,
      ["pattern", "type"]
    ),
  ])
  func `every rule has a value that keeps it and one that breaks it`(_ schema: String, _ keywords: [String]) throws {
    let (found, missing) = try probes(schema)
    #expect(Set(found.map(\.keyword)).isSuperset(of: keywords), "\(found)")
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func `a broken value lies just beyond the rule, a kept one on its edge`() throws {
    let (found, _) = try probes(
      #"{"type": "object", "required": ["n"], "properties": {"n": {"type": "string", "maxLength": 3}}}"#
    )
    let probe = try #require(found.first { $0.keyword == "maxLength" })
    #expect("\(probe.pointer)" == "/n")
    #expect(probe.schemaLocation == "#/properties/n/maxLength")
    #expect(probe.kept["n"]?.string?.count == 3)
    #expect(probe.broken["n"]?.string?.count == 4)
  }

  @Test func `where a branch takes everything, none of the others can be broken`() throws {
    let (_, missing) = try probes(#"{"anyOf": [{"maxLength": 3}, {}]}"#)
    #expect(missing.map(\.keyword) == ["anyOf", "maxLength"])
    #expect(missing.map(\.hindrance.isCertain) == [true, true])
    #expect(
      missing.map(\.hindrance.reason) == [
        "one of its schemas takes everything", "another schema of 'anyOf' takes everything",
      ]
    )
  }

  @Test(arguments: [
    #"""
    {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string", "maxLength": 5}},
      "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}
    """#,
    #"""
    {"type": "object", "properties": {"kind": {"enum": ["x", "y"]}, "extra": {"type": "string", "maxLength": 5}},
      "required": ["kind"], "if": {"properties": {"kind": {"const": "x"}}}, "then": {"properties": {"extra": false}}}
    """#,
    #"""
    {"type": "object", "properties": {"card": {"type": "string", "maxLength": 5}, "holder": {"type": "string"}},
      "dependentSchemas": {"card": {"required": ["holder"]}}}
    """#,
  ])
  func `what the choice of a value rules out is not ruled out by the schema`(_ schema: String) throws {
    let (found, missing) = try probes(schema)
    #expect(found.contains { $0.keyword == "maxLength" })
    #expect(!missing.contains { $0.keyword == "maxLength" })
  }

  @Test func `a rule of a branch is told of by the choice where no branch comes closest`() throws {
    let (found, missing) = try probes(#"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#)
    #expect(found.map(\.keyword) == ["oneOf", "type", "type"])
    #expect(found.map(\.telling.keyword) == ["oneOf", "oneOf", "oneOf"])
    #expect(missing.isEmpty)
  }

  @Test func `a rule of a branch is proven by a value that the same schemas take without it`() throws {
    let schema = #"""
      {"oneOf": [
        {"required": ["a"], "properties": {"a": {"type": "integer"}, "n": {"type": "null", "readOnly": true}}},
        {"required": ["a", "n"], "properties": {"a": {"type": "integer"}, "n": {"type": "integer", "minimum": 1}}}
      ]}
      """#
    let judge = try Judge(schema, direction: .request)
    let probe = try #require(judge.probes().found.first { $0.keyword == "minimum" })
    #expect(probe.telling.keyword == "oneOf")
    let without = try Judge(schema.replacing(", \"minimum\": 1", with: ""), direction: .request)
    #expect(without.validator.isValid(probe.broken, against: without.schema, direction: .request))
  }

  @Test func `a rule of another type than the schema's own is broken by a value of that type`() throws {
    let (found, missing) = try probes(#"{"type": "object", "maxLength": 3, "minProperties": 0}"#)
    #expect(found.map(\.keyword) == ["type", "maxLength"])
    #expect(missing.map(\.hindrance.reason) == ["no object has fewer than 0 members"])
    #expect(missing.allSatisfy { $0.hindrance.isCertain })
  }

  @Test(arguments: [
    #"{"type": "object", "required": ["a"], "properties": {"a": {"allOf": [{"const": true}, {"const": false}]}}}"#,
    #"{"type": "array", "minItems": 1, "items": {"allOf": [{"type": "string"}, {"type": "integer"}]}}"#,
    #"{"oneOf": [{"type": "string", "minLength": 3, "maxLength": 2}, {"type": "string", "enum": [1]}]}"#,
  ])
  func `of a schema that contradicts itself no rule can be kept`(_ schema: String) throws {
    let (found, missing) = try probes(schema)
    #expect(found.isEmpty && !missing.isEmpty)
    #expect(
      missing.allSatisfy { $0.hindrance.isCertain && $0.hindrance.reason.hasPrefix("no value can meet this schema") }
    )
  }

  @Test func `a schema is reached by a second way where the first leads nowhere`() throws {
    let (found, missing) = try probes(
      """
      {"type": "object",
        "oneOf": [
          {
            "required": ["kind"],
            "properties": {"kind": {"allOf": [{"const": 1}, {"const": 2}]}, "t": {"$ref": "#/$defs/tag"}}
          },
          {"required": ["t"], "properties": {"t": {"$ref": "#/$defs/tag"}}}
        ], "$defs": {"tag": {"type": "string", "maxLength": 9}}}
      """
    )
    #expect(found.contains { $0.schemaLocation.hasSuffix("/$defs/tag/maxLength") })
    #expect(missing.allSatisfy { $0.hindrance.isCertain }, "\(missing)")
  }

  @Test func `a value that breaks a branch is made to break the others`() throws {
    let (found, missing) = try probes(
      """
      {"anyOf": [
        {"type": "object", "properties": {"hosts": {"type": "array", "items": {"type": "string"}}}},
        {"type": "object", "properties": {"tags": {"type": "array", "items": {"type": "string"}}}}
      ]}
      """
    )
    #expect(missing.isEmpty, "\(missing)")
    let probe = try #require(found.first { $0.schemaLocation == "#/anyOf/0/properties/hosts/items/type" })
    #expect(probe.telling.keyword == "anyOf")
    #expect(probe.broken["tags"] != nil)
  }

  @Test func `a value that breaks a branch is told apart from the others by what its own branch shows`() throws {
    let (found, missing) = try probes(
      """
      {"oneOf": [
        {"type": "object", "required": ["token"], "additionalProperties": false,
          "properties": {"token": {"type": "string"}, "kind": {"enum": ["apple"]}}},
        {"type": "object", "additionalProperties": false, "properties": {"kind": {"enum": ["card"]}}},
        {"type": "object", "additionalProperties": false, "properties": {"kind": {"enum": ["ideal"]}}}
      ]}
      """
    )
    #expect(found.contains { $0.keyword == "required" })
    #expect(missing.allSatisfy { $0.hindrance.isCertain }, "\(missing)")
  }

  @Test func `what must not be met is met by a value that keeps the rest`() throws {
    let (found, missing) = try probes(
      """
      {"oneOf": [
        {"type": "object", "required": ["data", "status"], "properties": {"status": {"const": "OK"}}},
        {"type": "object", "required": ["status"], "not": {"required": ["data"]},
          "properties": {"status": {"const": "KO"}}}
      ]}
      """
    )
    #expect(found.contains { $0.keyword == "not" })
    // What is no object has no member, so that it meets what must not be met.
    #expect(missing.map(\.keyword) == ["type"] && missing[0].hindrance.isCertain, "\(missing)")
  }

  @Test(arguments: [
    #"{"anyOf": [{"properties": {"a": {"maxLength": 3}, "b": {"type": "string"}}}, {"properties": {"b": {"type": "string"}}}]}"#,
    #"{"anyOf": [{"type": "array", "items": {"maximum": 9, "type": "integer"}}, {"items": {"type": "integer"}}]}"#,
  ])
  func `a rule of a branch cannot be broken where another branch asks for the rest alone`(_ schema: String) throws {
    let (_, missing) = try probes(schema)
    let bound = try #require(missing.first { ["maxLength", "maximum"].contains($0.keyword) })
    #expect(bound.hindrance.reason == "whatever breaks it meets another schema of 'anyOf'" && bound.hindrance.isCertain)
  }

  @Test func `of two branches that take the same nothing can be kept`() throws {
    let (found, missing) = try probes(
      """
      {"oneOf": [
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
        {"type": "string"}
      ]}
      """
    )
    #expect(found.contains { $0.schemaLocation == "#/oneOf/0/type" })
    let required = try #require(missing.first { $0.keyword == "required" })
    #expect(required.hindrance.reason.contains("must not match #/oneOf/0, which takes whatever is left"))
  }

  @Test func `members of the other direction are no rule of a request and one of an answer`() throws {
    let schema = """
      {"type": "object", "required": ["id", "pin"], "properties": {"id": {"type": "integer", "readOnly": true},
        "pin": {"type": "string", "writeOnly": true}}}
      """
    let request = try probes(schema, direction: .request)
    #expect(request.found.map(\.keyword) == ["type", "required", "type"])
    let response = try probes(schema, direction: .response)
    #expect(response.found.map(\.keyword) == ["type", "required", "writeOnly", "type"])
    #expect(request.missing.isEmpty && response.missing.isEmpty)
  }

  private func probes(
    _ schema: String,
    direction: Validator.Direction = .none
  ) throws -> (found: [Probe], missing: [UnprobedRule]) {
    try Judge(schema, direction: direction).probes()
  }
}
