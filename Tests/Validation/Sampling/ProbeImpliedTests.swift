import DoubletJSON
import DoubletValidation
import Testing

/// Rules that other rules for the same value leave nothing to say.
@Suite struct ProbeImpliedTests {
  @Test func `what a pattern or the type leaves makes other rules of the same schema hold`() throws {
    let (_, missing) = try Judge(
      """
      {"oneOf": [
        {"type": "object", "required": ["a"], "properties": {
          "country": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$", "minLength": 1, "maxLength": 2},
          "either": {"pattern": "^(a|bc{1,3})?$|^d$", "maxLength": 4}, "free": {"pattern": "^a|b$", "maxLength": 1},
          "flag": {"type": "boolean", "enum": [true, false]}
        }},
        {"type": "object", "required": ["b"]}
      ]}
      """
    ).probes()
    #expect(
      missing.map(\.schemaLocation.description)
        == [
          "country/minLength", "country/maxLength", "either/maxLength", "flag/type", "flag/enum",
        ].map { "#/oneOf/0/properties/\($0)" }
    )
    #expect(missing.allSatisfy { $0.hindrance.reason == "whatever breaks it breaks another rule of its schema" })
  }

  @Test func `what is repeated beside a schema wherever it stands cannot be broken, by however many ways`() throws {
    let settings = (0..<40).map {
      ##"{"allOf": [{"$ref": "#/$defs/base"}, {"properties": {"id": {"const": "s\##($0)"}}}]}"##
    }
    func missing(_ others: [String]) throws -> UnprobedRule? {
      let branches = (settings + others).joined(separator: ", ")
      return try Judge(
        ##"""
        {"items": {"anyOf": [\##(branches)]}, "$defs": {"base": {"type": "object", "required": ["id"],
          "properties": {"id": {"type": "string"}}}}}
        """##
      ).probes().missing.first { $0.schemaLocation == "#/$defs/base/properties/id/type" }
    }
    let hindrance = try #require(try missing([])).hindrance
    #expect(hindrance.reason == "whatever breaks it breaks another rule for the same value")
    #expect(hindrance.isCertain)
    #expect(try missing([##"{"$ref": "#/$defs/base"}"##])?.hindrance.isCertain != true)
  }

  @Test(arguments: [
    (#"{"items": {"type": "string"}, "unevaluatedItems": {"minimum": 3}}"#, "/unevaluatedItems/minimum"),
    (#"{"allOf": [{"additionalProperties": true}], "unevaluatedProperties": false}"#, "/unevaluatedProperties"),
  ])
  func `what other rules look at is not left to one of what is unevaluated`(_ schema: String, _ rule: String) throws {
    let missing = try #require(try Judge(schema).probes().missing.first { $0.schemaLocation == "#\(rule)" })
    #expect(missing.hindrance.reason == "other rules of its schema look at all that could be left to it")
    #expect(missing.hindrance.isCertain)
  }

  @Test(arguments: [
    (#"{"not": {"not": {}}}"#, "no value meets what it refuses"),
    (#"{"oneOf": [true, false, false]}"#, "one of its schemas takes everything, and no other does"),
    (
      """
      {"oneOf": [
        {"type": "object", "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, {"type": "object", "required": ["c"]}
      ]}
      """, "whatever breaks it breaks another rule of its schema"
    ),
  ])
  func `a rule that nothing can break is told to be none`(_ schema: String, _ reason: String) throws {
    let missing = try Judge(schema).probes().missing.filter { $0.hindrance.reason == reason }
    #expect(!missing.isEmpty && missing.allSatisfy(\.hindrance.isCertain))
  }
}
