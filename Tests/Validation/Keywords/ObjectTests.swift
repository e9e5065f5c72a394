import DoubletJSON
import DoubletValidation
import Testing

struct ObjectTests {
  @Test
  func `a missing member is pointed at by its name`() throws {
    let judge = try Judge(#"{"properties": {"customer": {"type": "object", "required": ["name", "id"]}}}"#)
    let violations = try judge.violations(#"{"customer": {"id": 1}}"#)
    #expect(violations.map(\.field) == ["customer.name"])
    #expect(violations.map { "\($0.pointer)" } == ["/customer/name"])
    #expect(violations.map(\.message) == ["is required"])
    #expect(violations.map(\.code) == ["body.required"])
    #expect(violations.map(\.schemaLocation) == ["#/properties/customer/required"])
  }

  @Test(arguments: [1, 63, 64, 65, 200])
  func `any number of members can be required`(_ count: Int) throws {
    let names = (0..<count).map { "member\($0)" }
    let list = names.map { "\"\($0)\"" }.joined(separator: ",")
    for properties in ["", #","properties": {"member0": {"type": "integer"}}"#] {
      let judge = try Judge("{\"required\": [\(list)]\(properties)}")
      let full = names.map { "\"\($0)\": 1" }.joined(separator: ",")
      #expect(try judge.accepts("{\(full)}"))
      let last = names.dropLast().map { "\"\($0)\": 1" }.joined(separator: ",")
      #expect(try judge.violations("{\(last)}").map(\.field) == [names[count - 1]])
    }
  }

  @Test
  func `names are found however they are written and however long they are`() throws {
    let names = [
      "", "a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "abcdefgh12345678", "abcdefgh-x-12345678", "ä", "a/b",
    ]
    let properties = names.map { "\"\($0)\": {\"const\": \"\($0)\"}" }.joined(separator: ",")
    let judge = try Judge("{\"properties\": {\(properties)}, \"additionalProperties\": false}")
    for name in names {
      #expect(try judge.accepts("{\"\(name)\": \"\(name)\"}"))
      #expect(try !judge.accepts("{\"\(name)\": 1}"))
      #expect(try !judge.accepts("{\"\(name)?\": \"\(name)\"}"))
    }
    #expect(try !judge.accepts(#"{"abcdefgh-y-12345678": 1}"#))
    #expect(try judge.accepts(#"{"\u0061bc": "abc", "a\/b": "a/b"}"#))
    #expect(try !judge.accepts(#"{"\u0061bc": 1}"#))
  }

  @Test
  func `a member that is not named is not allowed, and those that are named are listed`() throws {
    let judge = try Judge(#"{"properties": {"id": true, "name": true}, "additionalProperties": false}"#)
    let violations = try judge.violations(#"{"id": 1, "nmae": "x"}"#)
    #expect(violations.map(\.message) == [#"is not allowed; the members are "id", "name""#])
    #expect(violations.map(\.code) == ["body.additionalProperties"])
    #expect(violations.map(\.field) == ["nmae"])
    #expect(violations.map(\.schemaLocation) == ["#/additionalProperties"])
  }

  @Test
  func `members by pattern and all others have schemas of their own`() throws {
    let judge = try Judge(
      #"{"patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": {"type": "integer"}}"#
    )
    #expect(try judge.accepts(#"{"x-a": "1", "b": 1}"#))
    #expect(
      try judge.complaints(#"{"b": "1", "x-a": 1}"#) == [
        #"/b: must be an integer, is the string "1""#, "/x-a: must be a string, is the number 1",
      ]
    )
  }

  @Test
  func `a name that breaks a rule says that it is the name`() throws {
    let judge = try Judge(#"{"propertyNames": {"maxLength": 3}}"#)
    #expect(try judge.complaints(#"{"abcd": 1}"#) == ["/abcd: its name must be at most 3 characters, is 4"])
  }

  @Test
  func `what depends on a member is asked for with it`() throws {
    let judge = try Judge(#"{"dependentRequired": {"card": ["billing"]}}"#)
    #expect(try judge.complaints(#"{"card": 1}"#) == [#"/billing: is required where "card" is given"#])
    #expect(try judge.accepts("{}"))
    let schema = try Judge(#"{"dependentSchemas": {"card": {"maxProperties": 1}}}"#)
    #expect(try schema.complaints(#"{"card": 1, "b": 2}"#) == ["must have at most 1 member, has 2"])
    #expect(try Judge(#"{"minProperties": 2}"#).complaints("{}") == ["must have at least 2 members, has none"])
  }

  @Test
  func `violations stand in the order of the text`() throws {
    let judge = try Judge(
      #"""
      {"required": ["z"], "properties": {"a": {"type": "string"}, "b": {"type": "string", "maxLength": 2, "format": "uri"}}}
      """#
    )
    #expect(
      try judge.violations(#"{"b": "abc", "a": 1}"#).map(\.code) == [
        "body.required", "body.maxLength", "body.format", "body.type",
      ]
    )
  }
}
