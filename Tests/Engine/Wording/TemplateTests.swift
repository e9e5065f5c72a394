import DoubletEngine
import DoubletJSON
import Testing

@Suite struct TemplateTests {
  /// A document whose answer is a template, for `GET /things/{id}`.
  private func answer(_ template: String, headers: Headers = ["Host": "h.test"]) throws -> JSON {
    let document = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      x-doublet:
        resources:
          things: {schema: '#/components/schemas/Thing', key: path.id, links: {self: '/things/{key}'}}
      paths:
        /things/{id}:
          get:
            operationId: Read
            x-doublet: {resource: things, action: read, answer: \(template)}
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: n, in: query, schema: {type: integer}}
              - {name: X-Id, in: header, schema: {type: string}}
              - {name: l, in: query, explode: false, schema: {type: array, items: {type: string}}}
            responses: {'200': {description: d, content: {application/json: {}}}}
      components:
        schemas: {Thing: {type: object, properties: {name: {type: string}, size: {type: number}, box: {type: object}, more: {}}}}
      """
    let thing: JSON = ["name": "it's \"that\"", "size": 1.50, "box": ["sides": ["left": 2]]]
    let start: JSON = ["description": "d", "state": ["things": ["a b": thing]]]
    let fake = try Fake(document, as: start, configuration: FakeConfiguration(clock: .fixed(Instant(seconds: 60))))
    return try #require(fake.send("GET", "/things/a%20b?n=3&l=x,y", headers: headers).json)
  }

  @Test(arguments: [
    ("'{record}'", #"{"name":"it's \"that\"","size":1.5,"box":{"sides":{"left":2}}}"#),
    ("{all: '{record}'}", #"{"all":{"name":"it's \"that\"","size":1.5,"box":{"sides":{"left":2}}}}"#),
    ("{n: '{query.n}', t: '{query.n}'}", #"{"n":3,"t":3}"#),
    ("{m: '{record.size}', t: '<{record.size}>'}", #"{"m":1.5,"t":"<1.5>"}"#),
    ("{w: '{record.box.sides.left}', t: '<{record.box.sides}>'}", #"{"w":2,"t":"<{\"left\":2}>"}"#),
    ("['{record.name}']", #"["it's \"that\""]"#),
    ("{none: '{record.more}', t: '<{record.more}>'}", #"{"none":null,"t":"<>"}"#),
    ("{k: '{key}', l: '{link.self}'}", #"{"k":"a b","l":"http://h.test/things/a%20b"}"#),
    ("{now: '{now}'}", #"{"now":"1970-01-01T00:01:00Z"}"#), ("{l: '{query.l}'}", #"{"l":["x","y"]}"#),
    ("{b: '{{key}}', c: '{{{key}}}'}", #"{"b":"{key}","c":"{a b}"}"#),
    ("{c: [1, null, true]}", #"{"c":[1,null,true]}"#),
  ])
  func `an expression alone keeps its type, in a text it is text`(template: String, text: String) throws {
    #expect(try answer(template).text() == text)
  }

  @Test func `a header of the request is readable, and null where it is not there`() throws {
    #expect(try answer("{h: '{header.X-Id}'}", headers: ["x-id": "7"]) == ["h": "7"])
    #expect(try answer("{h: '{header.X-Id}'}") == ["h": nil])
  }

  @Test func `links have the host of the request, or localhost`() throws {
    #expect(try answer("{l: '{link.self}'}", headers: [:])["l"] == "http://localhost/things/a%20b")
    #expect(try answer("{l: '{link.self}'}", headers: ["Host": "[::1]:80"])["l"] == "http://[::1]:80/things/a%20b")
  }
}
