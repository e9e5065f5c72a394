import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// What a replacement answers that makes its record, where the document has another body for it.
@Suite struct ReplacementTests {
  private let document = """
    openapi: 3.1.0
    info: {title: Shelves, version: '1'}
    paths:
      /shelves/{id}:
        parameters: [{name: id, in: path, required: true, schema: {type: string}}]
        get: {responses: {'200': &shelf {description: d, content: {application/json: {schema: &record {
          type: object, required: [id, rows], properties: {id: {type: string}, rows: {type: integer}}}}}}}}
        put:
          requestBody: {required: true, content: {application/json: {schema: *record}}}
          responses:
            '200': *shelf
            '201':
              description: made
              content:
                application/json:
                  schema:
                    type: object
                    required: [data, isNew]
                    properties:
                      isNew: {const: true}
                      data:
                        type: object
                        required: [id, rows, colour]
                        properties: {id: {type: string}, rows: {type: integer}, colour: {const: red}}
      /crates/{id}:
        parameters: [{name: id, in: path, required: true, schema: {type: string}}]
        get: {responses: {'200': *shelf}}
        put:
          requestBody: {required: true, content: {application/json: {schema: *record}}}
          responses: {'201': *shelf, '204': {description: d}}
    """

  @Test(arguments: Transport.allCases)
  func `the 201 of a replacement follows its own schema`(transport: Transport) async throws {
    try await Client.with(transport, [try compiled(document, named: "shelves")], scenarios: []) { client in
      let shelf: JSON = ["id": "a", "rows": 3]
      let made = try await client.send("PUT", "/shelves/a", json: shelf)
      #expect(made.status == 201)
      #expect(made.json == ["isNew": true, "data": ["id": "a", "rows": 3, "colour": "red"]])
      let replaced = try await client.send("PUT", "/shelves/a", json: shelf)
      #expect(replaced.status == 200)
      #expect(replaced.json == shelf)
      let crate = try await client.send("PUT", "/crates/a", json: shelf)
      #expect(crate.status == 201)
      #expect(crate.json == shelf)
      #expect(try await client.send("PUT", "/crates/a", json: shelf).status == 204)
      #expect(try await client.get("/crates/a").json == shelf)
      #expect(client.fake.journal().flatMap(\.violations) == [])
    }
  }
}
