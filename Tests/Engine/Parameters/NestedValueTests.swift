import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// Arrays and objects inside of others, which OpenAPI does not say how to write: they are JSON.
@Suite struct NestedValueTests {
  private func document(_ parameter: String) -> String {
    """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    paths:
      /a:
        get:
          operationId: A
          parameters: [{name: m, in: query, \(parameter)}]
          responses: {'204': {description: fine}, '422': {description: no}}
    """
  }

  private static let matrix = "schema: {type: array, items: {type: array, maxItems: 2, items: {type: integer}}}"

  @Test(arguments: [
    (matrix, "m=%5B1%2C2%5D&m=%5B3%5D", ""), ("explode: false, \(matrix)", "m=%5B1%2C2%5D,%5B3%5D", ""),
    (matrix, "m=%5B1%2C2%2C3%5D", "/query/m/0 query.maxItems"),
    (matrix, "m=%5B1%2C%22x%22%5D", "/query/m/0/1 query.type"),
    (matrix, "m=5", "/query/m/0 query.type"), (matrix, "m=%5B1", "/query/m/0 query.type"),
    (matrix, "m=%7B%22a%22%3A1%2C%22a%22%3A2%7D", "/query/m/0 query.type"),
    ("schema: {type: object, properties: {t: {type: array, items: {type: integer}}}}", "t=%5B1%5D", ""),
    ("schema: {type: array, items: {type: string}}", "m=%5B1%5D", ""),
  ])
  func `an array in an array or object is read as JSON`(parameter: String, query: String, violation: String) throws {
    let fake = try Fake(document(parameter))
    #expect(fake.send("GET", "/a?\(query)").status == (violation.isEmpty ? 204 : 422))
    #expect(
      fake.journal()[0].violations.map { "\($0.pointer) \($0.code)" } == (violation.isEmpty ? [] : [violation])
    )
  }

  @Test func `its rules are proven`() throws {
    let proofs = try SelfTest(compiled(document(Self.matrix))).prove(0)
    #expect(proofs.contains { $0.row.field == "m/*/*" && $0.row.rule == "type" })
    for proof in proofs where proof.row.field.hasPrefix("m/*") {
      guard case .proven = proof.outcome else {
        Issue.record("\(proof.row.field) \(proof.row.rule): \(proof.outcome)")
        continue
      }
    }
  }
}
