import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler
import DoubletValidation
import Testing

/// Each style with a value that keeps the schema and one that breaks it: only a text that was taken apart rightly can be
/// judged rightly.
@Suite struct ParameterStyleTests {
  /// A parameter, a request target that is valid, and one that breaks the rule with that code.
  struct Case: CustomTestStringConvertible {
    var parameter: String
    var valid: String
    var invalid: String
    var code: String

    var testDescription: String { "\(parameter) \(valid)" }
  }

  static let numbers = "schema: {type: array, items: {type: integer, maximum: 9}, minItems: 2}"
  static let object = "schema: {type: object, properties: {r: {type: integer, maximum: 9}, g: {type: integer}}}"

  static let cases = [
    Case(
      parameter: "name: k, in: query, \(numbers)",
      valid: "/q?k=1&k=2",
      invalid: "/q?k=1&k=10",
      code: "query.maximum"
    ),
    Case(
      parameter: "name: k, in: query, explode: false, \(numbers)",
      valid: "/q?k=1,2",
      invalid: "/q?k=1%2C10",
      code: "query.maximum"
    ),
    Case(
      parameter: "name: k, in: query, style: spaceDelimited, explode: false, \(numbers)",
      valid: "/q?k=1%202",
      invalid: "/q?k=1%2010",
      code: "query.maximum"
    ),
    Case(
      parameter: "name: k, in: query, style: pipeDelimited, explode: false, \(numbers)",
      valid: "/q?k=1|2",
      invalid: "/q?k=1%7C10",
      code: "query.maximum"
    ),
    Case(
      parameter: "name: k, in: query, \(object)",
      valid: "/q?r=1&g=2",
      invalid: "/q?r=10&g=2",
      code: "query.maximum"
    ),
    Case(
      parameter: "name: k, in: query, explode: false, \(object)",
      valid: "/q?k=r,1,g,2",
      invalid: "/q?k=r,10,g,2",
      code: "query.maximum"
    ),
    Case(
      parameter: "name: k, in: query, explode: false, \(object)",
      valid: "/q?k=r,1",
      invalid: "/q?k=r,1,g",
      code: "query.style"
    ),
    Case(
      parameter: "name: k, in: query, style: deepObject, \(object)",
      valid: "/q?k[r]=1&k%5Bg%5D=2",
      invalid: "/q?k[r]=10",
      code: "query.maximum"
    ),
    Case(
      parameter: "name: k, in: query, content: {application/json: {\(object)}}",
      valid: "/q?k=%7B%22r%22:1%7D",
      invalid: "/q?k=%7B%22r%22:10%7D",
      code: "query.maximum"
    ),
    Case(
      parameter: "name: k, in: query, schema: {type: boolean}",
      valid: "/q?k=true",
      invalid: "/q?k=yes",
      code: "query.type"
    ),
    Case(
      parameter: "name: k, in: query, schema: {type: [integer, 'null']}",
      valid: "/q?k=",
      invalid: "/q?k=1.5",
      code: "query.type"
    ),
    Case(
      parameter: "name: k, in: query, schema: {type: string, maxLength: 2}",
      valid: "/q?k=10",
      invalid: "/q?k=1&k=2",
      code: "query.duplicate"
    ),
    Case(
      parameter: "name: k, in: query, \(object)",
      valid: "/q?g=1",
      invalid: "/q?r=1&r=2",
      code: "query.duplicate"
    ),
    Case(
      parameter: "name: k, in: query, schema: {type: object, properties: {l: \(numbers.dropFirst(8))}}",
      valid: "/q?l=1&l=2",
      invalid: "/q?l=1&l=10",
      code: "query.maximum"
    ),
    Case(
      parameter: "name: k, in: query, schema: {type: object, properties: {l: \(numbers.dropFirst(8))}}",
      valid: "/q?l=[1,2]",
      invalid: "/q?l=1",
      code: "query.minItems"
    ),
    Case(
      parameter: "name: k, in: query, schema: {type: string}",
      valid: "/q?k=%C3%A4",
      invalid: "/q?k=%E4",
      code: "query.malformed"
    ),
  ]

