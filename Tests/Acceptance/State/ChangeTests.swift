import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// A change of a record that was inferred, by a schema that says less than the record's.
@Suite struct ChangeTests {
  private func made(_ client: Client, _ path: String = "/users") async throws -> String {
    let user: JSON = ["name": "Ada", "home": ["city": "Paris"], "tags": ["a"]]
    let made = try await client.send("POST", path, json: user)
    return "\(path)/\(try #require(made["/id"]?.string))"
  }

  private func patch(_ client: Client, _ path: String, _ operations: JSON) async throws -> Answer {
    let headers: Headers = ["Content-Type": "application/json-patch+json"]
    return try await client.send("PATCH", path, headers, body: Array(operations.text().utf8))
  }

  @Test(arguments: Transport.allCases)
  func `a change that leaves the record invalid is refused where it says so`(transport: Transport) async throws {
    try await Client.serving(users, transport) { client in
      let path = try await made(client)
      let before = try await client.get(path).json
      let wrong: [(JSON, String, String)] = [
        (["name": 1], "/body/name", "body.type"), (["name": nil], "/body/name", "body.required"),
        (["home": ["city": ""]], "/body/home/city", "body.minLength"),
        (["work": ["street": "x"]], "/body/work/city", "body.required"),
      ]
      for (change, pointer, code) in wrong {
        let refused = try await client.send("PATCH", path, json: change)
        #expect(refused.status == 422)
        #expect(refused["/violations/0/pointer"] == .string(pointer))
        #expect(refused["/violations/0/code"] == .string(code))
      }
      #expect(try await client.get(path).json == before)
      #expect(try await client.send("PATCH", path, json: ["home": ["street": "x"]]).status == 200)
      #expect(try await client.get(path)["/home"] == ["city": "Paris", "street": "x"])
    }
  }

  @Test(arguments: Transport.allCases)
  func `an operation of a JSON Patch that leaves the record invalid is named`(transport: Transport) async throws {
    try await Client.serving(users, transport) { client in
      let path = try await made(client)
      let test: JSON = ["op": "test", "path": "/name", "value": "Ada"]
      let wrong: [(JSON, String)] = [
        ([test, ["op": "replace", "path": "/name", "value": 1]], "/body/1/value"),
        ([["op": "remove", "path": "/name"]], "/body/0"),
        ([["op": "add", "path": "/tags/-", "value": 5]], "/body/0/value"),
        (
          [["op": "add", "path": "/tags/0", "value": 5], ["op": "add", "path": "/tags/0", "value": "x"]],
          "/body/0/value"
        ),
        ([["op": "add", "path": "/tags/1", "value": 5], ["op": "remove", "path": "/tags/0"]], "/body/0/value"),
        (
          [["op": "add", "path": "/tags/-", "value": 5], ["op": "add", "path": "/tags/-", "value": "x"]],
          "/body/0/value"
        ),
        (
          [
            ["op": "add", "path": "/tags/-", "value": "x"], ["op": "add", "path": "/tags/-", "value": 5],
            ["op": "move", "from": "/tags/0", "path": "/tags/-"],
          ], "/body/1/value"
        ),
        (
          [test, ["op": "add", "path": "/name", "value": 1], ["op": "test", "path": "/name", "value": 1]],
          "/body/1/value"
        ),
        ([["op": "replace", "path": "/home", "value": ["city": ""]]], "/body/0/value/city"),
        ([["op": "move", "from": "/name", "path": "/home/street"]], "/body/0"),
        (["b", "c", "d"].map { ["op": "add", "path": "/tags/-", "value": .string($0)] }.json, "/body/2"),
      ]
      for (operations, pointer) in wrong {
        let refused = try await patch(client, path, operations)
        #expect(refused.status == 422)
        #expect(refused["/violations/0/pointer"] == .string(pointer))
      }
      #expect(try await client.get(path)["/tags"] == ["a"])
    }
  }

  @Test(arguments: Transport.allCases)
  func `what the operation has no answer for is made to fit, with a warning`(transport: Transport) async throws {
    try await Client.serving(users, transport) { client in
      let changed = try await client.send("PATCH", try await made(client, "/guests"), json: ["name": 1, "note": "n"])
      #expect(changed.status == 200)
      #expect(changed["/name"]?.string != nil)
      #expect(changed["/note"] == "n")
      #expect(
        client.fake.journal().last?.warnings.map(\.description) == [
          "/body/name: must be a string, is the number 1; it was made to fit, since the operation declares no answer "
            + "for it (body.type)"
        ]
      )
    }
    let strict = FakeConfiguration(isStrict: true)
    try await Client.with(transport, [try compiled(users)], scenarios: [], configuration: strict) { client in
      let path = try await made(client, "/guests")
      #expect(try await client.send("PATCH", path, json: ["name": 1]).status == 422)
    }
  }

  @Test(arguments: Transport.allCases)
  func `the status of what is invalid is the one that is set`(transport: Transport) async throws {
    let configuration = FakeConfiguration(invalidStatus: 400)
    try await Client.with(transport, [try compiled(users)], scenarios: [], configuration: configuration) { client in
      let path = try await made(client)
      #expect(try await client.send("PATCH", path, json: ["name": 1]).status == 400)
    }
  }
}

extension [JSON] {
  fileprivate var json: JSON { .array(self) }
}

private let users = """
  openapi: 3.1.0
  info: {title: Users, version: '1'}
  paths:
    /users:
      post: &make
        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
        responses: {'201': &user {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}
    /users/{id}:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      get: {responses: {'200': *user, '404': {description: d}}}
      patch:
        requestBody: &change
          required: true
          content: {application/json: {schema: {type: object}}, application/json-patch+json: {schema: {type: array}}}
        responses: {'200': *user, '404': {description: d}, '422': {description: d}}
    /guests:
      post: *make
    /guests/{id}:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      get: {responses: {'200': *user, '404': {description: d}}}
      patch: {requestBody: *change, responses: {'200': *user, '404': {description: d}}}
  components:
    schemas:
      Place:
        type: object
        required: [city]
        properties: {city: {type: string, minLength: 1}, street: {type: string}}
      User:
        type: object
        required: [id, name]
        properties:
          id: {type: string, readOnly: true}
          name: {type: string}
          note: {type: string}
          tags: {type: array, maxItems: 3, items: {type: string}}
          home: {$ref: '#/components/schemas/Place'}
          work: {$ref: '#/components/schemas/Place'}
  """
