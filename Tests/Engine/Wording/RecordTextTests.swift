import DoubletEngine
import DoubletJSON
import Testing

/// A record that is answered alone is written straight to its text, one of a list by way of a tree: both are the same.
@Suite struct RecordTextTests {
  private static let document = """
    openapi: 3.1.0
    info: {title: Overlays, version: '1'}
    x-doublet:
      resources:
        things:
          schema: '#/components/schemas/Thing'
          key: path.id
          answered:
            kept: {constant: 1, by: '{key}'}
            replaced: ['{key}', '{record.plain}']
            fixed: {a: {b: 2}}
            copied: '{record.object}'
            linked: [{rel: self, href: '{link.self}'}, {href: '{link.other}', title: 'of {key}'}]
            aMemberWhoseNameIsLong: '{link.self}'
          links:
            self: '/things/{key}'
            other: '/others/{record.plain}/{key}'
    components: {schemas: {Thing: {}}}
    paths:
      /things:
        get:
          operationId: List
          x-doublet: {resource: things, action: list}
          responses: {'200': {description: all, content: {application/json: {}}}}
      /others/{plain}/{id}:
        parameters:
          - {name: plain, in: path, required: true, schema: {type: string}}
          - {name: id, in: path, required: true, schema: {type: string}}
        get: {operationId: Other, responses: {'200': {description: another}}}
      /things/{id}:
        parameters: [{name: id, in: path, required: true, schema: {type: string}}]
        get:
          operationId: Read
          x-doublet: {resource: things, action: read}
          responses: {'200': {description: one, content: {application/json: {}}}}
        put:
          operationId: Replace
          x-doublet: {resource: things, action: replace}
          requestBody: {required: true, content: {application/json: {}}}
          responses: {'200': {description: one, content: {application/json: {}}}}
    """

  @Test(
    arguments: [
      #"{}"#, #"{"plain":"p","object":{"x":[1]}}"#, #"{"kept":null,"replaced":null,"fixed":null,"copied":null}"#,
      #"{"kept":{"own":1,"by":"me"},"fixed":{"a":{"c":3},"d":4},"copied":{"y":2},"object":{"x":"\n"}}"#,
      #"{"kept":"text","replaced":{"a":1},"fixed":{"a":5},"copied":[],"object":{}}"#, #"[1]"#, #""text""#,
      #"{"plain":"a/b","aMemberWhoseNameIsLong":1,"aMemberWhoseName_sLong":2,"l\u0069nked":3}"#,
    ],
    ["1", "a%20b", "%22%C3%A9%22"]
  )
  func `a record is read as it is listed`(body: String, id: String) throws {
    let fake = try Fake(Self.document)
    let put = fake.send("PUT", "/things/\(id)", try JSON(parsing: body.utf8))
    let read = fake.send("GET", "/things/\(id)")
    #expect(put.body == read.body)
    #expect(fake.send("GET", "/things").text == "[\(read.text)]")
    if body == "{}" {
      #expect(read.json?["linked"]?.array?.first?["href"]?.string == "http://localhost/things/\(id)")
    }
  }
}