  @Test(arguments: cases)
  func `a query parameter is taken apart by its style`(example: Case) throws {
    try check(example, path: "/q")
  }

  static let pathCases = [
    Case(parameter: "\(numbers)", valid: "/p/1,2", invalid: "/p/1,10", code: "path.maximum"),
    Case(parameter: "style: label, \(numbers)", valid: "/p/.1,2", invalid: "/p/.1,10", code: "path.maximum"),
    Case(parameter: "style: label, explode: true, \(numbers)", valid: "/p/.1.2", invalid: "/p/1.2", code: "path.style"),
    Case(parameter: "style: matrix, \(numbers)", valid: "/p/;k=1,2", invalid: "/p/;k=1,10", code: "path.maximum"),
    Case(
      parameter: "style: matrix, explode: true, \(numbers)",
      valid: "/p/;k=1;k=2",
      invalid: "/p/;k=1;k=10",
      code: "path.maximum"
    ),
    Case(parameter: "\(object)", valid: "/p/r,1,g,2", invalid: "/p/r,10", code: "path.maximum"),
    Case(parameter: "explode: true, \(object)", valid: "/p/r=1,g=2", invalid: "/p/r=10,g=2", code: "path.maximum"),
    Case(
      parameter: "style: matrix, explode: true, \(object)",
      valid: "/p/;r=1;g=2",
      invalid: "/p/;r=10;g=2",
      code: "path.maximum"
    ),
    Case(parameter: "explode: true, \(object)", valid: "/p/r=1", invalid: "/p/r=1,r=2", code: "path.duplicate"),
    Case(parameter: "style: matrix, \(object)", valid: "/p/;k=r,1", invalid: "/p/;r,1", code: "path.style"),
    Case(
      parameter: "style: matrix, explode: true, schema: {type: array, items: {type: string}}",
      valid: "/p/;k=a;k=b",
      invalid: "/p/;k=a;l=b",
      code: "path.style"
    ),
    Case(
      parameter: "style: matrix, schema: {type: string}",
      valid: "/p/;k=a",
      invalid: "/p/;l=a",
      code: "path.style"
    ),
  ]

  @Test(arguments: pathCases)
  func `a path parameter is taken apart by its style`(example: Case) throws {
    var example = example
    example.parameter = "name: k, in: path, required: true, \(example.parameter)"
    try check(example, path: "/p/{k}")
  }

  @Test func `a header and a cookie are taken apart`() throws {
    let fake = try fake(
      "/h",
      "{name: X-K, in: header, \(Self.numbers)}, {name: c, in: cookie, schema: {type: integer}}"
    )
    _ = fake.answer(Request("GET", "/h", headers: ["x-k": "1, 2", "Cookie": "a=b; c=7"]))
    _ = fake.answer(Request("GET", "/h", headers: ["X-K": "1,10", "Cookie": "c=seven"]))
    #expect(fake.journal().map { $0.violations.map(\.code) } == [[], ["header.maximum", "cookie.type"]])
  }

  private func check(_ example: Case, path: String) throws {
    let fake = try fake(path, "{\(example.parameter)}")
    _ = fake.answer(Request("GET", example.valid))
    _ = fake.answer(Request("GET", example.invalid))
    #expect(fake.journal().map { $0.violations.map(\.code) } == [[], [example.code]])
  }

  private func fake(_ path: String, _ parameters: String) throws -> Fake {
    let spec = """
      openapi: 3.1.1
      info: {title: Styles, version: '1'}
      paths:
        \(path):
          get:
            operationId: get
            parameters: [\(parameters)]
            responses: {'204': {description: Done}}
      """
    let result = SpecCompiler.compile(SourceFile(path: "styles.yaml", bytes: Array(spec.utf8)))
    #expect(result.diagnostics == [])
    return try Fake([#require(result.contract)])
  }
}
