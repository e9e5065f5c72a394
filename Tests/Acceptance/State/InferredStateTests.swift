import DoubletContracts
import DoubletEngine
import DoubletJSON
import Testing

/// What a user expects of a document that says nothing of state.
@Suite struct InferredStateTests {
  @Test(arguments: Transport.allCases)
  func `what is created is listed, read, replaced, changed and deleted`(transport: Transport) async throws {
    try await Client.serving(petstore, transport) { client in
      #expect(try await client.get("/pets").json == [])
      let made = try await client.send("POST", "/pets", json: ["name": "Rex", "secret": "bone"])
      #expect(made.status == 201)
      #expect(made["/id"] == 1)
      #expect(made["/name"] == "Rex")
      #expect(made["/status"] == "available")
      #expect(made["/secret"] == nil, "what is write-only is not answered")
      #expect(made.headers["Location"] == "http://\(client.host)/pets/1")
      #expect(made["/href"] == "http://\(client.host)/pets/1")
      #expect(try await client.follow(made.headers["Location"]).json == made.json)
      #expect(try await client.get("/pets").json == .array([try #require(made.json)]))

      let replaced = try await client.send("PUT", "/pets/1", json: ["name": "Max", "tag": "big"])
      #expect(replaced.status == 200)
      #expect(replaced["/createdAt"] == made["/createdAt"])
      #expect(try await client.get("/pets/1")["/name"] == "Max")

      #expect(try await client.send("PATCH", "/pets/1", json: ["tag": nil])["/tag"] == nil)
      #expect(try await client.send("DELETE", "/pets/1").status == 204)
      for method in ["GET", "DELETE"] { #expect(try await client.send(method, "/pets/1").status == 404) }
      #expect(try await client.send("PUT", "/pets/1", json: ["name": "Max"]).status == 404)
      #expect(try await client.send("PATCH", "/pets/1", json: [:]).status == 404)
      #expect(try await client.get("/pets").json == [])
      #expect(try await client.send("POST", "/pets", json: ["name": "Rex"])["/id"] == 2, "an id is not given twice")
    }
  }

  @Test(arguments: Transport.allCases)
  func `a post that misses a required member is never a 201`(transport: Transport) async throws {
    try await Client.serving(petstore, transport) { client in
      let refused = try await client.send("POST", "/pets", json: ["tag": "x"])
      #expect(refused.status == 422)
      #expect(try await client.get("/pets").json == [])
    }
  }

  @Test(arguments: Transport.allCases)
  func `a JSON Patch is applied whole or not at all`(transport: Transport) async throws {
    try await Client.serving(petstore, transport) { client in
      _ = try await client.send("POST", "/pets", json: ["name": "Rex"])
      func patch(_ operations: JSON) async throws -> Answer {
        let headers: Headers = ["Content-Type": "application/json-patch+json"]
        return try await client.send("PATCH", "/pets/1", headers, body: Array(operations.text().utf8))
      }
      let changed = try await patch([["op": "replace", "path": "/name", "value": "Max"]])
      #expect(changed["/name"] == "Max")
      let refused = try await patch([
        ["op": "replace", "path": "/name", "value": "Ben"], ["op": "test", "path": "/name", "value": "Max"],
      ])
      #expect(refused.status == 409)
      let malformed = try await patch([
        ["op": "replace", "path": "/name", "value": "Ben"], ["op": "rename", "path": "/name"],
      ])
      #expect(malformed.status == 422)
      #expect(malformed["/violations/0/pointer"] == "/body/1")
      #expect(try await client.get("/pets/1")["/name"] == "Max")
    }
  }

  @Test(arguments: Transport.allCases)
  func `moments come from the sandbox's clock`(transport: Transport) async throws {
    try await Client.serving(petstore, transport) { client in
      let made = try await client.send("POST", "/pets", json: ["name": "Rex"])
      client.time.advance(seconds: 60)
      let changed = try await client.send("PATCH", "/pets/1", json: ["tag": "a"])
      #expect(changed["/createdAt"] == made["/createdAt"])
      #expect(changed["/updatedAt"] != made["/updatedAt"])
    }
  }

  @Test(arguments: Transport.allCases)
  func `records below a record are its own, and need it`(transport: Transport) async throws {
    try await Client.serving(petstore, transport) { client in
      #expect(try await client.get("/pets/1/toys").status == 404)
      #expect(try await client.send("POST", "/pets/1/toys", json: ["name": "ball"]).status == 404)
      for name in ["Rex", "Max"] { _ = try await client.send("POST", "/pets", json: ["name": .string(name)]) }
      let made = try await client.send("POST", "/pets/1/toys", json: ["name": "ball"])
      #expect(made.status == 201)
      #expect(made["/data/petId"] == 1)
      #expect(made["/data/name"] == "ball")
      #expect(try await client.follow(made.headers["Location"]).json == made.json)
      #expect(try await client.get("/pets/1/toys").json == ["data": [made["/data"] ?? nil], "meta": ["total": 1]])
      #expect(try await client.get("/pets/2/toys").json == ["data": [], "meta": ["total": 0]])
      let id = try #require(made["/data/id"]?.string)
      #expect(try await client.get("/pets/2/toys/\(id)").status == 404)
      _ = try await client.send("DELETE", "/pets/1")
      #expect(try await client.get("/pets/1/toys/\(id)").status == 404)
    }
  }

  @Test(arguments: Transport.allCases, ["", ".", ".."])
  func `an id that no path can name is replaced by one that can`(transport: Transport, id: String) async throws {
    let document = """
      openapi: 3.1.0
      info: {title: Tags, version: '1'}
      servers: [{url: https://tags.test}]
      paths:
        /tags:
          post:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}
            responses:
              '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}
        /tags/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get:
            responses:
              '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}
              '404': {description: none}
      components:
        schemas:
          Tag: {type: object, properties: {id: {type: string}, word: {type: string}}}
      """
    try await Client.with(transport, [try compiled(document, named: "tags")], scenarios: []) { client in
      let kept = try await client.send("POST", "/tags", json: ["id": "big", "word": "large"])
      #expect(kept["/id"] == "big")
      let made = try await client.send("POST", "/tags", json: ["id": .string(id), "word": "small"])
      #expect(made.status == 201)
      #expect(made["/word"] == "small")
      let named = try #require(made["/id"]?.string)
      #expect(named != id)
      #expect(try await client.get("/tags/\(named)").json == made.json)
    }
  }

  @Test(arguments: Transport.allCases)
  func `one record of a path starts empty where it can be made, and goes with what it belongs to`(
    transport: Transport
  ) async throws {
    try await Client.serving(petstore, transport) { client in
      _ = try await client.send("POST", "/pets", json: ["name": "Rex"])
      #expect(try await client.get("/pets/1/diet").status == 404)
      #expect(try await client.send("PUT", "/pets/1/diet", json: ["meals": 2]).status == 201)
      #expect(try await client.send("PUT", "/pets/1/diet", json: ["meals": 3]).status == 200)
      #expect(try await client.get("/pets/1/diet").json == ["meals": 3])
      #expect(try await client.send("PUT", "/pets/2/diet", json: ["meals": 3]).status == 404)
    }
  }

  @Test(arguments: Transport.allCases)
  func `records that nothing makes are there, as the example has them`(transport: Transport) async throws {
    try await Client.serving(petstore, transport) { client in
      let poodle = try await client.get("/breeds/poodle")
      #expect(poodle.json == ["breed": "poodle", "age": 13])
    }
  }

  @Test(arguments: Transport.allCases)
  func `records are listed by value, in order and page by page`(transport: Transport) async throws {
    try await Client.serving(petstore, transport) { client in
      for index in 0..<7 {
        let pet: JSON = [
          "name": .string("p\(index)"), "tag": index % 2 == 0 ? "even" : "odd", "kind": .string("k\(index % 3)"),
        ]
        _ = try await client.send("POST", "/pets", json: pet)
      }
      func names(_ query: String) async throws -> [String] {
        try await client.get("/pets\(query)").json?.array?.compactMap { $0["name"]?.string } ?? []
      }
      #expect(try await names("?tag=odd") == ["p1", "p3", "p5"])
      #expect(try await names("?kind=k0&kind=k1") == ["p0", "p1", "p3", "p4", "p6"])
      #expect(try await names("?limit=2&offset=5") == ["p5", "p6"])
      #expect(try await names("?limit=2&offset=50").isEmpty)
      #expect(try await names("?sort=-name&limit=2") == ["p6", "p5"])
      #expect(try await names("?sort=kind&tag=even") == ["p0", "p6", "p4", "p2"])

      let page = try await client.get("/pets?limit=2&offset=2&tag=even")
      #expect(page.headers["X-Total-Count"] == "4")
      let base = "http://\(client.host)/pets?limit=2"
      #expect(
        page.headers["Link"]
          == "<\(base)&offset=0&tag=even>; rel=\"first\", <\(base)&offset=0&tag=even>; rel=\"prev\", "
          + "<\(base)&offset=2&tag=even>; rel=\"last\""
      )
      let first = try await client.get("/pets?limit=4")
      #expect(first.headers["Link"]?.contains("<http://\(client.host)/pets?limit=4&offset=4>; rel=\"next\"") == true)
    }
  }

