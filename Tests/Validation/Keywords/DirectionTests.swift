import DoubletValidation
import Testing

struct DirectionTests {
  private static let schema = ##"""
    {"$defs": {"Base": {"required": ["id", "name"],
        "properties": {"id": {"type": "integer", "readOnly": true}, "name": {"type": "string"}}}},
     "allOf": [{"$ref": "#/$defs/Base"}],
     "required": ["id", "created", "secret"],
     "properties": {"created": {"type": "string", "readOnly": true}, "secret": {"type": "string", "writeOnly": true}}}
    """##

  @Test
  func `a request is neither asked for read-only members nor judged by them`() throws {
    let judge = try Judge(Self.schema, direction: .request)
    #expect(try judge.accepts(#"{"name": "a", "secret": "s"}"#))
    #expect(try judge.accepts(#"{"name": "a", "secret": "s", "id": "wrong", "created": 5}"#))
    #expect(try judge.violations("{}").map(\.field) == ["name", "secret"])
  }

  @Test
  func `a response is not asked for write-only members and must not send them`() throws {
    let judge = try Judge(Self.schema, direction: .response)
    #expect(try judge.accepts(#"{"name": "a", "id": 1, "created": "c"}"#))
    let violations = try judge.violations(#"{"name": "a", "id": 1, "created": "c", "secret": "s"}"#)
    #expect(violations.map(\.code) == ["body.writeOnly"])
    #expect(violations.map(\.side) == [.response])
    #expect(violations.map(\.message) == ["is write-only: it must not be part of an answer"])
    #expect(try judge.violations("{}").map(\.field).sorted() == ["created", "id", "name"])
  }

  @Test
  func `without a direction all members are alike`() throws {
    let judge = try Judge(Self.schema)
    #expect(try judge.accepts(#"{"name": "a", "id": 1, "created": "c", "secret": "s"}"#))
    #expect(try judge.violations("{}").map(\.field).sorted() == ["created", "id", "name", "secret"])
  }

  @Test
  func `a read-only member of another part does not count and is not refused`() throws {
    let judge = try Judge(
      #"""
      {"allOf": [{"properties": {"id": {"readOnly": true}}}, {"maxProperties": 1, "propertyNames": {"minLength": 3}}],
       "unevaluatedProperties": false}
      """#,
      direction: .request
    )
    #expect(try judge.accepts(#"{"id": 1}"#))
    #expect(try !judge.accepts(#"{"id": 1, "name": 2}"#))
  }

  @Test
  func `branches that only a read-only member tells apart are told apart by it`() throws {
    let schema = #"""
      {"oneOf": [
        {"required": ["price"],
         "properties": {"price": {"$ref": "#/$defs/Price"}, "interval": {"type": "null", "readOnly": true}}},
        {"required": ["price", "interval"],
         "properties": {"price": {"$ref": "#/$defs/Price"}, "interval": {"type": "string"}}}
      ], "$defs": {"Price": {"type": "object", "required": ["id"], "properties": {"id": {"readOnly": true}}}}}
      """#
    let judge = try Judge(schema, direction: .request)
    #expect(try judge.accepts(#"{"price": {}}"#), "the first: the second asks for an interval")
    #expect(try judge.accepts(#"{"price": {}, "interval": "month"}"#), "the second: no interval is null in the first")
    #expect(try judge.violations(#"{"price": {}}"#).isEmpty)
    #expect(try judge.violations(#"{"price": {}, "interval": "month"}"#).isEmpty)
    #expect(try !judge.accepts("{}"))
  }

  @Test
  func `branches that hold by what is sent are not told apart by a read-only member`() throws {
    let schema = #"""
      {"properties": {"id": {"readOnly": true}}, "required": ["id"],
       "oneOf": [{"required": ["bark"]}, {"required": ["meow"]}]}
      """#
    let judge = try Judge(schema, direction: .request)
    #expect(try judge.accepts(#"{"bark": 1}"#))
    #expect(try !judge.accepts(#"{"bark": 1, "meow": 1}"#))
    #expect(try judge.violations(#"{"bark": 1, "meow": 1}"#).count == 1)
  }

  @Test
  func `a member that one branch leaves to answers is asked for where another branch asks for it`() throws {
    let judge = try Judge(
      #"""
      {"oneOf": [
        {"required": ["price"],
         "properties": {"price": {"type": "integer"}, "trial": {"type": "null", "readOnly": true}}},
        {"required": ["trial"], "properties": {"trial": {"type": "string"}}}
      ]}
      """#,
      direction: .request
    )
    #expect(try !judge.accepts(#"{"price": "x"}"#), "no trial, so that it is not the second")
    #expect(try judge.accepts(#"{"price": 1}"#))
    #expect(try judge.accepts(#"{"trial": "week"}"#))
    #expect(try judge.accepts(#"{"price": 1, "trial": "week"}"#), "the second: no trial is null in the first")
    #expect(try !judge.accepts(#"{"price": 1, "trial": 5}"#), "neither, though the first has a price")
    #expect(try !judge.violations(#"{"price": 1, "trial": 5}"#).isEmpty)
  }

  @Test
  func `a branch inside a branch is not excused by what the one beside it leaves to answers`() throws {
    let judge = try Judge(
      #"""
      {"anyOf": [{"type": "null"}, {
        "required": ["created"],
        "properties": {"created": {"readOnly": true}},
        "oneOf": [
          {"required": ["kind", "id"],
           "properties": {"kind": {"const": "p"}, "id": {"type": "string", "readOnly": true}}},
          {"required": ["kind", "id"],
           "properties": {"kind": {"const": "q"}, "id": {"type": "string"}}}
        ]
      }]}
      """#,
      direction: .request
    )
    #expect(try judge.accepts(#"{"kind": "p"}"#), "it leaves its id to answers, and all leave the time")
    #expect(try !judge.accepts(#"{"kind": "q"}"#), "its own id is asked for")
    #expect(try judge.accepts(#"{"kind": "q", "id": "a"}"#))
  }

  @Test
  func `a member that no other branch asks for stays out of sight where it is read-only`() throws {
    let judge = try Judge(
      #"""
      {"anyOf": [{"type": "null"},
        {"required": ["name", "id"], "properties": {"id": {"type": "integer", "readOnly": true}}}]}
      """#,
      direction: .request
    )
    #expect(try judge.accepts(#"{"name": "a"}"#))
    #expect(try judge.accepts(#"{"name": "a", "id": "x"}"#))
    #expect(try !judge.accepts(#"{"id": 1}"#))
  }

  @Test
  func `a branch inside a branch is not asked for what the one around it leaves to answers`() throws {
    let judge = try Judge(
      #"""
      {"anyOf": [{"type": "null"}, {
        "properties": {"created": {"readOnly": true}},
        "oneOf": [
          {"required": ["bark", "created"], "oneOf": [{"required": ["loud", "created"]}, {"required": ["soft"]}]},
          {"required": ["meow", "id"], "properties": {"id": {"type": "string"}}},
          {"required": ["moo", "id"], "properties": {"id": {"readOnly": true}}}
        ]
      }]}
      """#,
      direction: .request
    )
    #expect(try judge.accepts(#"{"bark": 1, "loud": 1}"#), "a request cannot send the time of its making")
    #expect(try !judge.accepts(#"{"bark": 1}"#))
    #expect(try !judge.accepts(#"{"meow": 1}"#), "the id is read-only in the branch beside it alone")
    #expect(try judge.accepts(#"{"moo": 1}"#))
  }

  @Test
  func `what every branch of a choice leaves to answers is asked for in no other choice`() throws {
    let judge = try Judge(
      #"""
      {"allOf": [
        {"oneOf": [
          {"required": ["bark"], "properties": {"id": {"readOnly": true}, "tag": {"readOnly": true}}},
          {"required": ["meow"], "properties": {"id": {"readOnly": true}}}]},
        {"oneOf": [{"required": ["big", "id"]}, {"required": ["small", "tag"]}]}
      ]}
      """#,
      direction: .request
    )
    #expect(try judge.accepts(#"{"bark": 1, "big": 1}"#))
    #expect(try judge.accepts(#"{"meow": 1, "big": 1}"#))
    #expect(try !judge.accepts(#"{"meow": 1, "small": 1}"#), "the tag is read-only in one branch alone")
    #expect(try judge.accepts(#"{"meow": 1, "small": 1, "tag": 1}"#))
  }
}
