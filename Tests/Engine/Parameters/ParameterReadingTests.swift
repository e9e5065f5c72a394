import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// What the table of styles does not say.
@Suite struct ParameterReadingTests {
  private func exchange(
    _ target: String,
    _ parameters: String,
    path: String = "/p",
    headers: Headers = [:],
    isStrict: Bool = false
  ) throws -> Exchange {
    let fake = try Fake(
      """
      openapi: 3.2.0
      info: {title: Reading, version: '1'}
      paths:
        \(path):
          get:
            operationId: get
            deprecated: \(target.contains("old"))
            parameters: [\(parameters)]
            security: [{Key: []}, {}]
            responses: {'204': {description: Done}}
      components: {securitySchemes: {Key: {type: apiKey, in: query, name: api_key}}}
      """,
      configuration: FakeConfiguration(isStrict: isStrict)
    )
    _ = fake.answer(Request("GET", target, headers: headers))
    return try #require(fake.journal().first)
  }

  @Test func `a query parameter that the operation does not have is a warning, and a violation where it is strict`()
    throws
  {
    let parameters = "{name: colour, in: query, schema: {type: string}}"
    let lenient = try exchange("/p?color=1&color=2&x=3&api_key=k", parameters)
    #expect(lenient.answer.status == 204)
    #expect(lenient.violations.isEmpty)
    #expect(
      lenient.warnings.map(\.description) == [
        "/query/color: is no parameter of this operation (did you mean 'colour'?) (query.unknown)",
        "/query/x: is no parameter of this operation; there are colour (query.unknown)",
      ]
    )
    let strict = try exchange("/p?color=1", parameters, isStrict: true)
    #expect(strict.problem == .invalid)
    #expect(strict.violations.map(\.code) == ["query.unknown"])
    #expect(strict.warnings.isEmpty)
  }

  @Test func `the use of what is deprecated is a warning`() throws {
    let parameters =
      "{name: old, in: query, deprecated: true, schema: {type: string}}, {name: new, in: query, schema: {}}"
    #expect(try exchange("/p?new=1", parameters).warnings.isEmpty)
    let exchange = try exchange("/p?old=1", parameters)
    #expect(exchange.warnings.map(\.code) == ["route.deprecated", "query.deprecated"])
    #expect(exchange.warnings.map(\.message) == ["is deprecated", "is deprecated"])
    #expect(exchange.answer.status == 204)
  }

  @Test func `an exploded object with additional members takes what no other parameter claims`() throws {
    let parameters = """
      {name: rest, in: query, schema: {type: object, properties: {a: {type: integer}}, additionalProperties: \
      {type: integer, maximum: 9}}}, {name: b, in: query, schema: {type: string}}
      """
    #expect(try exchange("/p?a=1&b=no&c=3&api_key=k", parameters).violations.isEmpty)
    #expect(
      try exchange("/p?c=10", parameters).violations.map(\.description) == [
        "/query/rest/c: must be at most 9, is 10 (query.maximum)"
      ]
    )
    #expect(try exchange("/p?c=10", parameters, isStrict: true).warnings.isEmpty)
  }

  @Test(arguments: [
    ("type: string, minLength: 1", "allowEmptyValue: true", []),
    ("type: string, minLength: 1", "allowEmptyValue: false", ["query.minLength"]),
    ("type: integer", "allowEmptyValue: true", []), ("type: integer", "deprecated: false", ["query.type"]),
    ("type: [integer, 'null']", "deprecated: false", []),
    ("type: [string, 'null'], minLength: 1", "deprecated: false", []),
  ])
  func `an empty value is what the schema says, unless it is allowed`(
    schema: String,
    allowance: String,
    codes: [String]
  ) throws {
    let exchange = try exchange("/p?k=", "{name: k, in: query, \(allowance), schema: {\(schema)}}")
    #expect(exchange.violations.map(\.code) == codes)
  }

  @Test(arguments: [
    ("type: [string, integer], enum: [1, a]", "1", true), ("type: [string, integer], enum: [1, a]", "a", true),
    ("type: [string, integer], enum: [1, a]", "2", false),
    ("anyOf: [{type: string, pattern: '^[0-9]{3}$'}, {type: integer, maximum: 9}]", "123", true),
    ("anyOf: [{type: string, pattern: '^[0-9]{3}$'}, {type: integer, maximum: 9}]", "9", true),
    ("anyOf: [{type: string, pattern: '^[0-9]{3}$'}, {type: integer, maximum: 9}]", "10", false),
    ("maximum: 9", "10", false), ("maxLength: 2", "100", false), ("maximum: 9", "x", true), ("{}", "x", true),
  ])
  func `a text that could be several values is the one that keeps the rules`(
    schema: String,
    text: String,
    isValid: Bool
  ) throws {
    let schema = schema == "{}" ? "" : schema
    #expect(try exchange("/p?k=\(text)", "{name: k, in: query, schema: {\(schema)}}").violations.isEmpty == isValid)
  }

  @Test func `an escaped delimiter in a path parts nothing`() throws {
    let parameter =
      "{name: k, in: path, required: true, schema: {type: array, items: {type: string}, const: ['a,b', c]}}"
    #expect(try exchange("/r/x-a%2Cb,c.json", parameter, path: "/r/x-{k}.json").violations.isEmpty)
    #expect(try exchange("/p/a%2Cb,c", parameter, path: "/p/{k}").violations.isEmpty)
    #expect(try exchange("/p/a,b,c", parameter, path: "/p/{k}").violations.map(\.code) == ["path.const"])
  }

  @Test func `parts of a segment are parameters of their own`() throws {
    let parameters = ["a", "b"].map { "{name: \($0), in: path, required: true, schema: {type: integer}}" }
    #expect(try exchange("/1.2", parameters.joined(separator: ","), path: "/{a}.{b}").violations.isEmpty)
    #expect(
      try exchange("/report-1x.json", parameters[0], path: "/report-{a}.json").violations.map(\.code) == ["path.type"]
    )
  }

  @Test func `several header fields are one list, and an element may hold blanks`() throws {
    let parameter = "{name: X-L, in: header, schema: {type: array, items: {type: string}, const: ['a b', c, d]}}"
    let headers = ["X-L": "a b ,c", "x-l": " d"] as Headers
    #expect(try exchange("/p", parameter, headers: headers).violations.isEmpty)
  }

  @Test func `a document in a parameter is judged, and a key twice in it is told`() throws {
    let parameter =
      "{name: k, in: query, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}"
    #expect(try exchange("/p?k={%22a%22:1}", parameter).violations.isEmpty)
    #expect(try exchange("/p?k={%22a%22:%22x%22}", parameter).violations.map(\.code) == ["query.type"])
    #expect(try exchange("/p?k={%22a%22:1,%22a%22:1}", parameter).violations.map(\.code) == ["query.duplicateKey"])
    #expect(try exchange("/p?k={", parameter).violations.map(\.code) == ["query.malformed"])
  }
}