  @Test(arguments: Transport.allCases)
  func `a cursor leads on from a record whose id has a slash`(transport: Transport) async throws {
    let document = """
      openapi: 3.1.0
      info: {title: Files, version: '1'}
      paths:
        /files:
          get:
            parameters:
              - {name: limit, in: query, schema: {type: integer}}
              - {name: cursor, in: query, schema: {type: string}}
            responses:
              '200':
                description: some
                content:
                  application/json:
                    schema:
                      type: object
                      required: [files]
                      properties:
                        files: {type: array, items: &file {type: object, properties: {id: {type: string}}}}
                        nextCursor: {type: string}
          post:
            requestBody: {content: {application/json: {schema: *file}}}
            responses: {'201': {description: made, content: {application/json: {schema: *file}}}}
      """
    try await Client.serving(document, transport) { client in
      for id in ["a/b", "c/d"] { _ = try await client.send("POST", "/files", json: ["id": .string(id)]) }
      let first = try await client.get("/files?limit=1")
      #expect(first["/nextCursor"] == "a/b")
      #expect(try await client.get("/files?limit=1&cursor=a%2Fb")["/files"] == [["id": "c/d"]])
    }
  }

  @Test(arguments: [
    "limit=-3", "limit=999999999999999999999", "offset=-1", "offset=9223372036854775807",
    "page=-9223372036854775808&limit=9", "page=9223372036854775807&limit=9223372036854775807", "limit=0", "limit=1.5",
  ])
  func `no number of a page is too large or too small for a list`(query: String) throws {
    let contract = try compiled(
      """
      openapi: 3.1.0
      info: {title: Pets, version: '1'}
      paths:
        /pets:
          get:
            parameters:
              - {name: limit, in: query, schema: {type: number}}
              - {name: offset, in: query, schema: {type: number}}
              - {name: page, in: query, schema: {type: number}}
            responses:
              '200': {description: d, content: {application/json: {schema: {type: array, items: &pet {type: object}}}}}
          post:
            requestBody: {content: {application/json: {schema: *pet}}}
            responses: {'201': {description: d, content: {application/json: {schema: *pet}}}}
      """,
      named: "pets"
    )
    let fake = try Fake([contract])
    let json: Headers = ["Content-Type": "application/json"]
    for _ in 1...3 {
      #expect(fake.answer(Request("POST", "/pets", headers: json, body: Array("{}".utf8))).status == 201)
    }
    #expect(fake.answer(Request("GET", "/pets?\(query)")).status == 200)
  }

