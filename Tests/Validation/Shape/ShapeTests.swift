import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

struct ShapeTests {
  private func shape(_ schema: String) throws -> Shape {
    let judge = try Judge(schema)
    return Shape(judge.validator, schema: judge.schema)
  }

  private static let record = ##"""
    {"$defs": {
      "Base": {"properties": {"id": {"type": "string", "readOnly": true}, "note": {"$ref": "#/$defs/Text"}}},
      "Text": {"type": ["string", "null"]},
      "Tag": {"type": "object", "properties": {"id": {"readOnly": true}, "name": {"type": "string"}}}},
     "allOf": [{"$ref": "#/$defs/Base"}],
     "required": ["tags"],
     "properties": {
       "tags": {"type": "array", "items": {"$ref": "#/$defs/Tag"}},
       "owner": {"oneOf": [{"$ref": "#/$defs/Tag"}, {"type": "null"}]},
       "original": {"anyOf": [{"$ref": "#"}, {"type": "null"}], "readOnly": true},
       "labels": {"type": "object"},
       "anything": true}}
    """##

  @Test
  func `members are found through references and parts, with what is said about them`() throws {
    let shape = try shape(Self.record)
    #expect(Set(shape.members.map(\.name)) == ["id", "note", "tags", "owner", "original", "labels", "anything"])
    #expect(shape.members.filter { $0.traits.contains(.readOnly) }.map(\.name).sorted() == ["id", "original"])
    #expect(shape.members.filter(\.isRequired).map(\.name) == ["tags"])
    #expect(!shape.isOpen)
  }

  @Test
  func `nullable members are those that say so and can be sent`() throws {
    #expect(try Set(shape(Self.record).nullableMembers) == ["note", "owner"])
  }

  @Test
  func `members keep the order of the document`() throws {
    let shape = try shape(#"{"properties": {"z": {"type": "null"}, "a": {"type": "null"}, "m": {"enum": [1, null]}}}"#)
    #expect(shape.nullableMembers == ["z", "a", "m"])
  }

  @Test
  func `read-only and unknown members are dropped at every depth`() throws {
    let sent = try JSON(
      parsing: #"""
        {"id": "1", "note": null, "extra": 1, "tags": [{"id": 1, "name": "a", "x": 2}], "owner": {"id": 1, "name": "b"},
         "original": {"note": "o"}, "labels": {"free": 1}, "anything": {"x": 1}}
        """#
    )
    let kept = try JSON(
      parsing: #"""
        {"note": null, "tags": [{"name": "a"}], "owner": {"name": "b"}, "labels": {"free": 1}, "anything": {"x": 1}}
        """#
    )
    #expect(try shape(Self.record).keeping(sent, direction: .request) == kept)
  }

  @Test
  func `without a direction only unknown members are dropped`() throws {
    let sent: JSON = ["id": "1", "extra": 1]
    #expect(try shape(Self.record).keeping(sent, direction: .none) == ["id": "1"])
  }

  @Test
  func `unknown members stay where the schema has room for them`() throws {
    let value: JSON = ["a": 1, "b": 2, "x-c": 3]
    #expect(
      try shape(#"{"properties": {"a": true}, "additionalProperties": true}"#).keeping(value, direction: .request)
        == value
    )
    #expect(
      try shape(#"{"properties": {"a": true}, "patternProperties": {"^x-": true}}"#).keeping(value, direction: .request)
        == ["a": 1, "x-c": 3]
    )
    #expect(
      try shape(#"{"properties": {"a": true}, "additionalProperties": false}"#).keeping(value, direction: .request)
        == ["a": 1]
    )
  }

  @Test(arguments: [
    #"{}"#, #"{"tags":[{"id":1,"name":"a","x":2}],"note":"n"}"#,
    #"{"n\u006Fte":null,"extra":1,"owner":{"id":1},"id":"2"}"#, #"{"note":"first","note":"last"}"#, #"[1]"#, #""text""#,
  ])
  func `a record is made of the bytes that were sent as of a tree`(text: String) throws {
    let shape = try shape(Self.record)
    let tape = try JSONTape(parsing: Array(text.utf8))
    let record = tape.withUnsafeCursor { shape.record(of: $0, nullsOmitted: false) }
    #expect(record.text() == shape.keeping(tape.root.tree, direction: .request).text())
  }

  @Test
  func `a record has the nullable members first, and null for those that were not sent`() throws {
    let tape = try JSONTape(parsing: Array(#"{"tags":[],"owner":{"name":"b"},"labels":{}}"#.utf8))
    let record = try tape.withUnsafeCursor { try shape(Self.record).record(of: $0, nullsOmitted: true) }
    #expect(record.text() == #"{"owner":{"name":"b"},"note":null,"tags":[],"labels":{}}"#)
  }
}
