import DoubletContracts
import DoubletJSON
import Testing

@Suite("The rows of operations")
struct OperationTests {
  @Test func `an operation has its path item's parameters, each replaced by its own`() throws {
    let contract = try contract(
      head + """
        paths:
          /a/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: X-A, in: header, schema: {type: string}}
            get:
              parameters:
                - {name: q, in: query, explode: false, schema: {type: array}}
                - {name: x-a, in: header, required: true, content: {Application/JSON: {schema: {type: object}}}}
              responses: {}
        """
    )
    #expect(contract.parameters.map(\.name) == ["id", "x-a", "q"])
    #expect(contract.parameters.map(\.style) == [.simple, .simple, .form])
    #expect(contract.parameters.map(\.isExploded) == [false, false, false])
    #expect(contract.parameters.map(\.mediaType) == ["", "application/json", ""])
    #expect(contract.operations.map(\.id) == ["GET /a/{id}"])
    #expect(contract.operations.map(\.position) == [SourcePosition(file: 0, line: 8, column: 5)])
  }

  @Test func `responses stand for statuses, and bodies for media types with their examples`() throws {
    let contract = try contract(
      head + """
        paths:
          /a:
            post:
              requestBody:
                required: true
                content: {application/json: {schema: {type: object}, example: {n: 1.10}}}
              responses:
                '201': {description: d, headers: {Location: {required: true, schema: {type: string}}}}
                4XX: {description: d, content: {text/plain: {}}}
                default: {$ref: '#/components/responses/D'}
        components:
          responses:
            D: {description: d, content: {application/problem+json: {examples: {a: {value: 1}, b: {value: null}}}}}
        """
    )
    #expect(contract.responses.map(\.name) == ["201", "4XX", "default"])
    #expect(contract.responses.map { [$0.lowest, $0.highest] } == [[201, 201], [400, 499], [0, 999]])
    #expect(contract.bodies.map(\.isRequired) == [true])
    #expect(contract.mediaTypes.map(\.schema) == [0, -1, -1])
    #expect(contract.examples.map { $0.value.text() } == [#"{"n":1.10}"#, "1", "null"])
    #expect(contract.headers.map(\.name) == ["Location"])
  }

  @Test func `an operation's security stands before the document's`() throws {
    let contract = try contract(
      head + """
        security: [{K: []}, {O: [read], K: []}]
        paths:
          /a:
            get: {responses: {}}
            put: {security: [], responses: {}}
            post: {security: [{}], responses: {}}
        components:
          securitySchemes:
            K: {type: apiKey, in: cookie, name: k}
            O: {type: openIdConnect, openIdConnectUrl: /}
        """
    )
    #expect(contract.operations.map(\.security.count) == [2, 0, 1])
    let get = contract.alternatives[contract.operations[0].security.indices]
    #expect(get.map { contract.requirements[$0.requirements.indices].map(\.scopes) } == [[[]], [["read"], []]])
    #expect(contract.alternatives[contract.operations[2].security.start].requirements.isEmpty)
    #expect(contract.schemes.map(\.kind) == [.apiKeyCookie, .bearer])
  }

  @Test func `of a server only the path is kept`() throws {
    let contract = try contract(
      head + """
        servers:
          - {url: 'https://{env}.host:8443/v1/{org}/', variables: {env: {default: e}, org: {default: o}}}
          - {url: 'http://host/v1/{org}?x', variables: {org: {default: o}}}
          - {url: '{base}/v2', variables: {base: {default: 'https://host/api'}}}
          - {url: /v3}
          - {url: v4}
          - {url: https://host}
          - {url: /}
        paths: {}
        """
    )
    #expect(contract.servers.map(\.path) == ["/v1/{org}", "/api/v2", "/v3", "/v4"])
  }

  @Test func `an operation's servers stand before its path item's, and these before the document's`() throws {
    let contract = try contract(
      head + """
        servers: [{url: /v1}]
        paths:
          /a:
            get: {responses: {}}
          /b:
            servers: [{url: /v2}, {url: /v3}]
            get: {responses: {}}
            put: {servers: [{url: /v4}], responses: {}}
            delete: {servers: [], responses: {}}
        """
    )
    let servers = contract.operations.map { contract.servers[$0.servers.indices].map(\.path) }
    #expect(servers == [["/v1"], ["/v2", "/v3"], ["/v4"], []])
  }

  @Test func `an alternative that names no scheme is dropped where another one is left`() throws {
    let yaml =
      head + """
        paths:
          /a:
            get: {security: [{Kye: []}, {Key: []}, {Key: [], Other: []}], responses: {}}
        components: {securitySchemes: {Key: {type: apiKey, in: header, name: k}}}
        """
    let (served, messages) = compile(yaml)
    #expect(
      messages == [
        "api.yaml:5:23: warning: no security scheme is called 'Kye'; did you mean 'Key'?",
        "api.yaml:5:54: warning: no security scheme is called 'Other'; there is Key",
      ]
    )
    let contract = try #require(served)
    #expect(contract.alternatives.map(\.requirements.count) == [1])
    #expect(
      contract.unenforced.map { "\($0.operation) \($0.location) \($0.field)" } == [
        "0 security Kye", "0 security Other",
      ]
    )
  }

  @Test func `references lead to other files and back`() throws {
    let contract = try contract(
      head + """
        paths:
          /a: {$ref: 'paths/a.yaml#/item'}
        components: {schemas: {S: {type: object, properties: {t: {$ref: 'schemas/t.yaml'}}}}}
        """,
      files: [
        "paths/a.yaml": """
        item:
          get:
            responses: {'200': {description: d, content: {application/json: {schema: {$ref: ../api.yaml#/components/schemas/S}}}}}
        """,
        "schemas/t.yaml": "{type: array, items: {$ref: '../api.yaml#/components/schemas/S'}}",
      ]
    )
    #expect(contract.info.files == ["api.yaml", "paths/a.yaml", "schemas/t.yaml"])
    #expect(contract.schemas.schemas.map(\.location) == ["#/components/schemas/S", "#"])
    #expect(contract.mediaTypes.map(\.schema) == [0])
    #expect(contract.place(contract.operations[0].position) == "paths/a.yaml:2:3")
  }
}
