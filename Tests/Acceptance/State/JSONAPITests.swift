import DoubletEngine
import DoubletJSON
import Testing

/// State that is inferred of a document of JSON:API: resource objects with `type`, `id` and `attributes` below `data`.
@Suite struct JSONAPITests {
  private func send(_ client: Client, _ method: String, _ path: String, _ data: JSON) async throws -> Answer {
    let body: JSON = ["data": data]
    return try await client.send(
      method,
      path,
      ["Content-Type": "application/vnd.api+json"],
      body: Array(body.text().utf8)
    )
  }

  private func make(_ client: Client, _ title: String, _ status: String = "draft") async throws -> Answer {
    let attributes: JSON = ["title": .string(title), "status": .string(status)]
    return try await send(client, "POST", "/articles", ["type": "articles", "attributes": attributes])
  }

  @Test(arguments: Transport.allCases)
  func `a resource object is made, read, changed and gone`(transport: Transport) async throws {
    try await Client.serving(articles, transport) { client in
      #expect(try await client.get("/articles")["/data"] == [])
      let made = try await make(client, "One")
      #expect(made.status == 201)
      #expect(made.headers["Content-Type"] == "application/vnd.api+json")
      let id = try #require(made["/data/id"]?.string)
      #expect(made["/data/type"] == "articles")
      #expect(made["/data/attributes"] == ["title": "One", "status": "draft"])
      #expect(made["/data/links/self"] == "http://\(client.host)/articles/\(id)")
      #expect(try await client.follow(made.headers["Location"]).json == made.json)
      let change: JSON = ["type": "articles", "id": .string(id), "attributes": ["status": "published"]]
      let changed = try await send(client, "PATCH", "/articles/\(id)", change)
      #expect(changed["/data/attributes"] == ["title": "One", "status": "published"])
      #expect(try await client.get("/articles/\(id)").json == changed.json)
      #expect(try await client.send("DELETE", "/articles/\(id)").status == 204)
      let gone = try await client.get("/articles/\(id)")
      #expect(gone.status == 404)
      #expect(gone["/errors/0/status"] == "404")
      #expect(gone["/errors/0"]?.object?.keys == ["status", "title", "detail"], "there is no source to tell")
      #expect(try await client.get("/articles")["/data"] == [])
    }
  }

  @Test(arguments: Transport.allCases)
  func `a resource object without its attributes is refused`(transport: Transport) async throws {
    try await Client.serving(articles, transport) { client in
      let refused = try await send(client, "POST", "/articles", ["type": "articles", "attributes": [:]])
      #expect(refused.status == 422)
      #expect(refused["/errors/0/source/pointer"] == "/data/attributes/title")
      #expect(try await client.get("/articles")["/meta/total"] == 0)
    }
  }

  @Test(arguments: Transport.allCases)
  func `a resource object that is another one's is a conflict`(transport: Transport) async throws {
    try await Client.serving(articles, transport) { client in
      let id = try #require(try await make(client, "One")["/data/id"]?.string)
      let change: JSON = ["type": "articles", "id": "other", "attributes": ["title": "Two"]]
      let refused = try await send(client, "PATCH", "/articles/\(id)", change)
      #expect(refused.status == 409)
      #expect(refused["/errors/0/source/pointer"] == "/data/id")
      #expect(refused["/errors/0/detail"] == .string("'data.id' must be '\(id)', as the path has it, is 'other'."))
      #expect(try await send(client, "PATCH", "/articles/none", change).status == 404)
      let second: JSON = ["type": "articles", "id": .string(id), "attributes": ["title": "Two"]]
      #expect(try await send(client, "POST", "/articles", second).status == 409)
      #expect(try await client.get("/articles/\(id)")["/data/attributes/title"] == "One")
    }
  }

  @Test(arguments: [0, 2])
  func `a resource object of another type than the collection's is a conflict`(looseRequests: Int) async throws {
    let document = articles.replacing(constantType, with: anyType, maxReplacements: looseRequests)
    try await Client.serving(document, .inProcess) { client in
      let id = try #require(try await make(client, "One")["/data/id"]?.string)
      let other: JSON = ["type": "people", "id": .string(id), "attributes": ["title": "Two"]]
      for (method, path) in [("POST", "/articles"), ("PATCH", "/articles/\(id)")] {
        let refused = try await send(client, method, path, other)
        #expect(refused.status == 409)
        #expect(refused["/errors/0/source/pointer"] == "/data/type")
        #expect(refused["/errors/0/detail"] == #"'data.type' must be "articles", is "people"."#)
      }
      #expect(try await client.get("/articles")["/meta/total"] == 1)
      #expect(try await client.get("/articles/\(id)")["/data/attributes/title"] == "One")
      let worse: JSON = ["type": "people", "attributes": ["title": ""]]
      #expect(try await send(client, "POST", "/articles", worse).status == 422, "other mistakes are told first")
    }
  }

