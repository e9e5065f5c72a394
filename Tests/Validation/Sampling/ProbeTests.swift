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

  @Test func `a rule that cannot be broken alone is told with the reason`() throws {
    let (_, missing) = try probes(#"{"anyOf": [{"maxLength": 3}, {}]}"#)
    #expect(missing.map(\.keyword) == ["anyOf", "maxLength"])
    #expect(missing.map(\.reason).allSatisfy { $0.hasPrefix("a value that breaks it is valid") }, "\(missing)")
  }

  @Test func `a rule of a branch is told of by the choice where no branch comes closest`() throws {
    let (found, missing) = try probes(#"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#)
    #expect(found.map(\.keyword) == ["oneOf"])
    #expect(
      missing.map(\.reason) == Array(repeating: "a value that breaks it is told of by body.oneOf at ''", count: 2)
    )
  }

  @Test func `a rule that nothing can break says so`() throws {
    let (_, missing) = try probes(#"{"type": "object", "maxLength": 3, "minProperties": 0}"#)
    #expect(missing.map(\.reason) == ["it says nothing of an object", "nothing can break it"])
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
    let judge = try Judge(schema, direction: direction)
    let probes = Sampler(judge.validator).probes(of: judge.schema, direction: direction)
    for probe in probes.found {
      #expect(judge.validator.isValid(probe.kept, against: judge.schema, direction: direction), "\(probe)")
      let violations = judge.validator.explain(probe.broken, against: judge.schema, direction: direction)
      #expect(violations.contains { $0.pointer == probe.pointer && $0.code == "body.\(probe.keyword)" }, "\(probe)")
    }
    return (probes.found, probes.missing)
  }
}
