import DoubletJSON
import DoubletValidation
import Testing

struct HostileInputTests {
  @Test
  func `a schema that refers to itself holds for what its other keywords allow`() throws {
    #expect(try Judge(##"{"$ref": "#"}"##).accepts("1"))
    let judge = try Judge(##"{"allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"$ref": "#", "type": "string"}}}"##)
    #expect(try judge.accepts("\"a\""))
    #expect(try judge.complaints("1") == ["must be a string, is the number 1"])
  }

  @Test
  func `a recursive schema follows a value to any depth that the parser allows`() throws {
    let judge = try Judge(
      ##"{"$ref": "#/$defs/n", "$defs": {"n": {"allOf": [{"type": "object", "properties": {"n": {"$ref": "#/$defs/n"}}}]}}}"##
    )
    let depth = 511
    let good = String(repeating: #"{"n":"#, count: depth) + "{}" + String(repeating: "}", count: depth)
    let bad = String(repeating: #"{"n":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    #expect(try judge.accepts(good))
    #expect(try judge.violations(bad).map(\.message) == ["must be an object, is the number 1"])
  }

  @Test
  func `a value nested beyond the bound is refused and says so`() throws {
    let builder = SchemaBuilder()
    let schema = builder.add(try JSON(parsing: ##"{"items": {"allOf": [{"$ref": "#"}]}}"##))
    let validator = try Validator(builder.tables)
    let depth = 5_000
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let tape = try JSONTape(parsing: Array(text.utf8), maximumDepth: depth)
    #expect(!validator.isValid(tape, against: schema, direction: .none))
    let violations = validator.explain(tape, against: schema, direction: .none)
    #expect(violations.map(\.code) == ["body.depth"])
  }

  @Test
  func `branches that multiply at each level are given up`() throws {
    let judge = try Judge(
      ##"""
      {"oneOf": [{"properties": {"n": {"$ref": "#"}}, "required": ["x"]}, {"properties": {"n": {"$ref": "#"}}}]}
      """##
    )
    let depth = 100
    let text = String(repeating: #"{"n":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    let violations = try judge.violations(text)
    #expect(!violations.isEmpty)
  }

  @Test
  func `a hundred thousand unique items, and one that is not`() throws {
    let judge = try Judge(#"{"uniqueItems": true}"#)
    var items = (0..<100_000).map { "{\"id\":\($0)}" }
    #expect(try judge.accepts("[\(items.joined(separator: ","))]"))
    items[99_999] = #"{"id":5.0}"#
    #expect(
      try judge.complaints("[\(items.joined(separator: ","))]")
        == ["must not have equal items, but items 5 and 99999 are equal"]
    )
  }

  @Test
  func `a hundred thousand violations are all told`() throws {
    let judge = try Judge(#"{"items": {"type": "string"}}"#)
    let text = "[" + Array(repeating: "1", count: 100_000).joined(separator: ",") + "]"
    #expect(try judge.violations(text).count == 100_000)
  }
}
