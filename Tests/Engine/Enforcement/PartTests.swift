import DoubletContracts
import DoubletJSON
import Testing

@testable import DoubletEngine

/// What encodings ask of the parts of a multipart: each rule has a row and a proof.
@Suite struct PartTests {
  private func document(_ type: String, schema: String) -> String {
    """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    paths:
      /files:
        post:
          requestBody:
            required: true
            content:
              \(type):
                schema: \(schema)
                encoding:
                  file:
                    contentType: image/png, image/*
                    headers:
                      X-Rate: {required: true, schema: {type: integer, minimum: 5}}
                      X-Note: {schema: {type: string, maxLength: 3}}
                  facts: {contentType: application/json}
          responses: {'204': {description: d}, '422': {description: d}}
    """
  }

  private static let object = """
    {type: object, required: [file], properties: {file: {type: string}, facts: {type: object, required: [a], properties: \
    {a: {type: integer}}}}}
    """

  @Test func `each rule of a part has a row, and is proven`() throws {
    let proofs = try SelfTest(compiled(document("multipart/form-data", schema: Self.object))).prove(0)
    let parts = proofs.filter { if case .part = $0.row.subject { true } else { false } }
    #expect(
      parts.map { [$0.row.location, $0.row.field, $0.row.rule].joined(separator: " ") } == [
        "body multipart/form-data /file mediaType", "body multipart/form-data /file X-Rate required",
        "body multipart/form-data /file X-Rate type", "body multipart/form-data /file X-Rate minimum",
        "body multipart/form-data /file X-Note type", "body multipart/form-data /file X-Note maxLength",
        "body multipart/form-data /facts mediaType",
      ]
    )
    let open = parts.filter { if case .proven = $0.outcome { false } else { true } }
    #expect(open.map(\.row.rule) == ["type"], "a string is whatever is sent")
    guard case .proven = proofs[0].outcome else {
      Issue.record("a request that keeps all rules has the header fields that parts must have: \(proofs[0].outcome)")
      return
    }
  }

  @Test func `what is asked of parts without names is told as not enforced`() throws {
    let contract = try compiled(document("multipart/mixed", schema: "{type: array, items: {type: string}}"))
    let rows = EnforcementMatrix(contract).unenforced(in: 0)
    #expect(
      rows.map { "\($0.location) \($0.field): \($0.reason ?? "")" } == [
        "body multipart/mixed /file: the parts of multipart/mixed have no names that tell which field they are",
        "body multipart/mixed /facts: the parts of multipart/mixed have no names that tell which field they are",
      ]
    )
  }

  @Test(arguments: ["form", "spaceDelimited", "pipeDelimited"])
  func `a field that has a style is written as parts of that style`(style: String) throws {
    let document = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /files:
          post:
            requestBody:
              content:
                multipart/form-data:
                  schema: {type: object, properties: {list: {type: array, items: {type: integer}}}}
                  encoding: {list: {style: \(style), explode: false}}
            responses: {'204': {description: d}}
      """
    let api = try Fake([compiled(document)]).contracts[0]
    #expect(api.operations[0].contents[0].loss(of: ["list": [1, 2]], api) == nil)
  }
}
