import DoubletContracts
import Testing

@Suite("What OpenAPI 3.2 adds")
struct OpenAPI32Tests {
  private static let yaml = """
    openapi: 3.2.0
    $self: https://host/apis/api.yaml
    info: {title: T, version: '1'}
    paths:
      /a:
        query:
          operationId: search
          parameters:
            - {name: all, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
          requestBody: {content: {application/json: {$ref: '#/components/mediaTypes/Search'}}}
          responses:
            '200':
              content: {application/jsonl: {itemSchema: {$ref: 'https://host/apis/api.yaml#/components/schemas/Line'}}}
        additionalOperations:
          PURGE: {operationId: purge, responses: {'204': {}}}
    components:
      mediaTypes: {Search: {schema: {$ref: 'search.yaml'}}}
      schemas: {Line: {type: object}}

    """

  @Test func `queries, other methods, whole queries, sequences and names of documents are compiled`() throws {
    let contract = try contract(Self.yaml, files: ["search.yaml": "{type: object}"])
    #expect(contract.operations.map(\.method) == ["QUERY", "PURGE"])
    #expect(contract.parameters.map(\.location) == [.querystring])
    #expect(contract.parameters.map(\.mediaType) == ["application/x-www-form-urlencoded"])
    #expect(contract.info.files == ["api.yaml", "search.yaml"])
    let sequence = try #require(contract.mediaTypes.first { $0.itemSchema >= 0 })
    #expect(contract.schemas.schemas[sequence.itemSchema].location == "#/components/schemas/Line")
    #expect(contract.unenforced.map(\.rule) == ["itemSchema"])
    #expect(try Contract(text: Array(contract.text.utf8)) == contract)
  }

  @Test func `in an older document its keys are read, and told`() {
    let (contract, messages) = compile(Self.yaml.replacing("3.2.0", with: "3.1.0"), files: ["search.yaml": "true"])
    #expect(contract?.operations.count == 2)
    let told = messages.filter { $0.contains("OpenAPI 3.2") }
    #expect(told.count == 6, "\(messages)")
  }

  @Test func `a reference to a file beside the document's own URI is read beside the document`() throws {
    let yaml = Self.yaml.replacing("$ref: 'search.yaml'", with: "$ref: 'https://host/apis/parts/search.yaml'")
    let contract = try contract(yaml, files: ["parts/search.yaml": "{type: object}"])
    #expect(contract.info.files == ["api.yaml", "https://host/apis/parts/search.yaml"])
  }
}
