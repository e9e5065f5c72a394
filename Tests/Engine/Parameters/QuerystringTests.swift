import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct QuerystringTests {
  private func fake(_ content: String) throws -> Fake {
    try Fake(
      """
      openapi: 3.2.0
      info: {title: T, version: '1'}
      paths:
        /a:
          get:
            parameters: [{name: all, in: querystring, required: true, content: \(content)}]
            responses: {'200': {description: fine, content: {application/json: {example: 1}}}, '422': {description: no}}
      """
    )
  }

  @Test func `a whole query can be a form`() throws {
    let schema = "{type: object, required: [n], properties: {n: {type: integer}}}"
    let fake = try fake("{application/x-www-form-urlencoded: {schema: \(schema)}}")
    #expect(fake.send("GET", "/a?n=1&m=x").status == 200)
    #expect(fake.send("GET", "/a?n=x").status == 422)
    #expect(fake.send("GET", "/a").status == 422)
    #expect(fake.journal().map { $0.violations.map(\.code) } == [[], ["querystring.type"], ["querystring.required"]])
  }

  @Test func `a whole query can be JSON`() throws {
    let fake = try fake("{application/json: {schema: {type: array, maxItems: 1}}}")
    #expect(fake.send("GET", "/a?%5B1%5D").status == 200)
    #expect(fake.send("GET", "/a?%5B1,2%5D").status == 422)
  }

  @Test(arguments: [
    ("n=1&t=1&t=2&o%5Ba%5D=3", ""), ("", "/querystring/all querystring.required"),
    ("t=x", "/querystring/all/t/0 querystring.type"), ("n=1&n=2", "/querystring/all/n querystring.duplicate"),
    ("o%5Ba%5D=x", "/querystring/all/o/a querystring.type"), ("n=%FF", "/querystring/all querystring.malformed"),
  ])
  func `a whole query is read as a form is, with arrays and encodings`(query: String, violation: String) throws {
    let fields =
      "n: {type: integer}, t: {type: array, items: {type: integer}}, o: {type: object, properties: {a: {type: integer}}}"
    let schema = "{type: object, properties: {\(fields)}}"
    let encoding = "{o: {style: deepObject}}"
    let fake = try fake("{application/x-www-form-urlencoded: {schema: \(schema), encoding: \(encoding)}}")
    #expect(fake.send("GET", "/a?\(query)").status == (violation.isEmpty ? 200 : 422))
    #expect(
      fake.journal()[0].violations.map { "\($0.pointer) \($0.code)" } == (violation.isEmpty ? [] : [violation])
    )
  }

  @Test func `a document that is neither JSON nor text is a row`() throws {
    let contract = try compiled(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          get:
            parameters: [{name: q, in: query, content: {application/xml: {schema: {type: object}}}}]
            responses: {'204': {description: fine}}
      """
    )
    #expect(contract.unenforced.map { "\($0.location) \($0.field) \($0.rule)" } == ["query q content"])
    #expect(try Fake([contract]).send("GET", "/a?q=1").status == 204)
  }
}
