import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

@Suite("Rules that nothing enforces")
struct UnenforcedTests {
  @Test(
    arguments: [
      ("A: {pattern: '(?i)a'}", "pattern", "8:18"), ("A: {$ref: https://host/b.json}", "$ref", "8:15"),
      ("A: {type: string, format: phone}", "format", "8:31"),
      ("A: {contentEncoding: base64}", "contentEncoding", "8:9"),
      ("A: {dependencies: {}}", "dependencies", "8:9"), ("A: {required: true}", "required", "8:19"),
      ("A: {minLenght: 3}", "minLenght", "8:9"),
    ]
  )
  func `a keyword without effect is a row`(schema: String, rule: String, place: String) throws {
    let contract = try contract(document(components: "  schemas:\n    \(schema)\n"))
    let row = try #require(contract.unenforced.first)
    #expect(contract.unenforced.count == 1)
    #expect(row.rule == rule)
    #expect(row.operation == -1)
    #expect(contract.place(row.position) == "api.yaml:\(place)")
    #expect(try Contract(text: Array(contract.text.utf8)) == contract)
  }

  @Test func `a rule of an operation names it, and the part of it`() throws {
    let contract = try contract(
      head + """
        paths:
          /a:
            get: {responses: {}}
            put:
              parameters: [{name: Accept, in: header, schema: {}}]
              requestBody: {content: {application/xml: {schema: {}}}}
              callbacks: {}
              responses: {'200': {description: fine, content: {image/png: {schema: {}}}}}
        webhooks: {}
        components:
          requestBodies: {Unused: {content: {application/xml: {schema: {}}}}}
        """
    )
    #expect(
      contract.unenforced.map { "\($0.operation) \($0.location) \($0.field) \($0.rule)" } == [
        "-1 document  webhooks", "1 operation  callbacks", "1 header Accept parameters",
        "1 response 200 image/png schema", "1 body application/xml schema",
      ]
    )
  }

  @Test func `an HTTP scheme that is not read still asks for credentials`() throws {
    let contract = try contract(
      head + """
        security: [{Digest: []}]
        paths: {/a: {get: {responses: {}}}}
        components: {securitySchemes: {Digest: {type: http, scheme: Digest}}}
        """
    )
    #expect(contract.schemes.map(\.name) == ["Authorization"])
    #expect(contract.requirements.count == 1)
    #expect(contract.unenforced.map { "\($0.location) \($0.field)" } == ["security digest"])
  }

  @Test func `what is not enforced is no mistake, and the strict compile it too`() {
    let yaml = document(components: "  schemas: {A: {$ref: https://host/b.json}, B: {type: string, format: phone}}\n")
    #expect(compile(yaml, isStrict: true).messages == [])
  }

  @Test func `a document can have its formats as annotations`() throws {
    let yaml = "x-doublet: {formats: annotation}\n" + document(components: "  schemas: {A: {format: uuid}}\n")
    let contract = try contract(yaml)
    #expect(contract.schemas.instructions.isEmpty)
    #expect(contract.unenforced.map(\.reason) == ["formats are annotations here"])
    #expect(
      compile(yaml.replacing("annotation", with: "annotated")).messages
        == ["api.yaml:1:22: error: unknown reading of formats 'annotated'; did you mean 'annotation'?"]
    )
  }

  @Test func `a dialect that is not known is a row, and one without a vocabulary has not its keywords`() throws {
    let schemas = document(components: "  schemas: {A: {minLength: 1, maxLength: 2, properties: {}}}\n")
    let yaml = "jsonSchemaDialect: https://host/dialect\n" + schemas
    let unknown = try contract(yaml)
    #expect(unknown.unenforced.map(\.rule) == ["$schema"])
    #expect(unknown.schemas.instructions.count == 3)
    let vocabularies = #"{"$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/applicator": true}}"#
    let known = try contract(yaml, files: ["https://host/dialect": vocabularies])
    #expect(known.unenforced.isEmpty)
    #expect(known.schemas.instructions.map(\.opcode) == [.members])
    let required = vocabularies.replacing("vocab/applicator", with: "vocab/units")
    #expect(compile(yaml, files: ["https://host/dialect": required]).messages.count == 1)
  }

  @Test func `a schema can be any schema`() throws {
    let metaschema = "{$ref: 'https://json-schema.org/draft/2020-12/schema'}"
    let contract = try contract(document(components: "  schemas: {A: \(metaschema)}\n"))
    #expect(contract.unenforced.isEmpty)
    let validator = try Validator(contract.schemas)
    #expect(validator.isValid(["properties": ["a": ["minLength": 1]]], against: 0, direction: .none))
    #expect(!validator.isValid(["properties": ["a": ["minLength": -1]]], against: 0, direction: .none))
  }
}
