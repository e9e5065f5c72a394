import DoubletContracts
import DoubletJSON
import DoubletSpecs
import Testing

@testable import DoubletEngine

@Suite struct SelfTestTests {
  @Test func `every rule of the shop is proven, or why nothing breaks it is said`() throws {
    let proofs = try proofs(of: compiled(shop))
    #expect(failures(in: proofs) == [])
    #expect(unproven(in: proofs) == [])
    let places = ["path id", "response 201 Location"]
    #expect(Set(unbreakable(in: proofs)) == Set(places.map { "\($0) type: whatever is sent there is a string" }))
  }

  @Test func `the bundled specs pass, and no rule of them is without a proof`() throws {
    for contract in Specs.bundled {
      let proofs = try proofs(of: contract)
      #expect(failures(in: proofs) == [])
      #expect(unproven(in: proofs) == [])
    }
  }

  @Test func `a parameter whose schema speaks of objects only is sent as text`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a/{b}:
          get:
            parameters: [{name: b, in: path, required: true, schema: {properties: {c: {type: integer}}}}]
            responses: {'200': {description: d}}
      """
    let proofs = try proofs(of: compiled(yaml))
    #expect(failures(in: proofs) == [])
    #expect(unproven(in: proofs).filter { $0.hasPrefix("route") } == [])
  }

  @Test func `where no value can meet a schema the rows are not proven, and say so`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          get: {responses: {'200': {description: d, content: {application/json: {schema: false}}}}}
        /b:
          get:
            parameters: [{name: c, in: query, schema: {type: integer}}]
            responses: {'200': {description: d}, '422': {description: d, content: {application/json: {schema: false}}}}
      """
    let proofs = try proofs(of: compiled(yaml))
    #expect(failures(in: proofs) == [])
    #expect(
      Set(unproven(in: proofs).filter { $0.hasPrefix("route /a valid") || $0.hasPrefix("query") }) == [
        "route /a valid: no value can meet this schema: it is not allowed",
        "query c type: no value can meet this schema: it is not allowed",
        "query c duplicate: no value can meet this schema: it is not allowed",
      ]
    )
  }

  @Test func `where no value can meet the body no rule of the request can be broken, those of answers can`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          post:
            parameters: [{name: c, in: query, schema: {type: integer}}]
            requestBody: {required: true, content: {application/json: {schema: {type: string, const: 1}}}}
            responses: {'201': {description: d, content: {application/json: {schema: {type: boolean}}}}}
      """
    let proofs = try proofs(of: compiled(yaml))
    #expect(failures(in: proofs) == [] && unproven(in: proofs) == [])
    let reason = "no value can meet this schema: it must be 1 and must be a string"
    #expect(unbreakable(in: proofs).contains("route /a valid: \(reason)"))
    #expect(unbreakable(in: proofs).contains("query c type: \(reason)"))
    #expect(!unbreakable(in: proofs).contains { $0.hasPrefix("response") })
  }

  @Test func `a wrong answer is a failure, though another media type of it contradicts itself`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      x-doublet:
        problems: {default: {mediaType: application/json, body: {kind: '{kind}'}}}
      paths:
        /a:
          get:
            parameters: [{name: c, in: query, schema: {type: integer}}]
            responses:
              '200': {description: d}
              '422':
                description: d
                content: {application/json: {schema: {required: [title]}}, application/hal+json: {schema: false}}
      """
    let failures = try failures(in: proofs(of: compiled(yaml)))
    #expect(failures.contains { $0.hasPrefix("query c type: expected an answer that keeps the contract, got 422") })
  }

  @Test func `a type that text cannot break is broken by a part that is JSON`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a/{b}:
          post:
            parameters: [{name: b, in: path, required: true, schema: {type: string, minLength: 1}}]
            requestBody:
              content:
                multipart/form-data:
                  schema:
                    type: object
                    properties:
                      note: {type: string}
                      photo: {type: string}
                      styled: {type: string}
                      parts: {type: array, items: {type: string}}
                  encoding: {photo: {contentType: image/png}, styled: {style: form}, parts: {contentType: text/plain}}
                application/x-www-form-urlencoded:
                  schema: {type: object, required: [place], properties: {place: {type: object}, note: {type: string}}}
                '*/*': {}
            responses: {'204': {description: d}}
      """
    let proofs = try proofs(of: compiled(yaml))
    #expect(failures(in: proofs) == [] && unproven(in: proofs) == [])
    #expect(
      unbreakable(in: proofs) == [
        "header Content-Type mediaType: the operation takes every media type",
        "path b type: whatever is sent there is a string",
        "path b minLength: a part of a path is never empty",
        "body multipart/form-data type: whatever is sent there is read as an object",
        "body multipart/form-data /photo type: whatever is sent there is a string",
        "body multipart/form-data /styled type: whatever is sent there is a string",
        "body multipart/form-data /parts type: whatever is sent there is read as an array",
        "body application/x-www-form-urlencoded type: whatever is sent there is read as an object",
        "body application/x-www-form-urlencoded /note type: whatever is sent there is a string",
      ]
    )
  }

  @Test func `a rule is proven by texts that are other values where they keep it`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a/{b}:
          get:
            parameters:
            - {name: b, in: path, required: true, schema: {properties: {c: {type: integer}}}}
            - {name: page, in: query, schema: {minimum: 1}}
            - {name: until, in: query, schema: {anyOf: [{type: string}, {type: integer}]}}
            - {name: q, in: query, schema: {type: object, properties: {d: {items: {enum: [x]}}}}}
            responses: {'204': {description: d}}
      """
    let proofs = try proofs(of: compiled(yaml))
    #expect(failures(in: proofs) == [] && unproven(in: proofs) == [])
    #expect(unbreakable(in: proofs).contains("query q/d/* enum: whatever is sent for what holds it is a string"))
    #expect(unbreakable(in: proofs).contains { $0.hasPrefix("query until anyOf: whatever is sent there is a string") })
    #expect(!unbreakable(in: proofs).contains { $0.hasPrefix("path") || $0.hasPrefix("query page") })
  }

  @Test func `a fake that does not do as its contract says is found out`() throws {
    let contract = try compiled(shop)
    var configuration = FakeConfiguration()
    configuration.faults = [Fault(scope: .operation("PutOrder"), answer: .problem(.conflict))]
    let test = SelfTest(of: try Fake([contract], configuration: configuration))
    let index = try #require(contract.operations.firstIndex { $0.id == "PutOrder" })
    #expect(
      failures(in: test.prove(index)).map { $0.prefix { $0 != ";" } }
        == ["route /orders/{id} valid: expected a success, got 409 conflict"]
    )
  }
}
