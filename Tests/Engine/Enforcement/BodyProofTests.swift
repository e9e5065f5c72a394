import Testing

@testable import DoubletEngine

/// How rules of bodies are proven where more than their schema has a say.
@Suite struct BodyProofTests {
  @Test func `a text is sent as long as a body may be, and no rule that asks for more can be broken`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    properties: {a: {type: string, maxLength: 300000}, b: {type: string, maxLength: 10485760}}
            responses: {'204': {description: d}}
      """
    let proofs = try proofs(of: compiled(yaml))
    #expect(failures(in: proofs) == [] && unproven(in: proofs) == [])
    let reason = "what breaks it is longer than the 10485760 bytes of a body"
    #expect(unbreakable(in: proofs) == ["body application/json /b maxLength: \(reason)"])
  }

  @Test func `a merge that one record refuses is proven by another one`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /things:
          get:
            responses:
              '200':
                description: d
                content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}
        /things/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses:
              '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
          patch:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            requestBody:
              required: true
              content:
                application/json:
                  schema: {type: object, properties: {plan: {type: object, properties: {options: {type: object}}}}}
            responses:
              '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              '422': {description: d}
      components:
        schemas:
          Thing:
            type: object
            required: [plan]
            properties:
              id: {type: string}
              plan:
                oneOf:
                - {type: object, required: [id], additionalProperties: false, properties: {id: {type: string}}}
                - {type: object, required: [id, kind], properties: {id: {type: string}, kind: {type: string}}}
      """
    let proofs = try proofs(of: compiled(yaml))
    #expect(failures(in: proofs) == [] && unproven(in: proofs) == [])
    #expect(proofs.contains { $0.row.field == "/plan/options" && $0.row.rule == "type" })
  }

  @Test func `a field whose schema says nothing of texts is sent as one`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          post:
            requestBody:
              required: true
              content:
                application/x-www-form-urlencoded:
                  schema: {type: object, required: [f], properties: {f: {properties: {a: {type: integer}}}}}
            responses: {'204': {description: d}}
      """
    let proofs = try proofs(of: compiled(yaml))
    #expect(failures(in: proofs) == [])
    #expect(!unproven(in: proofs).contains { $0.hasPrefix("route") || $0.contains("no valid body was found") })
  }

  @Test func `a header field that no text can be is no mistake of the fake's`() throws {
    let yaml = #"""
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          get:
            responses: {'204': {description: d, headers: {X-Q: {required: true, schema: {const: "a\nb"}}}}}
        /b:
          get:
            responses: {'204': {description: d, headers: {X-Q: {required: true, schema: {required: [é]}}}}}
      """#
    let proofs = try proofs(of: compiled(yaml))
    #expect(failures(in: proofs) == [])
    #expect(
      unproven(in: proofs).filter { $0.contains(" valid: ") }
        == ["route /a valid: no valid text of the header field 'X-Q' was found"]
    )
  }
}
