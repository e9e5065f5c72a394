import DoubletContracts
import Testing

@Suite("Mistakes in documents")
struct RejectedDocumentTests {
  @Test(arguments: RejectedDocuments.all + RejectedSchemas.all + RejectedDoublets.all)
  func `all mistakes are told at once, with place and remedy`(rejected: Rejected) {
    #expect(compile(rejected.yaml).messages == rejected.messages)
  }

  @Test func `a mistake that a document can be served with is a warning, and to the strict an error`() throws {
    let yaml =
      head + """
        paths:
          /a/{id}:
            get:
              operationId: a
              parameters: [{name: other, in: path, required: true, schema: {type: string}}]
              responses: {'200': {description: fine}}
            put: {operationId: a, responses: {'200': {description: fine}}}
        """
    let (strict, errors) = compile(yaml, isStrict: true)
    #expect(strict == nil)
    #expect(errors.count == 3 && errors.allSatisfy { $0.contains(": error: ") })
    let (served, messages) = compile(yaml)
    #expect(messages.allSatisfy { $0.contains(": warning: ") })
    let contract = try #require(served)
    #expect(contract.operations.map(\.id) == ["a", "PUT /a/{id}"])
    #expect(contract.parameters.isEmpty)
  }

  @Test func `parts that cannot mean anything are not enforced, and the rest is served`() throws {
    let yaml =
      head + """
        servers: {url: /v1}
        security: [{Key: }]
        paths:
          /a/{x}:
            get: {operationId: 5, deprecated: 'yes', parameters: [{name: q}], responses: {200: [], '20': {}}}
          /a/{y}:
            put: {requestBody: {}, responses: {'200': {description: fine}}}
            delete: 7
        components: {securitySchemes: {Key: {type: apiKey, in: header, name: k}}}
        """
    let (served, messages) = compile(yaml)
    let contract = try #require(served, "\(messages)")
    #expect(contract.operations.map(\.id) == ["GET /a/{x}", "PUT /a/{y}"])
    #expect(contract.operations.map(\.security.count) == [1, 1])
    #expect(
      Set(contract.unenforced.map(\.rule)) == [
        "servers", "scopes", "operationId", "deprecated", "parameters", "a response", "responses", "content", "paths",
      ]
    )
    #expect(compile(yaml, isStrict: true).contract == nil)
  }

  @Test func `two paths that match the same requests cannot both have a method`() {
    let yaml = head + "paths:\n  /a/{x}: {get: {responses: {}}}\n  /a/{y}: {get: {responses: {}}}\n"
    #expect(
      compile(yaml).messages.filter { $0.contains(": error: ") }
        == ["api.yaml:5:12: error: '/a/{y}' and '/a/{x}' both have 'get'; leave one of them"]
    )
  }
}
