import DoubletContracts
import DoubletJSON
import Testing

@testable import DoubletEngine

/// What is written as a parameter is read as it was, in every style and place.
@Suite struct ParameterWriterTests {
  static let values: [(schema: String, value: JSON)] = [
    ("{type: string}", "a b/ü&=?#%+,;.|"),
    ("{type: integer}", 7),
    ("{type: boolean}", true),
    ("{type: array, items: {type: integer}}", [1, 2, 3]),
    ("{type: array, items: {type: string}}", ["ab", "cd"]),
    (
      "{type: object, properties: {r: {type: integer}, g: {type: string}}}", ["r": 1, "g": "x"]
    ),
  ]

  static let places = [
    "query, style: form", "query, style: form, explode: false", "query, style: form, allowReserved: true",
    "query, content",
    "path, style: simple", "path, style: simple, explode: true", "path, style: label",
    "path, style: label, explode: true", "path, style: matrix", "path, style: matrix, explode: true",
    "header, style: simple", "header, style: simple, explode: true", "cookie, style: form, explode: false",
  ]

  @Test(arguments: places) func `a value is read as it was written`(place: String) throws {
    for (schema, value) in Self.values { try check(value, schema, place) }
  }

  @Test(arguments: ["query, style: spaceDelimited, explode: false", "query, style: pipeDelimited, explode: false"])
  func `a list is read as it was written`(place: String) throws {
    for (schema, value) in Self.values where value.array != nil { try check(value, schema, place) }
  }

  @Test func `a deep object is read as it was written`() throws {
    for (schema, value) in Self.values where value.object != nil {
      try check(value, schema, "query, style: deepObject, explode: true")
    }
  }

  @Test func `a value that its place cannot hold is not sent`() throws {
    let inHeader = try loss(of: "a\nb", "{type: string}", "header, style: simple")
    #expect(inHeader == "the value cannot stand in a header field")
    #expect(try loss(of: "", "{type: string}", "path, style: simple") == "an empty value makes it another path")
    #expect(try loss(of: 5, "{type: string}", "query, style: form") == #"as text it is the string "5""#)
  }

  private func check(_ value: JSON, _ schema: String, _ place: String) throws {
    // A style without its own delimiters escaped cannot tell them from a value's.
    let delimited = value.string != nil && !place.hasPrefix("query") && !place.hasPrefix("path, style: simple")
    let sent: JSON = delimited ? "a-b" : value
    #expect(try loss(of: sent, schema, place) == nil, "\(sent.text()) in \(place)")
  }

  private func loss(of value: JSON, _ schema: String, _ place: String) throws -> String? {
    let says = place.hasSuffix("content") ? "content: {application/json: {schema: \(schema)}}" : "schema: \(schema)"
    let location = place.hasSuffix(", content") ? String(place.dropLast(9)) : place
    let contract = try compiled(
      """
      openapi: 3.1.0
      info: {title: Styles, version: '1'}
      paths:
        /things\(place.hasPrefix("path") ? "/{k}" : ""):
          get:
            parameters:
              - {name: k, in: \(location), required: true, \(says)}
            responses: {'204': {description: done}}
      """
    )
    let fake = try Fake([contract])
    var draft = RequestDraft(fake.contracts[0], fake.contracts[0].operations[0])
    draft.parameters[0] = .value(value)
    return draft.loss(of: 0, fake)
  }
}
