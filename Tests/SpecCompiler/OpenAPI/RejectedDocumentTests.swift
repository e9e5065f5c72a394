import DoubletContracts
import Testing

@Suite("Mistakes in documents")
struct RejectedDocumentTests {
  @Test(arguments: RejectedDocuments.all + RejectedSchemas.all + RejectedDoublets.all)
  func `all mistakes are told at once, with place and remedy`(rejected: Rejected) {
    #expect(compile(rejected.yaml).messages == rejected.messages)
  }

  @Test func `a lenient compilation serves what can be served`() throws {
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
    #expect(compile(yaml).contract == nil)
    let (lenient, messages) = compile(yaml, isLenient: true)
    #expect(messages.allSatisfy { $0.contains(": warning: ") })
    let contract = try #require(lenient)
    #expect(contract.operations.map(\.id) == ["a", "PUT /a/{id}"])
    #expect(contract.parameters.isEmpty)
  }

  @Test func `what cannot be enforced is an error, and to the lenient a warning that says so`() {
    let yaml = document(
      components: """
          schemas:
            A: {pattern: '(?i)a'}
            B: {$ref: https://host/b.json}

        """
    )
    let strict = compile(yaml).messages
    #expect(strict.map { $0.prefix(20) } == ["api.yaml:8:18: error", "api.yaml:9:15: error"])
    #expect(strict.last?.hasSuffix("'https://host/b.json' is not fetched, so what it says is not enforced") == true)
    let lenient = compile(yaml, isLenient: true)
    #expect(lenient.messages.map { $0.prefix(22) } == ["api.yaml:8:18: warning", "api.yaml:9:15: warning"])
    #expect(lenient.contract?.schemas.instructions.isEmpty == true)
  }
}
