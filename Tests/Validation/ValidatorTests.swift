import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

struct ValidatorTests {
  @Test
  func `a pattern that is no regular expression is an error with its place`() throws {
    let builder = SchemaBuilder()
    _ = builder.add(try JSON(parsing: #"{"properties": {"code": {"pattern": "*"}}}"#))
    let error = #expect(throws: ValidatorError.self) { try Validator(builder.tables) }
    #expect(error?.schemaLocation == "#/properties/code/pattern")
    #expect(error?.position.line ?? 0 > 0)
    #expect(error?.message.hasPrefix("the pattern '*' cannot be enforced: ") == true)
  }

  @Test
  func `a format that is not known is an error`() {
    var tables = SchemaTables()
    tables.formats = ["postcode"]
    tables.instructions = [Instruction(.format, 0)]
    tables.positions = [.none]
    tables.schemas = [SchemaRow(program: Span(start: 0, count: 1), location: "#/a", position: .none)]
    let error = #expect(throws: ValidatorError.self) { try Validator(tables) }
    #expect(
      error?.description == "#/a/format: the format 'postcode' is not known; use a registered one or leave it out"
    )
  }

  @Test
  func `a row that points outside its table is an error`() {
    var tables = SchemaTables()
    tables.instructions = [Instruction(.members, 3)]
    tables.positions = [.none]
    tables.schemas = [SchemaRow(program: Span(start: 0, count: 1), location: "#/a", position: .none)]
    let error = #expect(throws: ValidatorError.self) { try Validator(tables) }
    #expect(
      error?.message == "the contract is damaged: 'properties' points outside its table; compile the document again"
    )
  }

  @Test
  func `the place of a value is the first word of a code`() throws {
    let judge = try Judge(#"{"maxLength": 2}"#)
    let violations = judge.validator.explain(string: "abc", against: judge.schema, direction: .request, in: .query)
    #expect(violations.map(\.code) == ["query.maxLength"])
    #expect(judge.validator.isValid(string: "ab", against: judge.schema, direction: .request))
  }

  @Test
  func `a fingerprint names the rule and not the value`() throws {
    let judge = try Judge(#"{"items": {"maxLength": 2}}"#)
    let violations = try judge.violations(#"["abc", "abcd"]"#)
    #expect(Set(violations.map(\.fingerprint)).count == 1)
    #expect(violations.first?.fingerprint == "e1d3765b5bc05f0b")
    let other = try Judge(#"{"items": {"minLength": 2}}"#).violations(#"[""]"#)
    #expect(other.first?.fingerprint != violations.first?.fingerprint)
  }

  @Test
  func `a key that appears twice is a violation apart from any schema`() throws {
    let tape = try JSONTape(parsing: Array(#"{"a": {"b": 1, "b": 2}}"#.utf8))
    let violations = Violation.duplicateKeys(in: tape.root, side: .request)
    #expect(violations.map(\.code) == ["body.duplicateKey"])
    #expect(violations.map { "\($0)" } == ["/a/b: must not appear twice in one object (body.duplicateKey)"])
  }

  @Test
  func `a value inside a text is judged as if it stood alone`() throws {
    let judge = try Judge(#"{"required": ["id"]}"#)
    let tape = try JSONTape(parsing: Array(#"{"data": [{"id": 1}, {}]}"#.utf8))
    let fields = tape.root.value(at: JSONPointer(tokens: ["data", "1"]))?.withUnsafeCursor { cursor in
      judge.validator.explain(cursor, against: judge.schema, direction: .none).map(\.field)
    }
    #expect(fields == ["id"])
  }
}
