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
}
