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

  @Test(arguments: [
    // An element that says what an earlier one says is that one; else the one in its place, if as many are there.
    (#"[{"name":"b"}]"#, #"[{"name":"b","id":2}]"#), (#"[{"name":"x"}]"#, #"[{"name":"x"}]"#),
    (#"[{"name":"x"},{"name":"b"}]"#, #"[{"name":"x","id":1},{"name":"b","id":2}]"#),
    (#"[{"name":"b"},{"name":"a","id":8}]"#, #"[{"name":"b","id":2},{"name":"a","id":1}]"#),
    (#"[{"name":"a"},{"name":"a"},{}]"#, #"[{"name":"a","id":1},{"name":"a"},{}]"#),
    (#"[{"name":"x"},{"name":"a"}]"#, #"[{"name":"x"},{"name":"a","id":1}]"#),
  ])
  func `read-only members stay as they were, at every depth`(sent: String, expected: String) throws {
    let earlier = try JSON(parsing: #"{"id":"1","tags":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"owner":{"id":3}}"#)
    let value = try JSON(parsing: #"{"tags":\#(sent),"owner":{"name":"o"},"labels":{}}"#)
    let kept = try shape(Self.record).withReadOnlyMembers(value, of: earlier)
    #expect(kept["tags"] == (try JSON(parsing: expected)))
    #expect((kept["owner"], kept["id"], kept["labels"]) == (["name": "o", "id": 3], "1", [:]))
    #expect(try shape(Self.record).withReadOnlyMembers(nil, of: earlier) == nil)
  }

  @Test
  func `names are the same by their code points`() throws {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let shape = try shape(#"{"properties": {"\#(composed)": {"readOnly": true}}, "additionalProperties": true}"#)
    #expect(shape.keeping([decomposed: 1], direction: .request) == [decomposed: 1])
    #expect(shape.keeping([composed: 1], direction: .request) == [:])
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

  /// What is written of an object that was sent.
  private func text(_ shape: Shape, of sent: String, nullsOmitted: Bool, replacing: String = "") throws -> String {
    let sent = try JSONTape(parsing: Array(sent.utf8))
    let written = JSONTape { writer in
      writer.open(.object)
      sent.withUnsafeCursor { sent in
        shape.write(sent, nullsOmitted: nullsOmitted, to: &writer) { place, writer in
          let name =
            switch place {
            case .named(let place): shape.members[place].name
            case .unnamed(let name): name
            }
          guard name == replacing else { return false }
          writer.append(key: name)
          writer.append("replaced")
          return true
        }
      }
      writer.close()
    }
    return String(decoding: written.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    #"{}"#, #"{"tags":[{"id":1,"name":"a","x":2}],"note":"n"}"#,
    #"{"n\u006Fte":null,"extra":1,"owner":{"id":1},"id":"2"}"#,
    #"{ "labels" : { "a" : [ 1 , "\u0041\n" ] , "b" : true } , "anything" : "ä" }"#,
  ])
  func `what is written of an object is what is kept of its tree`(sent: String) throws {
    let shape = try shape(Self.record)
    let kept = shape.keeping(try JSON(parsing: sent.utf8), direction: .request)
    #expect(try text(shape, of: sent, nullsOmitted: false) == kept.text())
  }

  @Test
  func `nullable members are written first, null where they were not sent`() throws {
    let written = try text(shape(Self.record), of: #"{"tags":[],"owner":{"name":"b"},"labels":{}}"#, nullsOmitted: true)
    #expect(written == #"{"owner":{"name":"b"},"note":null,"tags":[],"labels":{}}"#)
  }

  @Test
  func `a member can be replaced at its place`() throws {
    let sent = #"{"labels":{},"tags":[],"note":"n"}"#
    let shape = try shape(Self.record)
    #expect(
      try text(shape, of: sent, nullsOmitted: false, replacing: "tags")
        == #"{"labels":{},"tags":"replaced","note":"n"}"#
    )
    #expect(
      try text(shape, of: sent, nullsOmitted: true, replacing: "note")
        == #"{"owner":null,"note":"replaced","labels":{},"tags":[]}"#
    )
  }
}
