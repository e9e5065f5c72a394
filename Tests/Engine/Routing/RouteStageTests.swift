import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct RouteStageTests {
  @Test func `a path without an operation is the problem unknownPath, which names the nearest`() throws {
    let fake = try Fake(shop)
    let answer = fake.send("GET", "/order/1")
    #expect(answer.status == 404)
    #expect(answer["/kind"] == "unknownPath")
    #expect(answer["/detail"]?.string?.contains("/orders/{id}") == true)
    let exchange = try #require(fake.journal().first)
    #expect(exchange.problem == .unknownPath)
    #expect(exchange.operation == nil)
    #expect(exchange.violations.map(\.code) == ["route.unknown"])
  }

  @Test func `a method that the path lacks is 405 with the methods it has, HEAD wherever GET is`() throws {
    let fake = try Fake(shop)
    let answer = fake.send("TRACE", "/orders/1")
    #expect(answer.status == 405)
    #expect(answer.headers["Allow"] == "DELETE, GET, HEAD, PATCH, PUT")
    #expect(answer["/kind"] == "methodNotAllowed")
    #expect(fake.send("DELETE", "/orders").headers["Allow"] == "GET, HEAD, POST")
    #expect(fake.journal().map(\.violations.first?.code) == ["route.method", "route.method"])
  }

  @Test func `methods keep their case`() throws {
    #expect(try Fake(shop).send("get", "/orders").status == 405)
  }

  @Test func `HEAD reaches the operation of GET and answers its status and header fields`() throws {
    let fake = try Fake(shop)
    let (get, head) = (
      fake.send("GET", "/orders", headers: Headers(shopper)), fake.send("HEAD", "/orders", headers: Headers(shopper))
    )
    #expect(head.status == 200)
    #expect(head.headers == get.headers)
    #expect(fake.journal().map(\.operation) == ["ListOrders", "ListOrders"])
  }

  @Test func `OPTIONS tells the methods of a path, and needs no credentials`() throws {
    let fake = try Fake(shop)
    let answer = fake.send("OPTIONS", "/orders/1")
    #expect(answer.status == 204)
    #expect(answer.headers["Allow"] == "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")
    #expect(answer.body.isEmpty)
    #expect(fake.send("OPTIONS", "/order").status == 404)
    let own = """
      openapi: 3.1.0
      info: {title: O, version: '1'}
      paths: {/a: {options: {responses: {'200': {description: d, content: {text/plain: {example: mine}}}}}}}
      """
    #expect(try Fake(own).send("OPTIONS", "/a").text == "mine")
  }

  @Test func `what no contract has is worded by Doublet, where several are served`() throws {
    let other = """
      openapi: 3.1.0
      info: {title: O, version: '1'}
      servers: [{url: 'https://o.test/other'}]
      x-doublet:
        problems: {default: {mediaType: text/x-own, body: {own: true}}}
      paths:
        /thing: {get: {responses: {'200': {description: d, content: {text/plain: {example: x}}}}}}
      """
    let fake = try Fake([try compiled(shop), try compiled(other, named: "other")])
    let nobody = fake.send("GET", "/nowhere")
    #expect(nobody.headers["Content-Type"] == "application/problem+json")
    #expect(nobody["/instance"] == "/nowhere")
    #expect(nobody["/violations/0/code"] == "route.unknown")
    #expect(fake.journal()[0].api == nil)
    let others = fake.send("GET", "/other/nowhere")
    #expect(others.text == #"{"own":true}"#, "the longest server path that the path begins with decides")
    #expect(fake.journal()[1].api == "other")
  }

  @Test func `values of server variables are readable in templates and quotas`() throws {
    let fake = try Fake(shop, as: ["description": "d", "quotas": ["writes": ["limit": 1]]])
    #expect(fake.send("PUT", "/v1/t1/orders/1", [:], headers: Headers(shopper)).status == 201)
    #expect(fake.send("PUT", "/v1/t1/orders/2", [:], headers: Headers(shopper)).status == 429)
    #expect(fake.send("PUT", "/v1/t2/orders/2", [:], headers: Headers(shopper)).status == 201)
    #expect(fake.send("GET", "/orders/2", headers: Headers(shopper)).status == 200, "all paths reach the same state")
  }
}
