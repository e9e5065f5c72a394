import DoubletContracts
import DoubletEngine
import DoubletSpecs
import Testing

@Suite struct MatrixTests {
  /// The rows of the operation of an id, as `location field rule`.
  private func rules(of id: String, in contract: Contract) throws -> [String] {
    let index = try #require(contract.operations.firstIndex { $0.id == id })
    return EnforcementMatrix(contract).rows(of: index).map {
      [$0.location, $0.field, $0.rule].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test func `every rule of a request has a row`() throws {
    let rules = try rules(of: "PutOrder", in: compiled(shop))
    #expect(
      rules.filter { !$0.hasPrefix("response") } == [
        "route /orders/{id} method",
        "security Key authentication",
        "security Session authentication",
        "quota writes limit",
        "header Content-Type mediaType",
        "header Accept accept",
        "path id type",
        "path id maxLength",
        "body required",
        "body application/json malformed",
        "body application/json duplicateKey",
        "body application/json type",
        "body application/json /id type",
        "body application/json /note type",
        "body application/json /note maxLength",
        "body application/json /buyer type",
        "body application/json /buyer/name type",
        "body application/json /buyer/name minLength",
        "body application/json /lines type",
        "body application/json /lines/* type",
        "body application/json /lines/*/count type",
        "body application/json /lines/*/count minimum",
      ]
    )
  }

  @Test func `what is read-only is a rule of answers, not of requests`() throws {
    let rules = try rules(of: "PutOrder", in: compiled(shop))
    #expect(!rules.contains("body application/json /made format"))
    #expect(rules.contains("response 201 application/json /made format"))
  }

  @Test func `an array that may contain nothing of the kind has no rule of how much it contains`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          post:
            operationId: A
            requestBody:
              content: {application/json: {schema: {contains: {const: 1}, minContains: 0, propertyNames: false}}}
            responses: {'204': {description: d}}
      """
    let rules = try rules(of: "A", in: compiled(yaml)).filter { $0.hasPrefix("body application/json ") }.suffix(1)
    #expect(rules == ["body application/json /* false"])
  }

  @Test func `a schema that leads back to itself is looked at once`() throws {
    let contract = try compiled(
      """
      openapi: 3.1.0
      info: {title: Trees, version: '1'}
      paths:
        /trees:
          post:
            operationId: Plant
            requestBody:
              content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}
            responses: {'204': {description: done}}
      components:
        schemas:
          Tree:
            type: object
            required: [name]
            properties:
              name: {type: string}
              children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
      """
    )
    #expect(
      try rules(of: "Plant", in: contract).suffix(4) == [
        "body application/json type", "body application/json /name required",
        "body application/json /name type", "body application/json /children type",
      ]
    )
  }

  @Test func `a pattern that needs backtracking is enforced under a bound, and the row says so`() throws {
    let contract = try compiled(
      """
      openapi: 3.1.0
      info: {title: Codes, version: '1'}
      paths:
        /codes:
          get:
            operationId: Find
            parameters:
              - {name: like, in: query, schema: {type: string, pattern: '^(?=a)b'}}
            responses: {'204': {description: done}}
      """
    )
    let row = try #require(EnforcementMatrix(contract).rows(of: 0).first { $0.rule == "pattern" })
    #expect(row.isEnforced)
    #expect(row.note == "under a bound of steps")
    #expect(contract.place(row.position) == "api.yaml:8:58")
  }

  @Test func `what the compiler could not enforce is a row with its reason`() throws {
    let contract = try compiled(
      """
      openapi: 3.1.0
      info: {title: Hooks, version: '1'}
      webhooks:
        made: {post: {responses: {'204': {description: done}}}}
      paths: {}
      """
    )
    let rows = EnforcementMatrix(contract).unenforced(in: -1)
    #expect(rows.map(\.rule) == ["webhooks"])
    #expect(rows.allSatisfy { !$0.isEnforced })
  }

  @Test func `a body that is not JSON, or of a 204, is not enforced, and no type breaks the range of all`() throws {
    let contract = try compiled(
      """
      openapi: 3.1.0
      info: {title: Pages, version: '1'}
      paths:
        /page:
          get:
            operationId: Page
            responses:
              '200': {description: page, content: {text/html: {schema: {type: string, maxLength: 9}}}}
        /any:
          get:
            operationId: Any
            responses: {'200': {description: any, content: {'*/*': {schema: {type: string}}}}}
        /gone:
          delete:
            operationId: Gone
            responses: {'204': {description: gone, content: {application/json: {schema: {type: string}}}}}
      """
    )
    #expect(try rules(of: "Page", in: contract).last == "response 200 text/html schema")
    #expect(EnforcementMatrix(contract).unenforced(in: 0).count == 1)
    #expect(try rules(of: "Any", in: contract) == ["route /any method", "response 200 */* type"])
    #expect(try rules(of: "Gone", in: contract).last == "response 204 application/json schema")
    let fake = try Fake([contract])
    #expect(fake.answer(Request("DELETE", "/gone")).status == 204)
    #expect(fake.journal().map(\.violations) == [[]])
  }

  @Test func `everything that the bundled specs say is enforced`() {
    for contract in Specs.bundled {
      let matrix = EnforcementMatrix(contract)
      #expect(contract.operations.indices.allSatisfy { matrix.rows(of: $0).allSatisfy(\.isEnforced) })
      #expect(matrix.unenforced(in: -1) == [])
    }
  }
}