  @Test func `a resource object has the type of the record that it changes`() async throws {
    try await Client.serving(articles.replacing(constantType, with: anyType), .inProcess) { client in
      let id = try #require(try await make(client, "One")["/data/id"]?.string)
      let other: JSON = ["type": "people", "id": .string(id), "attributes": ["title": "Two"]]
      let refused = try await send(client, "PATCH", "/articles/\(id)", other)
      #expect(refused.status == 409)
      #expect(
        refused["/errors/0/detail"] == "'data.type' must be 'articles', as the record has it, is 'people'."
      )
    }
  }

  @Test(arguments: Transport.allCases)
  func `resource objects are listed by attribute, in order and page by page`(transport: Transport) async throws {
    try await Client.serving(articles, transport) { client in
      for (title, status) in [("b", "draft"), ("c", "published"), ("a", "draft")] {
        _ = try await make(client, title, status)
      }
      func titles(_ query: String) async throws -> [String] {
        titles(of: try await client.get("/articles\(query)"))
      }
      func titles(of answer: Answer) -> [String] {
        answer["/data"]?.array?.compactMap { $0.value(at: JSONPointer(tokens: ["attributes", "title"]))?.string } ?? []
      }
      #expect(try await titles("?filter%5Bstatus%5D=draft") == ["b", "a"])
      #expect(try await titles("?sort=title&page%5Bsize%5D=9") == ["a", "b", "c"])
      #expect(try await titles("?sort=-title&page%5Bsize%5D=9") == ["c", "b", "a"])
      let first = try await client.get("/articles")
      #expect(titles(of: first) == ["b", "c"])
      #expect(first["/meta/total"] == 3)
      let second = try await client.follow(first["/links/next"]?.string)
      #expect(titles(of: second) == ["a"])
      #expect(second["/links/next"] == nil || second["/links/next"] == .null)
    }
  }
}

private let constantType = "type: {const: articles}"
private let anyType = "type: {type: string}"

private let articles = """
  openapi: 3.1.0
  info: {title: Articles, version: '1'}
  paths:
    /articles:
      get:
        operationId: ListArticles
        parameters:
          - {name: 'page[number]', in: query, schema: {type: integer, minimum: 1}}
          - {name: 'page[size]', in: query, schema: {type: integer, minimum: 1, maximum: 100, default: 2}}
          - {name: 'filter[status]', in: query, schema: {type: string}}
          - {name: sort, in: query, schema: {type: string}}
        responses:
          '200':
            description: a page
            content:
              application/vnd.api+json:
                schema:
                  type: object
                  required: [data]
                  properties:
                    data: {type: array, items: {$ref: '#/components/schemas/Article'}}
                    links: {type: object, properties: {self: {type: string}, next: {type: [string, 'null']}, prev: {type: [string, 'null']}}}
                    meta: {type: object, properties: {total: {type: integer}}}
      post:
        operationId: MakeArticle
        requestBody:
          required: true
          content:
            application/vnd.api+json:
              schema:
                type: object
                required: [data]
                properties:
                  data:
                    type: object
                    required: [type, attributes]
                    properties:
                      type: {const: articles}
                      id: {type: string}
                      attributes: {$ref: '#/components/schemas/ArticleAttributes'}
        responses:
          '201': {$ref: '#/components/responses/Article'}
          '409': {$ref: '#/components/responses/Errors'}
          '422': {$ref: '#/components/responses/Errors'}
    /articles/{id}:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      get:
        operationId: ReadArticle
        responses: {'200': {$ref: '#/components/responses/Article'}, '404': {$ref: '#/components/responses/Errors'}}
      patch:
        operationId: ChangeArticle
        requestBody:
          required: true
          content:
            application/vnd.api+json:
              schema:
                type: object
                required: [data]
                properties:
                  data:
                    type: object
                    required: [type, id]
                    properties:
                      type: {const: articles}
                      id: {type: string}
                      attributes:
                        type: object
                        properties: {title: {type: string, minLength: 1}, status: {enum: [draft, published]}}
        responses:
          '200': {$ref: '#/components/responses/Article'}
          '404': &errors {$ref: '#/components/responses/Errors'}
          '409': *errors
      delete:
        operationId: DropArticle
        responses: {'204': {description: gone}, '404': {$ref: '#/components/responses/Errors'}}
  components:
    responses:
      Article:
        description: one
        content:
          application/vnd.api+json:
            schema:
              type: object
              required: [data]
              properties: {data: {$ref: '#/components/schemas/Article'}}
      Errors:
        description: wrong
        content:
          application/vnd.api+json:
            schema:
              type: object
              required: [errors]
              properties:
                errors:
                  type: array
                  items:
                    type: object
                    properties:
                      status: {type: string}
                      title: {type: string}
                      detail: {type: string}
                      source: {type: object, properties: {pointer: {type: string}}}
    schemas:
      ArticleAttributes:
        type: object
        required: [title]
        properties:
          title: {type: string, minLength: 1}
          status: {enum: [draft, published]}
      Article:
        type: object
        required: [type, id, attributes]
        properties:
          type: {const: articles}
          id: {type: string}
          attributes: {$ref: '#/components/schemas/ArticleAttributes'}
          links: {type: object, properties: {self: {type: string, format: uri}}}
  """
