import DoubletContracts
import Testing

@testable import DoubletEngine

@Suite struct RouterTests {
  /// A router over GET operations on these paths, each called after its path.
  private func router(_ paths: [String], servers: [String] = []) throws -> Router {
    try Router([try compiled(document(paths, servers: servers))])
  }

  private func document(_ paths: [String], servers: [String] = [], method: String = "get") -> String {
    let servers = servers.isEmpty ? "" : "servers: [\(servers.map { "{url: '\($0)'}" }.joined(separator: ", "))]\n"
    return "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n\(servers)paths:\n"
      + paths.map { path in
        let names = PathSegment.segments(of: path).flatMap(\.names)
        let parameters = names.map { "{name: \($0), in: path, required: true, schema: {type: string}}" }
        return """
            '\(path)':
              \(method):
                operationId: '\(path)'
                parameters: [\(parameters.joined(separator: ", "))]
                responses: {'200': {description: fine, content: {text/plain: {example: x}}}}

          """
      }.joined()
  }

  /// The path whose operation a request reaches, with the values that it captures.
  private func reached(_ path: String, among paths: [String]) throws -> String? {
    guard let match = try router(paths).match(path), let route = match["GET"] else { return nil }
    let pairs = zip(match.names(of: route), match.values).map { "\($0)=\($1)" }
    return ([paths[Int(route.operation)]] + pairs).joined(separator: " ")
  }

  @Test(arguments: [
    ("/a/b", "/a/b"), ("/a/c", "/a/{x} x=c"), ("/a/c.json", "/a/{n}.json n=c"), ("/a/.json", "/a/{x} x=.json"),
    ("/a/c/d", "/a/{x}/d x=c"), ("/a/b/d", "/a/b/{y} y=d"), ("/a/b/d/e", "/a/{x}/d/e x=b"), ("/a/b/e", "/a/b/{y} y=e"),
    ("/a/1-2", "/a/{l}-{r} l=1 r=2"), ("/a/1-2-3", "/a/{l}-{r} l=1 r=2-3"),
  ])
  func `a literal beats a mixed segment and that a capture, from left to right and with a way back`(
    path: String,
    reached: String
  ) throws {
    let paths = ["/a/{x}", "/a/b", "/a/{n}.json", "/a/{l}-{r}", "/a/{x}/d", "/a/b/{y}", "/a/{x}/d/e"]
    #expect(try self.reached(path, among: paths) == reached)
  }

  @Test(arguments: ["/a/", "/a//b", "//a/b", "/a/b/", "/A/b", "/a/b/c", "/", "a/b", "/a/%", "/a/%zz", "/a/%ff"])
  func `a path that is only nearly one of the document leads nowhere`(path: String) throws {
    #expect(try reached(path, among: ["/a/{x}", "/a/b"]) == nil)
  }

  @Test(arguments: [
    ("/a%2Fb", "/{x} x=a/b"), ("/%61/b", "/a/b"), ("/a%20b", "/{x} x=a b"), ("/%C3%BC", "/{x} x=ü"),
    ("/a+b", "/{x} x=a+b"),
  ])
  func `segments are compared and captured decoded, and an escaped slash parts none`(
    path: String,
    reached: String
  ) throws {
    #expect(try self.reached(path, among: ["/{x}", "/a/b"]) == reached)
  }

  @Test func `an operation with servers of its own answers under these, not under the document's`() throws {
    let document = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      servers: [{url: /v1}]
      paths:
        /a:
          get: {responses: {}}
          put: {servers: [{url: /v2}], responses: {}}
      """
    let router = try Router([try compiled(document)])
    #expect(router.match("/v1/a")?.methods.sorted() == ["GET"])
    #expect(router.match("/v2/a")?.methods.sorted() == ["PUT"])
    #expect(router.match("/a")?.methods.sorted() == ["GET", "PUT"])
  }

  @Test func `an operation answers under each server path and bare`() throws {
    let router = try router(["/a/{x}"], servers: ["https://h.test/v1", "https://h.test/v2/{tenant}", "https://i.test"])
    for path in ["/a/1", "/v1/a/1", "/v2/acme/a/1"] {
      let match = try #require(router.match(path), "\(path)")
      #expect(match.values.last == "1")
      #expect(match["GET"].map { Int($0.serverSegments) } == path.split(separator: "/").count - 2)
    }
    #expect(router.match("/v2/a/1") == nil)
    #expect(router.match("/v2//a/1") == nil, "a server variable is not empty")
  }

  @Test func `two operations that answer the same requests are refused, both named with their place`() throws {
    let first = try compiled(document(["/a/{x}"]), named: "first")
    let second = try compiled(document(["/a/{other}"]), named: "second")
    let error = try #require(throws: FakeError.self) { try Fake([first, second]) }
    #expect(error.description.contains("'/a/{other}' and '/a/{x}'"))
    #expect(error.description.contains("first.yaml:5"))
    #expect(error.description.contains("second.yaml:5"))
    #expect(error.description.contains("GET /a/{other}"))
  }

  @Test func `two documents may share a path where their methods differ`() throws {
    let first = try compiled(document(["/a"]), named: "first")
    let second = try compiled(document(["/a"], method: "delete"), named: "second")
    let router = try Router([first, second])
    #expect(router.match("/a")?.methods.sorted() == ["DELETE", "GET"])
  }

  @Test func `two specs of one name are refused`() throws {
    let error = try #require(throws: FakeError.self) {
      try Fake([try compiled(document(["/a"])), try compiled(document(["/b"]))])
    }
    #expect(error.description == "Two specs are called 'api'; give one of them another x-doublet.name.")
  }
}
