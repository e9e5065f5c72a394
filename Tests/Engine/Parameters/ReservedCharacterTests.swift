import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct ReservedCharacterTests {
  private static let array = "{type: array, items: {type: string}}"
  private static let object = "{type: object, properties: {R: {type: string}}}"

  private func exchange(_ parameter: String, _ query: String, isStrict: Bool) throws -> Exchange {
    var configuration = FakeConfiguration()
    configuration.isStrict = isStrict
    let fake = try Fake(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          get:
            parameters: [{name: q, in: query, \(parameter)}]
            responses: {'204': {description: fine}, '422': {description: no}}
      """,
      configuration: configuration
    )
    fake.send("GET", "/a?\(query)")
    return try #require(fake.journal().first)
  }

  @Test(arguments: [
    ("schema: {type: string}", "q=a:b", ":", "%3A"), ("schema: {type: string}", "q=a=b", "=", "%3D"),
    ("schema: \(array)", "q=a,b", ",", "%2C"), ("explode: false, schema: \(array)", "q=a,b/c", "/", "%2F"),
    ("style: deepObject, schema: \(object)", "q[R]=(x)", "(", "%28"), ("schema: \(object)", "R=x'", "'", "%27"),
    ("content: {application/json: {}}", "q=[]", "[", "%5B"),
  ])
  func `a reserved character that stands as it is is a warning, and strictly a violation`(
    parameter: String,
    query: String,
    character: String,
    escaped: String
  ) throws {
    let message =
      "/query/q: has '\(character)' as it stands, must have \(escaped): 'allowReserved' is not set (query.reserved)"
    let lenient = try exchange(parameter, query, isStrict: false)
    #expect(lenient.answer.status == 204)
    #expect(lenient.warnings.map(\.description) == [message])
    let strict = try exchange(parameter, query, isStrict: true)
    #expect(strict.answer.status == 422)
    #expect(strict.violations.map(\.description) == [message])
  }

  @Test(arguments: [
    ("schema: {type: string}", "q=a%3Ab+c&other"), ("schema: {type: string}", ""),
    ("explode: false, schema: \(array)", "q=a,b"),
    ("style: pipeDelimited, explode: false, schema: \(array)", "q=a|b"),
    // With 'allowReserved' the value is taken as it stands.
    ("allowReserved: true, schema: {const: 'http://h/?a=b'}", "q=http://h/?a=b"),
  ])
  func `what is escaped, parts elements or is allowed is right`(parameter: String, query: String) throws {
    let exchange = try exchange(parameter, query, isStrict: false)
    #expect(exchange.answer.status == 204)
    #expect(exchange.warnings.filter { $0.code == "query.reserved" } == [])
  }

  @Test(arguments: [
    ("q=a:b", "{}", ":", "%3A"), ("q=a%3Ab&q=(c)", "{q: {explode: true}}", "(", "%28"),
    ("q=a,b", "{q: {contentType: text/plain}}", ",", "%2C"),
  ])
  func `the same holds in the fields of a form`(
    form: String,
    encoding: String,
    character: String,
    escaped: String
  ) throws {
    let message =
      "/body/q: has '\(character)' as it stands, must have \(escaped): 'allowReserved' is not set (body.reserved)"
    let lenient = try posted(form, encoding, isStrict: false)
    #expect(lenient.answer.status == 204)
    #expect(lenient.warnings.map(\.description) == [message])
    #expect(try posted(form, encoding, isStrict: true).violations.map(\.description) == [message])
  }

  @Test(arguments: [
    ("q=a%3Ab+c*", "{}"), ("q=a,b", "{q: {explode: false}}"), ("q=a:b", "{q: {allowReserved: true}}"),
    ("other=a:b", "{}"),
  ])
  func `what a form may have as it stands is right`(form: String, encoding: String) throws {
    #expect(try posted(form, encoding, isStrict: true).violations.map(\.description) == [])
  }

  private func posted(_ form: String, _ encoding: String, isStrict: Bool) throws -> Exchange {
    var configuration = FakeConfiguration()
    configuration.isStrict = isStrict
    let fake = try Fake(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          post:
            requestBody:
              content:
                application/x-www-form-urlencoded:
                  schema: {type: object, properties: {q: \(Self.array)}}
                  encoding: \(encoding)
            responses: {'204': {description: fine}, '422': {description: no}}
      """,
      configuration: configuration
    )
    _ = fake.answer(
      Request("POST", "/a", headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Array(form.utf8))
    )
    return try #require(fake.journal().first)
  }
}
