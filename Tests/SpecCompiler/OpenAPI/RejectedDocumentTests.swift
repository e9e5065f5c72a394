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
}
