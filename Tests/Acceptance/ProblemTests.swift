import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ProblemTests {
  /// A document with nested fields, worded as Rebilly words its problems.
  private static let nested = """
    openapi: 3.1.0
    info: {title: Nested, version: '1'}
    x-doublet:
      resources:
        things: {schema: '#/components/schemas/Thing', key: path.id}
      problems:
        default:
          mediaType: application/json
          body: {status: '{status}', detail: '{detail}'}
        invalid:
          body: {invalidFields: [{field: '{violation.field}', message: '{violation.message}'}]}
    paths:
      /things/{id}:
        put:
          operationId: PutThing
          x-doublet: {resource: things, action: replace}
          parameters:
            - {name: id, in: path, required: true, schema: {type: string}}
            - {name: size, in: query, schema: {type: integer, maximum: 9}}
            - {name: X-Tags, in: header, schema: {type: array, items: {type: string, maxLength: 2}}}
            - {name: mood, in: cookie, schema: {type: boolean}}
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
          responses:
            '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            '422': {description: wrong, content: {application/json: {schema: {type: object}}}}
    components:
      schemas:
        Thing:
          type: object
          required: [name]
          properties:
            name: {type: string}
            owner: {type: object, required: [id], properties: {id: {type: string, minLength: 2, pattern: '^[a-z]*$'}}}
            tags: {type: array, items: {type: object, properties: {label: {type: string}}}}
    """

  @Test(arguments: Transport.allCases)
  func `fields are named in dot notation, one entry for each rule that is broken`(transport: Transport) async throws {
    try await Client.with(transport, [try compiled(Self.nested)], scenarios: []) { client in
      let answer = try await client.send(
        "PUT",
        "/things/1",
        json: ["owner": ["id": "A"], "tags": [["label": "fine"], ["label": 5]]]
      )
      #expect(answer.status == 422)
      let fields = (answer["/invalidFields"]?.array ?? []).compactMap { $0["field"]?.string }
      #expect(fields.sorted() == ["name", "owner.id", "owner.id", "tags.1.label"])
      let messages = (answer["/invalidFields"]?.array ?? []).compactMap { $0["message"]?.string }
      #expect(messages.contains("must be at least 2 characters, is 1"))
      #expect(messages.contains("must be a string, is the number 5"))
    }
  }

  @Test(arguments: Transport.allCases)
  func `parameters of every place are judged, and told together with the body`(transport: Transport) async throws {
    try await Client.with(transport, [try compiled(Self.nested)], scenarios: []) { client in
      let good: Headers = ["X-Tags": "a, bc", "Cookie": "mood=true"]
      #expect(try await client.send("PUT", "/things/1?size=9", good, json: ["name": "n"]).status == 201)
      let bad: Headers = ["X-Tags": "a,bcd", "Cookie": "mood=perhaps"]
      let answer = try await client.send("PUT", "/things/1?size=10", bad, json: ["name": 1])
      #expect(answer.status == 422)
      let fields = (answer["/invalidFields"]?.array ?? []).compactMap { $0["field"]?.string }
      #expect(fields == ["size", "X-Tags.1", "mood", "name"])
      #expect(try await client.send("PUT", "/things/1?size=x", json: ["name": "n"])["/invalidFields/0/field"] == "size")
      #expect(try await client.send("PUT", "/things/1?size=1&size=2", json: ["name": "n"]).status == 422)
    }
  }

  @Test(arguments: Transport.allCases)
  func `every problem of Rebilly and Leadping has its five members, told from the case`(transport: Transport)
    async throws
  {
    try await Client.with(transport) { client in
      for known in Known.all.prefix(5) {
        for status in [400, 401, 403, 404, 406, 409, 415, 422, 429, 500, 503] {
          let answer = try await known.send(client, ["Prefer": "code=\(status)"])
          #expect(answer.status == status)
          #expect(answer.members.isSuperset(of: Rebilly.problem), "\(known.operation) \(status)")
          #expect(answer["/status"] == .number(JSONNumber(status)))
          #expect(answer["/instance"] == .string(known.path))
          #expect(answer["/title"]?.string?.isEmpty == false)
          #expect(answer["/detail"]?.string?.isEmpty == false)
          #expect(answer["/type"] == "about:blank")
        }
      }
    }
  }
}
