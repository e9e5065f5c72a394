import DoubletEngine
import DoubletJSON
import Testing

/// What a list tells of the page that was asked for.
@Suite struct PagingTests {
  private struct Case {
    var query: String
    var page: JSON
    var length: JSON
    var previous: String?
  }

  private static let cases = [
    Case(query: "", page: 1, length: 5, previous: nil), Case(query: "?page=1", page: 1, length: 5, previous: nil),
    Case(query: "?page=3&per_page=2", page: 3, length: 2, previous: "page=2&per_page=2"),
    Case(query: "?page=4&per_page=2", page: 4, length: 2, previous: "page=3&per_page=2"),
    Case(query: "?page=99&per_page=2", page: 99, length: 2, previous: "page=3&per_page=2"),
    Case(query: "?page=99", page: 99, length: 5, previous: "page=99"),
  ]

  @Test(arguments: Transport.allCases)
  func `a page behind the last has the number that was asked for, and the last before it`(
    transport: Transport
  ) async throws {
    try await Client.serving(notes, transport) { client in
      for number in 1...5 { _ = try await client.send("POST", "/notes", json: ["text": .string("n\(number)")]) }
      for example in Self.cases {
        let list = try await client.get("/notes" + example.query)
        #expect(list["/page"] == example.page, "\(example.query)")
        #expect(list["/per_page"] == example.length, "\(example.query)")
        let previous = list.headers["Link"]?.split(separator: ",").first { $0.contains("rel=\"prev\"") }
        #expect(previous.map { $0.contains("?\(example.previous ?? "none")>") } ?? (example.previous == nil))
      }
      #expect(try await client.get("/notes?page=99&per_page=2")["/items"] == [])
    }
  }
}

private let notes = """
  openapi: 3.1.0
  info: {title: Notes, version: '1'}
  paths:
    /notes:
      get:
        parameters: [{name: page, in: query, schema: {type: integer}}, {name: per_page, in: query, schema: {type: integer}}]
        responses:
          '200':
            description: d
            headers: {Link: {schema: {type: string}}}
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    items: {type: array, items: {$ref: '#/components/schemas/Note'}}
                    page: {type: integer}
                    per_page: {type: integer}
      post:
        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}
        responses: {'201': {description: d}}
  components:
    schemas:
      Note: {type: object, required: [text], properties: {id: {type: integer, readOnly: true}, text: {type: string}}}
  """
