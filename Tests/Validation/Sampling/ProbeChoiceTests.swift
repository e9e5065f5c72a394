import DoubletJSON
import DoubletValidation
import Testing

/// Rules in and of choices, where what breaks one may meet another branch.
@Suite struct ProbeChoiceTests {
  private static let matcher = ##"""
    {"oneOf": [
      {"type": ["null", "boolean", "number", "string"]},
      {"type": "array", "items": {"$ref": "#"}},
      {"type": "object", "propertyNames": {"type": "string", "pattern": "^[^$]"}},
      {"type": "object", "required": ["$is"], "additionalProperties": false, "properties": {"$is": {"type": "boolean"}}}
    ]}
    """##

  @Test func `every rule of branches that take values of all types has a probe, or a reason why none can have one`()
    throws
  {
    let (found, missing) = try Judge(Self.matcher).probes()
    #expect(Set(found.map(\.schemaLocation)).isSuperset(of: (0...3).map { "#/oneOf/\($0)/type" }))
    #expect(found.contains { $0.keyword == "pattern" } && found.contains { $0.keyword == "oneOf" })
    #expect(
      missing.map(\.hindrance.reason) == [
        "a key is always a string", "whatever breaks it meets another schema of 'oneOf'",
      ]
    )
    #expect(missing.allSatisfy { $0.hindrance.isCertain })
  }

  @Test func `a branch that asks for two members is left for those that ask for one of them`() throws {
    let (_, missing) = try Judge(
      #"""
      {"type": "object", "oneOf": [
        {"required": ["start"], "properties": {"end": {"not": {}}}},
        {"required": ["end"], "properties": {"start": {"not": {}}}},
        {"required": ["start", "end"]}
      ]}
      """#
    ).probes()
    let required = missing.filter { $0.keyword == "required" }
    #expect(required.map(\.schemaLocation) == ["#/oneOf/2/required", "#/oneOf/2/required"])
    #expect(required.allSatisfy { $0.hindrance.reason == "whatever breaks it meets another schema of 'oneOf'" })
    #expect(missing.allSatisfy { $0.hindrance.isCertain }, "\(missing)")
  }

  @Test func `a choice is broken by what keeps the choices beside it`() throws {
    let (found, missing) = try Judge(
      """
      {"type": "object", "additionalProperties": false, "properties": {"a": {}, "b": {}, "count": {"type": "integer"}},
        "oneOf": [{"required": ["a"]}, {"required": ["b"]}],
        "allOf": [{"anyOf": [{"required": ["a"]}, {"not": {"required": ["count"]}}]}]}
      """
    ).probes()
    let probe = try #require(found.first { $0.keyword == "anyOf" })
    #expect(probe.broken["b"] != nil && probe.broken["count"] != nil && probe.broken.object?.contains("a") == false)
    #expect(missing.allSatisfy { $0.hindrance.isCertain }, "\(missing)")
  }

  @Test func `the value of a place holds the place, also where its holder may be of any type`() throws {
    let (found, missing) = try Judge(
      """
      {"required": ["c"], "properties": {"c": {"type": "object", "oneOf": [
        {"properties": {"t": {"enum": ["a"]}, "v": {"type": "string"}}},
        {"properties": {"t": {"enum": ["b"]}, "v": {"type": "string"}}}
      ]}}}
      """
    ).probes()
    #expect(found.contains { $0.pointer.description == "/c/v" && $0.keyword == "type" })
    #expect(missing.allSatisfy { $0.hindrance.isCertain }, "\(missing)")
  }

  @Test func `a member that another branch asks for stays where its own rule is broken`() throws {
    let (found, _) = try Judge(
      """
      {"oneOf": [
        {"type": "object", "required": ["p"], "properties": {"trial": {"type": "null"}, "only": {"const": false}}},
        {"type": "object", "required": ["trial"], "properties": {"trial": {"type": ["null", "object"]},
          "only": {"const": true}}}
      ]}
      """
    ).probes()
    let probe = try #require(found.first { $0.schemaLocation == "#/oneOf/0/properties/trial/type" })
    #expect(probe.kept.object?.contains("trial") == true)
  }

  @Test func `a rule of a branch that another part of it repeats more strictly cannot be broken alone`() throws {
    let (_, missing) = try Judge(
      """
      {"anyOf": [
        {"type": "object", "allOf": [
          {"properties": {"a": {"enum": ["x", "y"]}}}, {"properties": {"a": {"type": "string", "maxLength": 1}}}
        ]},
        {"type": "object", "required": ["b"], "properties": {"a": {"type": "boolean"}, "b": {"type": "integer"}}}
      ]}
      """
    ).probes()
    let repeated = missing.filter { ["type", "maxLength"].contains($0.keyword) }
    #expect(repeated.map(\.keyword) == ["type", "maxLength"])
    #expect(
      repeated.allSatisfy { $0.hindrance.reason == "whatever breaks it breaks another rule for the same value" }
    )
    #expect(repeated.allSatisfy { $0.hindrance.isCertain })
  }

  @Test func `a member by which a discriminator chooses is required by it`() throws {
    let (_, missing) = try Judge(
      ##"""
      {"oneOf": [{"type": "object", "required": ["token"]}, {"$ref": "#/$defs/account"}], "$defs": {
        "account": {"type": "object", "required": ["kind"], "oneOf": [{"$ref": "#/$defs/iban"}],
          "discriminator": {"propertyName": "kind", "mapping": {"iban": "#/$defs/iban"}}},
        "iban": {"type": "object", "required": ["iban"]}}}
      """##
    ).probes()
    let implied = missing.filter { $0.schemaLocation.hasPrefix("#/$defs/account") }
    #expect(Set(implied.map(\.keyword)) == ["required", "oneOf", "type"])
    #expect(implied.allSatisfy { $0.hindrance.reason == "whatever breaks it breaks another rule of its schema" })
  }
}
