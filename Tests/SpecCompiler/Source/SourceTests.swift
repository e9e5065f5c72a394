import DoubletContracts
import DoubletJSON
import DoubletSpecCompiler
import Testing

@Suite("Reading documents")
struct SourceTests {
  @Test func `every second key of a name is an error where it stands, and the rest is read on`() {
    let messages = compile(
      """
      openapi: 3.1.0
      info: {title: T, title: U, version: '1'}
      paths:
        /a:
          get: {responses: {'200': {description: fine}}}
          'get': {responses: {'200': {description: fine}}}
      components:
        schemas:
          S: {type: intger}
      """
    ).messages
    #expect(
      messages == [
        "api.yaml:2:18: error: the key 'title' is here a second time; remove one of the two",
        "api.yaml:6:5: error: the key 'get' is here a second time; remove one of the two",
        "api.yaml:9:15: warning: unknown type 'intger'; the types are string, number, integer, boolean, object, array, null",
      ]
    )
  }

  @Test func `an alias stands for what its anchor names`() throws {
    let contract = try contract(
      document(components: "  schemas:\n    A: &a {type: string}\n    B: {properties: {x: *a}}\n")
    )
    #expect(contract.schemas.schemas.count == 2)
    #expect(contract.schemas.properties.map(\.schema) == [0])
  }

  @Test func `aliases that unfold without end are an error`() {
    var yaml = "x-0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    for level in 1..<9 {
      yaml += "x-\(level): &x\(level) [\([String](repeating: "*x\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    #expect(compile(yaml).messages.first?.contains("unfold to more than") == true)
  }

  @Test func `a merge key brings the members that its mapping does not have`() throws {
    func schemas(_ yaml: String) throws -> JSON {
      let file = SourceFile(path: "api.yaml", bytes: Array(yaml.utf8))
      return try #require(SpecCompiler.json(of: file))
    }
    let yaml = """
      a: &a {type: string, minLength: 1}
      b: &b {minLength: 2, maxLength: 3}
      one: {<<: *a, type: number}
      both: {<<: [*a, *b], x: {<<: *b}}
      text: {<<: 3, '<<x': 1}
      quoted: {'<<': *b}
      """
    let read = try schemas(yaml)
    #expect(read["one"]?.text() == #"{"type":"number","minLength":1}"#)
    #expect(
      read["both"]?.text()
        == #"{"x":{"minLength":2,"maxLength":3},"type":"string","minLength":1,"maxLength":3}"#
    )
    #expect(read["text"]?.text() == #"{"<<":3,"<<x":1}"#)
    #expect(read["quoted"]?.text() == #"{"<<":{"minLength":2,"maxLength":3}}"#)
  }

  @Test func `a text that is not UTF-8 says where`() {
    let bytes = Array("openapi: 3.1.0\ninfo: {title: '".utf8) + [0xC3, 0xA4, 0xE4] + Array("'}".utf8)
    let file = SourceFile(path: "api.yaml", bytes: bytes)
    #expect(
      SpecCompiler.compile(file).diagnostics.map(\.description) == [
        "api.yaml:2:17: error: this is not UTF-8; save the file in UTF-8"
      ]
    )
    let wide = SourceFile(path: "api.yaml", bytes: [0xFF, 0xFE, 0x61, 0x00])
    #expect(SpecCompiler.compile(wide).diagnostics.map(\.line) == [1])
  }

  @Test(arguments: ["3.1", "'3.1'"])
  func `a version of two numbers is understood`(version: String) {
    let (contract, messages) = compile("openapi: \(version)\ninfo: {title: T, version: '1'}\npaths: {}\n")
    #expect(contract != nil)
    #expect(messages == ["api.yaml:1:10: warning: a version has three numbers: write '3.1.0'"])
  }

  @Test func `a key must be a string`() {
    #expect(compile("openapi: 3.1.0\n[1]: 2").messages.contains("api.yaml:2:1: error: a key must be a string"))
  }

  @Test(
    arguments: [
      (
        "a: [1, 2",
        "api.yaml:2:1: error: this is not YAML: did not find expected ',' or ']' while parsing a flow sequence"
      ),
      ("a: b: c", "api.yaml:1:5: error: this is not YAML: mapping values are not allowed in this context"),
      ("a: *x", "api.yaml:1:4: error: this is not YAML: found undefined alias"),
      ("a:\n\tb: 1", "api.yaml:2:1: error: this is not YAML: a tab cannot indent; use blanks"),
      ("a:\r\n\tb: 1", "api.yaml:2:1: error: this is not YAML: a tab cannot indent; use blanks"),
      ("a: @b", "api.yaml:1:4: error: this is not YAML: no text begins with '@'; put it in quotes"),
      ("a: 1\n---\nb: 2", "api.yaml:2:1: error: a second document begins here; a file holds one"),
      ("", "api.yaml:1:1: error: the file is empty"),
      ("[1]", "api.yaml:1:1: error: an OpenAPI document is a mapping, not a list"),
      (
        "swagger: '2.0'",
        "api.yaml:1:10: error: this is Swagger 2.0; convert it to OpenAPI 3, for instance with swagger2openapi"
      ),
      (
        "openapi: 4.0.0",
        "api.yaml:1:10: error: OpenAPI '4.0.0' is not known; write a version of 3.0, 3.1 or 3.2 as 3.1.0"
      ),
    ]
  )
  func `a text that is no document says why`(yaml: String, message: String) {
    #expect(compile(yaml).messages.first == message)
  }

  @Test func `a JSON document is read strictly, with the place of what is wrong`() {
    let text = #"{"openapi": "3.1.0",\#n  "info": {"title": "T", "title": "U", "version": "1"},\#n "paths": {"é": 1}}"#
    let file = SourceFile(path: "api.json", bytes: Array(text.utf8))
    #expect(
      SpecCompiler.compile(file).diagnostics.map(\.description) == [
        "api.json:2:26: error: the key 'title' is here a second time; remove one of the two",
        "api.json:3:12: error: a path starts with '/': write '/é'",
      ]
    )
    let broken = SourceFile(path: "api.json", bytes: Array("{\"a\": 1,\n ]".utf8))
    #expect(SpecCompiler.compile(broken).diagnostics.map { [$0.line, $0.column] } == [[2, 2]])
  }

  @Test func `a large document is read in time that grows with its length`() {
    let paths = (0..<2_000).map { "\"/p\($0)\": {\"get\": {\"responses\": {\"200\": {\"description\": \"fine\"}}}}" }
    let text =
      "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"paths\": {"
      + paths.joined(separator: ", ") + "}}"
    let result = SpecCompiler.compile(SourceFile(path: "api.json", bytes: Array(text.utf8)))
    #expect(result.contract?.operations.count == 2_000)
    #expect(result.contract?.operations.last?.position.line == 1)
  }
}
