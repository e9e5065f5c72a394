/// Documents of OpenAPI with mistakes, and all that the compiler says of them.
enum RejectedDocuments {
  static let all: [Rejected] = paths + references + security + content

  private static let paths = [
    Rejected(
      "a path parameter that is not declared, and one that the path has not",
      head + """
        paths:
          /a/{id}:
            parameters: [{name: ids, in: path, required: true, schema: {type: string}}]
            get: {responses: {'200': {description: fine}}}
        """,
      [
        "api.yaml:4:3: warning: '{id}' of the path is not declared; add a parameter {name: id, in: path, required: true, schema: …}",
        "api.yaml:5:18: warning: the path '/a/{id}' has no '{ids}'; did you mean 'id'?",
      ]
    ),
    Rejected(
      "paths that are Doublet's own, open, alike or without a slash",
      head + """
        paths:
          /~a: {}
          /__doublet/health: {}
          /b/{x: {}
          /c/{x}: {}
          /c/{y}: {}
          d: {}
        """,
      [
        "api.yaml:4:3: error: a path cannot start with '/~' or '/__doublet': these are Doublet's own",
        "api.yaml:5:3: error: a path cannot start with '/~' or '/__doublet': these are Doublet's own",
        "api.yaml:6:3: error: in the path '/b/{x' '{' is never closed",
        "api.yaml:8:3: warning: '/c/{y}' and '/c/{x}' match the same requests; join the two",
        "api.yaml:9:3: error: a path starts with '/': write '/d'",
      ]
    ),
    Rejected(
      "an operationId that is taken, and a key with a slip",
      head + """
        paths:
          /a:
            get: {operationId: get, responses: {'200': {description: fine}}}
            put: {operationId: get, respones: {}, responses: {'200': {description: fine}}}
        """,
      [
        "api.yaml:6:24: warning: the operationId 'get' is taken; every operation needs one of its own",
        "api.yaml:6:29: warning: an operation has no 'respones'; did you mean 'responses'?",
      ]
    ),
    Rejected(
      "a document with nothing in it",
      "openapi: 3.0.3",
      [
        "api.yaml:1:1: warning: the document has no 'paths', so there is nothing to answer",
        "api.yaml:1:1: warning: 'info' is missing; add it with title and version",
      ].sorted()
    ),
  ]

  private static let references = [
    Rejected(
      "references that lead nowhere or in circles",
      head + """
        paths:
          /a:
            get:
              parameters: [{$ref: '#/components/parameters/Limt'}, {$ref: other.yaml#/x}, {$ref: 12}]
              responses:
                '200': {$ref: '#/components/responses/A'}
        components:
          parameters:
            Limit: {name: limit, in: query, schema: {$ref: '#/components/schemas/A'}}
          responses:
            A: {$ref: '#/components/responses/B'}
            B: {$ref: '#/components/responses/A'}
          schemas:
            A: {$ref: '#/components/schemas/A'}
        """,
      [
        "api.yaml:6:27: error: '#/components/parameters/Limt' leads nowhere; did you mean 'Limit'?",
        "api.yaml:6:67: error: there is no file 'other.yaml'",
        "api.yaml:6:90: error: '$ref' must be a string, not the number 12",
        "api.yaml:13:15: error: this '$ref' leads back to itself",
        "api.yaml:14:15: error: this '$ref' leads back to itself",
        "api.yaml:16:15: error: this '$ref' leads back to itself, so it names no schema",
      ]
    )
  ]

  private static let security = [
    Rejected(
      "security that is not declared or not enforced",
      head + """
        security: [{Kye: []}]
        paths:
          /a:
            get: {security: [{OAuth: [write]}, {Mutual: []}, {Key: read}], responses: {'200': {description: fine}}}
        components:
          securitySchemes:
            Key: {type: apiKey, in: body, name: k}
            OAuth: {type: oauth2, flows: {implicit: {authorizationUrl: /, scopes: {read: all}}}}
            Mutual: {type: mutualTLS}
            Digest: {type: http, scheme: Digest}
            Odd: {type: apikey}
        """,
      [
        "api.yaml:3:13: warning: no security scheme is called 'Kye'; did you mean 'Key'?; until "
          + "'components.securitySchemes' has it, every request that needs it is refused as unauthenticated",
        "api.yaml:6:31: warning: 'OAuth' declares no scope 'write'",
        "api.yaml:6:60: warning: a scheme needs the list of its scopes, which may be empty: Key: []",
        "api.yaml:9:29: error: an API key is 'in' header, query or cookie",
        "api.yaml:13:17: error: unknown type of security 'apikey'; the types are apiKey, http, oauth2, openIdConnect, mutualTLS; did you mean 'apiKey'?",
      ]
    )
  ]

  private static let content = [
    Rejected(
      "parameters that cannot be",
      head + """
        paths:
          /a:
            get:
              parameters:
                - {name: a, in: quer, schema: {}}
                - {name: b, in: query, style: simple, schema: {}}
                - {name: c, in: query, style: strange, schema: {}}
                - {name: d, in: query, style: deepObject, schema: {}}
                - {name: e, in: query}
                - {name: E, in: header, schema: {}}
                - {name: e, in: header, schema: {}}
                - {name: Accept, in: header, schema: {}}
                - {in: query, schema: {}}
              responses: {}
        """,
      [
        "api.yaml:7:25: warning: no parameter is in 'quer'; write path, query, header or cookie",
        "api.yaml:8:39: warning: a query parameter cannot have the style 'simple'; it can have form, spaceDelimited, pipeDelimited, deepObject",
        "api.yaml:9:39: warning: unknown style 'strange'; the styles are form, simple, matrix, label, spaceDelimited, pipeDelimited, deepObject",
        "api.yaml:11:11: warning: neither 'schema' nor 'content' says what the value is, so any is taken",
        "api.yaml:13:11: warning: the header parameter 'e' is here a second time",
        "api.yaml:15:11: warning: a parameter needs a 'name'",
      ]
    ),
    Rejected(
      "responses and bodies that cannot be",
      head + """
        paths:
          /a:
            put:
              requestBody: {content: {json: {schema: {}}, application/xml: {schema: {}}}}
              callbacks: {}
              responses:
                20: {description: no}
                4xx: {description: small}
                '201': {content: {}}
                default: {description: fine, headres: {}}
        webhooks: {}
        """,
      [
        "api.yaml:6:31: warning: 'json' is no media type; write one as application/json",
        "api.yaml:9:9: warning: '20' is no status; write one as '200', a range as '4XX', or 'default'",
        "api.yaml:10:9: warning: write '4XX', in capitals (told once a document)",
        "api.yaml:11:16: warning: the response '201' has no 'description'",
        "api.yaml:12:38: warning: a response has no 'headres'; did you mean 'headers'?",
      ]
    ),
  ]
}
