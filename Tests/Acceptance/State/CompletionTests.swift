import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// A record has what was sent, and what no request can say.
@Suite struct CompletionTests {
  private let document = """
    openapi: 3.1.0
    info: {title: Plans, version: '1'}
    paths:
      /plans:
        post:
          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Plan'}}}}
          responses:
            '201': &plan {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Plan'}}}}
            '422': {description: d}
      /plans/{id}:
        parameters: [{name: id, in: path, required: true, schema: {type: string}}]
        get: {responses: {'200': *plan, '404': {description: d}}}
        put:
          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Plan'}}}}
          responses: {'200': *plan, '404': {description: d}}
      /notes:
        post:
          requestBody:
            required: true
            content:
              application/json: {schema: {type: object, properties: {text: {type: [string, 'null']}, by: {type: string}}}}
          responses: {'201': &note {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}}
      /notes/{id}:
        parameters: [{name: id, in: path, required: true, schema: {type: string}}]
        get: {responses: {'200': *note, '404': {description: d}}}
    components:
      schemas:
        Note: {type: object, required: [id], properties: {id: {type: string}, text: {type: string}, by: {type: string}}}
        Own: {type: object, required: [id], properties: {id: {type: string, readOnly: true}}}
        Plan:
          oneOf:
            - allOf:
                - $ref: '#/components/schemas/Own'
                - required: [name, price]
                  properties:
                    name: {type: string}
                    price: {type: number}
                    box: {type: object, properties: {size: {type: integer}, made: {type: string, readOnly: true}}}
                    trial: {type: 'null', readOnly: true}
                    isTrial: {const: false, readOnly: true}
            - allOf:
                - $ref: '#/components/schemas/Own'
                - required: [name, trial]
                  properties:
                    name: {type: string}
                    trial: {type: object, required: [days], properties: {days: {type: integer}}}
                    box: {type: 'null', readOnly: true}
                    isTrial: {const: true, readOnly: true}
    """

  @Test(arguments: Transport.allCases)
  func `what was sent stays, and the branch that it meets completes it`(transport: Transport) async throws {
    try await Client.with(transport, [try compiled(document, named: "plans")], scenarios: []) { client in
      let trial = try await client.send("POST", "/plans", json: ["name": "On trial", "trial": ["days": 7]])
      #expect(trial.status == 201)
      #expect((trial["/name"], trial["/trial"], trial["/isTrial"]) == ("On trial", ["days": 7], true))
      let plan = try await client.send("POST", "/plans", json: ["name": "For good", "price": 3])
      #expect((plan["/name"], plan["/price"], plan["/isTrial"]) == ("For good", 3, false))
      #expect(try await client.follow(trial.headers["Location"]).json == trial.json)
      let path = "/plans/\(try #require(trial["/id"]?.string))"
      let other: JSON = ["name": "No longer", "price": 3, "box": ["size": 2]]
      let replaced = try await client.send("PUT", path, json: other)
      #expect((replaced["/name"], replaced["/box/size"], replaced["/isTrial"]) == ("No longer", 2, false))
      let again = try await client.send("PUT", path, json: other)
      #expect(again.json == replaced.json)
      #expect(client.fake.journal().flatMap(\.violations) == [])
    }
  }

  @Test(arguments: Transport.allCases)
  func `a null that no answer can hold is left out`(transport: Transport) async throws {
    try await Client.with(transport, [try compiled(document, named: "plans")], scenarios: []) { client in
      let note = try await client.send("POST", "/notes", json: ["text": nil, "by": "me"])
      #expect(note.status == 201)
      #expect(note.json?.object?.keys == ["by", "id"])
      #expect(client.fake.journal().flatMap(\.violations) == [])
    }
  }
}
