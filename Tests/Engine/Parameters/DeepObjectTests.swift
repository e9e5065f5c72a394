import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct DeepObjectTests {
  /// The violations of a request whose parameter `f` must be `value`.
  private func codes(_ query: String, _ schema: String, _ value: JSON) throws -> [String] {
    let fake = try Fake(
      """
      openapi: 3.1.0
      info: {title: Deep, version: '1'}
      paths:
        /p:
          get:
            operationId: get
            parameters:
              - {name: f, in: query, style: deepObject, explode: true, schema: {allOf: [\(schema)], const: \(value.text())}}
            responses: {'204': {description: Done}}
      """
    )
    _ = fake.answer(Request("GET", "/p?\(query)"))
    let exchange = try #require(fake.journal().first)
    #expect(exchange.warnings.isEmpty)
    return exchange.violations.map(\.code)
  }

  static let nested = """
    {type: object, properties: {a: {type: object, additionalProperties: {type: integer}}, \
    l: {type: array, items: {type: integer}}, o: {type: array, items: {type: object, properties: {n: {type: integer}, \
    b: {type: boolean}}}}, s: {type: string}}}
    """

  static let cases: [(query: String, value: JSON)] = [
    ("f[s]=1", ["s": "1"]), ("f[a][x]=1&f[a][y]=2", ["a": ["x": 1, "y": 2]]),
    ("f[l][]=1&f[l][]=2", ["l": [1, 2]]), ("f[l]=1&f[l]=2", ["l": [1, 2]]), ("f[l]=1", ["l": [1]]),
    ("f[l][0]=1&f[l][1]=2", ["l": [1, 2]]),
    ("f[o][0][n]=1&f[o][0][b]=true&f[o][1][n]=2", ["o": [["n": 1, "b": true], ["n": 2]]]),
    ("f%5Bs%5D=a%5Bb%5D", ["s": "a[b]"]),
  ]

  @Test(arguments: cases)
  func `members are put together at any depth`(query: String, value: JSON) throws {
    #expect(try codes(query, Self.nested, value) == [])
  }

  @Test func `an array may be written by its brackets alone`() throws {
    #expect(try codes("f[]=1&f[]=2", "{type: array, items: {type: integer}}", [1, 2]) == [])
    #expect(try codes("f[1]=a&f[0]=b", "{type: array, items: {type: string}}", ["a", "b"]) == [])
  }

  @Test func `a name with a text and members is told`() throws {
    #expect(try codes("f[a]=1&f[a][x]=1", Self.nested, [:]) == ["query.style"])
    #expect(try codes("f[s]=1&f[s]=2", Self.nested, [:]) == ["query.style"])
  }

  @Test func `a name of many brackets is no member`() throws {
    let fake = try Fake(
      """
      openapi: 3.1.0
      info: {title: Deep, version: '1'}
      paths:
        /p: {get: {operationId: get, parameters: [{name: f, in: query, style: deepObject, schema: {type: object}}], \
      responses: {'204': {description: Done}}}}
      """
    )
    _ = fake.answer(Request("GET", "/p?f" + String(repeating: "[a]", count: 50_000) + "=1"))
    #expect(fake.journal()[0].warnings.map(\.code) == ["query.unknown"])
  }
}
