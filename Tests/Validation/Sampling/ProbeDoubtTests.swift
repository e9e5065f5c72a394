import DoubletJSON
import DoubletValidation
import Testing

/// That a rule cannot be broken is said only where that is so wherever its schema applies.
@Suite struct ProbeDoubtTests {
  /// A member takes whatever is a string or an object with a number; `T` asks for more of it.
  private static let taking = ##"{"anyOf": [{"$ref": "#/$defs/T"}, {"properties": {"n": {"type": "string"}}}]}"##
  private static let takenSchema = #""$defs": {"T": {"properties": {"n": {"type": "string", "maxLength": 3}}}}"#

  @Test func `a rule below a choice that takes everything can be broken where its schema stands without the choice`()
    throws
  {
    let (found, missing) = try Judge(
      ##"""
      {"properties": {
          "a": {"anyOf": [{"$ref": "#/$defs/T"}, {}]},
          "b": {"properties": {"c": {"properties": {"d": {"$ref": "#/$defs/T"}}}}}
        }, "$defs": {"T": {"properties": {"n": {"type": "string", "maxLength": 3}}}}}
      """##
    ).probes()
    #expect(found.first { $0.keyword == "maxLength" }?.pointer.description == "/b/c/d/n")
    #expect(missing.map(\.keyword) == ["anyOf"])
  }

  @Test func `a rule deep below a schema is looked for on the second way too`() throws {
    let (found, missing) = try Judge(
      ##"""
      {"properties": {"a": \##(Self.taking), "b": {"properties": {"c": {"$ref": "#/$defs/T"}}}}, \##(Self.takenSchema)}
      """##
    ).probes()
    #expect(found.first { $0.keyword == "maxLength" }?.pointer.description == "/b/c/n")
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func `what a discriminator fixes is a rule where its schema is come to without it`() throws {
    let (found, missing) = try Judge(
      ##"""
      {"oneOf": [{"$ref": "#/$defs/cat"}, {"$ref": "#/$defs/dog"}],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/$defs/cat", "dog": "#/$defs/dog"}},
        "$defs": {
          "cat": {"type": "object", "required": ["kind"],
            "properties": {"kind": {"const": "cat"}, "friend": {"$ref": "#/$defs/cat"}}},
          "dog": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "dog"}}}
        }}
      """##
    ).probes()
    #expect(found.contains { $0.keyword == "const" && $0.pointer.description == "/friend/kind" })
    #expect(missing.filter { $0.keyword == "const" }.map(\.schemaLocation) == ["#/$defs/dog/properties/kind/const"])
    #expect(missing.allSatisfy { $0.keyword != "const" || $0.hindrance.isCertain }, "\(missing)")
  }

  @Test(arguments: [6, 40])
  func `the last of many ways counts, or the rule is not said to be unbreakable`(_ count: Int) throws {
    let taking = (0..<count).map { #""a\#($0)": \#(Self.taking)"# }.joined(separator: ", ")
    let (found, missing) = try Judge(
      ##"""
      {"properties": {\##(taking), "last": {"properties": {"it": {"$ref": "#/$defs/T"}}}}, \##(Self.takenSchema)}
      """##
    ).probes()
    let bound = missing.first { $0.keyword == "maxLength" }
    #expect(found.contains { $0.keyword == "maxLength" } || bound?.hindrance.isCertain == false)
    if let bound { #expect(bound.hindrance.reason.hasPrefix("at the places that were looked at, but not at all,")) }
  }

  @Test func `what a discriminator fixes is no rule, by however many ways its choice is come to`() throws {
    let ways = (0..<40).map { ##""a\##($0)": {"properties": {"b": {"$ref": "#/$defs/pet"}}}"## }.joined(separator: ", ")
    let (_, missing) = try Judge(
      ##"""
      {"properties": {\##(ways)}, "$defs": {
        "pet": {"discriminator": {"propertyName": "kind", "mapping": {"cat": "#/$defs/cat", "dog": "#/$defs/dog"}},
          "oneOf": [{"$ref": "#/$defs/cat"}, {"$ref": "#/$defs/dog"}]},
        "cat": {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["cat"]}}},
        "dog": {"allOf": [{"type": "object", "required": ["kind"], "properties": {"kind": {"const": "dog"}}}]}}}
      """##
    ).probes()
    let fixed = missing.filter { ["required", "enum", "const"].contains($0.keyword) }
    #expect(fixed.count == 4)
    #expect(fixed.allSatisfy { $0.hindrance.isCertain && $0.hindrance.reason.contains("is chosen only where it is") })
  }

  @Test func `what a choice further out rules out is not ruled out by the schema`() throws {
    let (found, _) = try Judge(
      """
      {"type": "object",
        "properties": {"p": {"type": "object", "properties": {"q": {"type": "string", "maxLength": 5}}}},
        "oneOf": [
          {"required": ["k"], "properties": {"p": {"type": "object", "properties": {"q": {"type": "integer"}}}}},
          {"required": ["m"]}
        ]}
      """
    ).probes()
    #expect(found.contains { $0.keyword == "maxLength" })
  }

  @Test func `a member that only some other object excuses is held against the choice of its holder`() throws {
    let (_, missing) = try Judge(
      ##"""
      {"properties": {
          "a": {
            "discriminator": {"propertyName": "kind", "mapping": {"one": "#/$defs/one", "first": "#/$defs/one"}},
            "oneOf": [{"$ref": "#/$defs/one"}]
          },
          "other": {"properties": {"kind": {"type": "string", "readOnly": true}}}
        }, "$defs": {"one": {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["one"]}}}}}
      """##,
      direction: .request
    ).probes()
    let required = try #require(missing.first { $0.schemaLocation == "#/$defs/one/required" })
    #expect(required.hindrance.isCertain && required.hindrance.reason.contains("is chosen only where it is"))
  }

  @Test func `nothing lies below what must be null`() throws {
    let (_, missing) = try Judge(
      """
      {"required": ["a"], "properties": {"a": {"enum": [null], "properties": {"b": {"maxLength": 3}}}}}
      """
    ).probes()
    let bound = try #require(missing.first { $0.keyword == "maxLength" })
    #expect(bound.hindrance.reason == "no value can meet this schema: /a must be null and must be an object")
    #expect(bound.hindrance.isCertain)
  }

  @Test func `a discriminator chooses alone, whatever stands beside it or after it`() throws {
    let (_, missing) = try Judge(
      ##"""
      {"properties": {
          "p": {"required": ["k"], "discriminator": {"propertyName": "k", "mapping": {"a": "#/$defs/a"}}},
          "q": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/any"}]}
        }, "$defs": {"a": {"type": "object"}, "any": {}}}
      """##
    ).probes()
    let type = try #require(missing.first { $0.schemaLocation == "#/$defs/a/type" })
    #expect(!type.hindrance.isCertain && !type.hindrance.reason.contains("anyOf"))
    let (_, beside) = try Judge(
      ##"""
      {"discriminator": {"propertyName": "k", "mapping": {"a": "#/$defs/a", "b": "#/$defs/b"}},
        "anyOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}],
        "$defs": {"a": {"properties": {"t": {"pattern": "[^]*"}}}, "b": {"properties": {"k": {"type": "string"}}}}}
      """##
    ).probes()
    let pattern = try #require(beside.first { $0.keyword == "pattern" })
    #expect(pattern.hindrance.reason == "no value was found that breaks it and is refused")
  }

  @Test func `a rule of a branch is proven by a value that breaks nothing else of the branch`() throws {
    let (found, missing) = try Judge(
      """
      {"oneOf": [
        {"type": "object", "required": ["a", "b"], "properties": {"a": {"enum": ["x", "y"], "type": "string"}}},
        {"type": "array", "minItems": 1, "items": {"type": "integer", "enum": [1, 2]}}
      ]}
      """
    ).probes()
    for probe in found where probe.telling.keyword == "oneOf" && probe.keyword != "oneOf" {
      let branch = try Judge(
        probe.schemaLocation.hasPrefix("#/oneOf/0")
          ? #"{"type": "object", "required": ["a", "b"], "properties": {"a": {"enum": ["x", "y"], "type": "string"}}}"#
          : #"{"type": "array", "minItems": 1, "items": {"type": "integer", "enum": [1, 2]}}"#
      )
      #expect(branch.validator.explain(probe.broken, against: branch.schema, direction: .none).count == 1, "\(probe)")
    }
    #expect(missing.allSatisfy { $0.hindrance.reason == "whatever breaks it breaks another rule of its schema" })
  }
}
