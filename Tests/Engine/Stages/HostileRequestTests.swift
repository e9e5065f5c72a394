import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler
import DoubletValidation
import Testing

/// Requests and documents that once took the process down, or long.
@Suite struct HostileRequestTests {
  @Test func `a weight of any size is a weight`() throws {
    #expect(MediaType("a/b;q=9223372036854775807")?.weight == 1000)
    #expect(MediaType("a/b;q=-9223372036854775808")?.weight == 0)
  }

  @Test func `a path of many separators is matched in one pass`() throws {
    let fake = try fake(paths: "/r/{a}.{b}.{c}.{d}.json: {get: {operationId: mixed, parameters: [\(names)], \(done)}}")
    let answer = fake.answer(Request("GET", "/r/" + String(repeating: ".", count: 20_000)))
    #expect(answer.status == 404)
    _ = fake.answer(Request("GET", "/r/1.2.3.4.5.json"))
    #expect(fake.journal().last?.operation == "mixed")
  }

  @Test func `an unknown path of any length is told at once`() throws {
    let fake = try fake(paths: "/a: {get: {operationId: a, \(done)}}")
    let answer = fake.answer(Request("GET", "/" + String(repeating: "b", count: 1 << 20)))
    #expect(answer.status == 404)
  }

  @Test func `an injected 422 finds its rule in a schema that refers to itself many times over`() throws {
    let members = (0..<30).map { "m\($0): {$ref: '#/components/schemas/Node'}" }.joined(separator: ", ")
    let fake = try fake(
      paths: """
        /rec: {post: {operationId: rec, requestBody: {content: {application/json: {schema: \
        {$ref: '#/components/schemas/Node'}}}}, \(done)}}
        """,
      schemas: "Node: {properties: {\(members), end: {minLength: 9999999999}}}"
    )
    let answer = fake.answer(Request("POST", "/rec", headers: ["Prefer": "code=422"]))
    #expect(answer.status == 422)
    #expect(fake.journal()[0].violations.map(\.code) == ["body.minLength"])
  }

  @Test func `a quota's window of many years is counted`() throws {
    let fake = try fake(
      paths: "/a: {get: {operationId: a, \(done)}}",
      extra: "x-doublet: {quotas: {w: {limit: 1, window: 36500d}}}"
    )
    #expect(fake.answer(Request("GET", "/a")).status == 204)
    #expect(fake.answer(Request("GET", "/a")).status == 429)
  }

  @Test func `a clock that no sandbox could tell is refused`() throws {
    let configuration = FakeConfiguration(clock: .fixed(try #require(Instant("1700-01-01T00:00:00Z"))))
    #expect(throws: FakeError.self) { try Fake([], configuration: configuration) }
  }

  @Test func `an injected 405 allows what the path has`() throws {
    let fake = try fake(paths: "/a: {get: {operationId: a, \(done)}}")
    let injected = fake.answer(Request("GET", "/a", headers: ["Prefer": "code=405"]))
    #expect(injected.headers["Allow"] == "GET, HEAD")
  }

  private let done = "responses: {'204': {description: Done}}"
  private let names = ["a", "b", "c", "d"]
    .map { "{name: \($0), in: path, required: true, schema: {type: string}}" }.joined(separator: ", ")

  private func fake(paths: String, schemas: String = "None: {}", extra: String = "x-origin: here") throws -> Fake {
    let spec = """
      openapi: 3.1.1
      info: {title: Hostile, version: '1'}
      \(extra)
      components: {schemas: {\(schemas)}}
      paths:
        \(paths)
      """
    let result = SpecCompiler.compile(SourceFile(path: "hostile.yaml", bytes: Array(spec.utf8)))
    #expect(result.diagnostics.filter { $0.severity == .error } == [])
    return try Fake([#require(result.contract)])
  }
}
