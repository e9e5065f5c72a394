import DoubletEngine
import DoubletJSON
import Testing

/// State that is inferred of a document whose answers are HAL: records below `_embedded`, links below `_links`.
@Suite struct HALTests {
  @Test(arguments: Transport.allCases)
  func `a record has its link, is changed, replaced and gone`(transport: Transport) async throws {
    try await Client.serving(orders, transport) { client in
      let made = try await client.send("POST", "/orders", json: ["total": 1.5, "note": "a"])
      #expect(made.status == 201)
      #expect(made.headers["Location"] == "http://\(client.host)/orders/1")
      #expect(made["/_links/self/href"] == "http://\(client.host)/orders/1")
      #expect(try await client.follow(made["/_links/self/href"]?.string).json == made.json)
      let patch: Headers = ["Content-Type": "application/merge-patch+json"]
      let changed = try await client.send("PATCH", "/orders/1", patch, body: Array(#"{"note": "b"}"#.utf8))
      #expect(changed["/note"] == "b")
      #expect(changed["/total"] == 1.5)
      #expect(try await client.send("PUT", "/orders/1", json: ["total": 9])["/note"] == nil)
      #expect(try await client.get("/orders/1")["/total"] == 9)
      #expect(try await client.send("DELETE", "/orders/1").status == 204)
      for method in ["GET", "DELETE"] { #expect(try await client.send(method, "/orders/1").status == 404) }
    }
  }

  @Test(arguments: Transport.allCases)
  func `a page has the length of the parameter's default, and links to the next one`(transport: Transport) async throws
  {
    try await Client.serving(orders, transport) { client in
      let empty = try await client.get("/orders")
      #expect(empty["/_embedded/orders"] == [])
      #expect(empty["/page"] == ["size": 2, "totalElements": 0, "totalPages": 0, "number": 0])
      for total in 1...5 { _ = try await client.send("POST", "/orders", json: ["total": .number(JSONNumber(total))]) }
      func totals(_ answer: Answer) -> [Int] {
        answer["/_embedded/orders"]?.array?.compactMap { $0["total"]?.int } ?? []
      }
      let first = try await client.get("/orders")
      #expect(totals(first) == [1, 2])
      #expect(first["/page"] == ["size": 2, "totalElements": 5, "totalPages": 3, "number": 0])
      #expect(first["/_links/prev"] == nil)
      let second = try await client.follow(first["/_links/next/href"]?.string)
      #expect(totals(second) == [3, 4])
      #expect(second["/_links/self/href"] == "http://\(client.host)/orders?page=1")
      let third = try await client.follow(second["/_links/next/href"]?.string)
      #expect(totals(third) == [5])
      #expect(third["/_links/next"] == nil)
      #expect(totals(try await client.follow(third["/_links/prev/href"]?.string)) == [3, 4])
      #expect(totals(try await client.get("/orders?size=50")) == [1, 2, 3, 4, 5])
      #expect(try await client.get("/orders?size=51").status == 422)
    }
  }
}

private let orders = """
  openapi: 3.1.0
  info: {title: Orders, version: '1'}
  paths:
    /orders:
      get:
        operationId: ListOrders
        parameters:
          - {name: page, in: query, schema: {type: integer, minimum: 0, default: 0}}
          - {name: size, in: query, schema: {type: integer, minimum: 1, maximum: 50, default: 2}}
        responses:
          '200':
            description: a page of orders
            content:
              application/hal+json:
                schema:
                  type: object
                  required: [_embedded, _links, page]
                  properties:
                    _embedded:
                      type: object
                      required: [orders]
                      properties: {orders: {type: array, items: {$ref: '#/components/schemas/Order'}}}
                    _links:
                      type: object
                      required: [self]
                      properties:
                        self: {$ref: '#/components/schemas/Link'}
                        next: {$ref: '#/components/schemas/Link'}
                        prev: {$ref: '#/components/schemas/Link'}
                    page:
                      type: object
                      required: [size, totalElements, totalPages, number]
                      properties:
                        size: {type: integer}
                        totalElements: {type: integer}
                        totalPages: {type: integer}
                        number: {type: integer}
      post:
        operationId: MakeOrder
        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}}
        responses:
          '201': {description: made, content: {application/hal+json: {schema: {$ref: '#/components/schemas/Order'}}}}
    /orders/{orderId}:
      parameters: [{name: orderId, in: path, required: true, schema: {type: integer}}]
      get:
        operationId: ReadOrder
        responses:
          '200': {description: one, content: {application/hal+json: {schema: {$ref: '#/components/schemas/Order'}}}}
          '404': {description: none}
      put:
        operationId: PutOrder
        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}}
        responses:
          '200': {description: one, content: {application/hal+json: {schema: {$ref: '#/components/schemas/Order'}}}}
          '404': {description: none}
      patch:
        operationId: ChangeOrder
        requestBody:
          content:
            application/merge-patch+json:
              schema: {type: object, properties: {total: {type: number}, note: {type: string}}}
        responses:
          '200': {description: one, content: {application/hal+json: {schema: {$ref: '#/components/schemas/Order'}}}}
          '404': {description: none}
      delete:
        operationId: DropOrder
        responses: {'204': {description: gone}, '404': {description: none}}
  components:
    schemas:
      Link: {type: object, required: [href], properties: {href: {type: string, format: uri}}}
      NewOrder:
        type: object
        required: [total]
        properties: {total: {type: number, minimum: 0}, note: {type: string, maxLength: 20}}
      Order:
        type: object
        required: [id, total, _links]
        properties:
          id: {type: integer}
          total: {type: number, minimum: 0}
          note: {type: string, maxLength: 20}
          _links:
            type: object
            required: [self]
            properties: {self: {$ref: '#/components/schemas/Link'}}
  """