  @Test(arguments: Transport.allCases)
  func `a link keeps the server's path and the sandbox's prefix`(transport: Transport) async throws {
    try await Client.serving(petstore, transport) { client in
      let made = try await client.inSandbox("a").send("POST", "/v1/pets", json: ["name": "Rex"])
      #expect(made.headers["Location"] == "http://\(client.host)/~a/v1/pets/1")
      #expect(try await client.follow(made.headers["Location"])["/name"] == "Rex")
      #expect(try await client.get("/pets/1").status == 404, "another sandbox has its own")
    }
  }

  @Test func `the state can be read and set by the collection's name`() throws {
    let fake = try Fake([try compiled(petstore, named: "petstore")])
    let pet: JSON = ["id": 7, "name": "Rex", "createdAt": "2026-01-01T00:00:00Z", "status": "sold"]
    try fake.setRecord(pet, "7", of: "pets", "petstore")
    #expect(fake.answer(Request("GET", "/pets/7"))["/status"] == "sold")
    try fake.setRecord(["breed": "pug", "age": 1], "pug", of: "breeds", "petstore")
    #expect(fake.answer(Request("GET", "/breeds/pug"))["/age"] == 1)
    #expect(fake.answer(Request("GET", "/breeds/poodle")).status == 404, "what is listed is all there is")
    #expect(fake.answer(Request("DELETE", "/pets/7")).status == 204)
    #expect(try fake.records(of: "pets", "petstore").isEmpty)
  }
}
