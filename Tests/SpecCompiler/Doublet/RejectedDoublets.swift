import DoubletContracts

/// Documents with mistakes in `x-doublet`, and all that the compiler says of them.
enum RejectedDoublets {
  static let all = [
    Rejected(
      "a resource that names what is not there",
      pets(
        """
        x-doublet:
          resources:
            pets:
              schema: '#/components/schemas/Pet'
              key: path.pet
              unique: [id, nick]
              parent: owners
              computed:
                changed: {value: '{nwo}', on: wirte}
                name: {value: '{record.nam} {token}'}
              links: {self: '/pets/{key}/x', home: 'home'}
              answered: {self: '{link.slef}', who: '{query.who}', n: '{record.name.x}'}
              keys: 5
            owners: {key: id}

        """
      ),
      [
        "api.yaml:18:12: error: 'GetPet' declares no path parameter 'pet'; there is id",
        "api.yaml:19:20: error: the schema has no 'nick'; there are id, name",
        "api.yaml:22:9: error: the schema has no 'changed'; there are id, name",
        "api.yaml:22:26: error: no expression is called 'nwo'; there are \(Expression.names.joined(separator: ", "))",
        "api.yaml:22:39: error: unknown occasion 'wirte'; did you mean 'write'?",
        "api.yaml:23:23: error: a record has no 'nam'; did you mean 'name'?",
        "api.yaml:23:23: error: 'token' has no meaning here; there are now, key, record, record.MEMBER, link.NAME, path.NAME, query.NAME, header.NAME, cookie.NAME, body.NAME, server.NAME, credential",
        "api.yaml:24:21: error: no GET operation of this document has the path '/pets/{key}/x'",
        "api.yaml:24:44: error: a link is a path of this document that starts with '/'",
        "api.yaml:25:24: error: the resource has no link 'slef'; did you mean 'self'?",
        "api.yaml:25:44: error: 'GetPet' declares no query parameter 'who'",
        "api.yaml:25:62: error: a record has no 'name.x'",
        "api.yaml:26:7: error: a resource has no 'keys'; did you mean 'key'?",
        "api.yaml:27:13: error: a resource needs a 'schema', as '#/components/schemas/NAME'",
        "api.yaml:27:19: error: 'id' names no value of a request; write path.NAME, query.NAME, header.NAME, cookie.NAME, body.NAME, server.NAME or credential",
      ]
    ),
    Rejected(
      "problems and quotas that cannot be",
      pets(
        """
        x-doublet:
          name: my pets
          resources:
            pets: {schema: '#/components/schemas/Pet', key: path.id, omitted: gone, links: {}, presumed: 1}
          problems:
            default: {status: 2000, mediaType: json, body: {a: '{record}', b: '{status'}}
            notFund: {body: {}}
            forbidden: {header: {}}
          quotas:
            few: {headers: {A: [x], B: 5}, limit: many, window: 10 minutes, methods: [get], operations: [GetPets], per: server.organization}
            none: {methods: [TRACE]}

        """
      ),
      [
        "api.yaml:15:9: error: a name is made of letters, digits, '.', '_' and '-', not 'my pets'",
        "api.yaml:17:71: error: 'omitted' is null or absent, not 'gone'",
        "api.yaml:17:98: error: 'presumed' must be true or false, not the number 1",
        "api.yaml:19:23: error: 'status' must be from 100 to 599, not 2000",
        "api.yaml:19:40: error: 'json' is no media type; write one as application/json",
        "api.yaml:19:56: error: 'record' has no meaning here; there are status, kind, title, detail, path, method, violation.field, violation.message, violation.code, violation.pointer, retryAfter, retryAt, limit, remaining, now, path.NAME, query.NAME, header.NAME, cookie.NAME, body.NAME, server.NAME, credential",
        "api.yaml:19:71: error: '{' is never closed; write '{{' for a brace of the text",
        "api.yaml:20:5: error: no kind of problem is called 'notFund'; did you mean 'notFound'?",
        "api.yaml:21:17: error: a problem has no 'header'; did you mean 'headers'?",
        "api.yaml:23:24: error: the value of a header must be a string, not a list",
        "api.yaml:23:43: error: 'limit' must be a whole number from 0, not 'many'",
        "api.yaml:23:57: error: 'window' must be a whole number with s, m, h or d, as 10m, not '10 minutes'",
        "api.yaml:23:79: error: unknown method 'get'; the methods are GET, PUT, POST, DELETE, OPTIONS, HEAD, PATCH, TRACE, QUERY",
        "api.yaml:23:98: error: no operation is called 'GetPets'; did you mean 'GetPet'?",
        "api.yaml:23:113: error: no server's path has '{organization}'; there is org",
        "api.yaml:24:5: error: a quota needs a 'limit'",
        "api.yaml:24:5: error: a quota needs a 'window'",
        "api.yaml:24:11: error: this quota counts no operation of the document",
      ]
    ),
    Rejected(
      "actions that cannot be",
      head + """
        paths:
          /a/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get: {x-doublet: {resource: as, action: reed}, responses: {'200': {description: fine}}}
            put: {x-doublet: {resource: b, action: replace, answer: '{token}'}, responses: {'200': {description: fine}}}
            post: {x-doublet: {action: issue, scheme: Key, resource: a}, responses: {'200': {description: fine}}}
            patch: {x-doublet: {action: merge, find: {by: query.q, separator: ''}}, responses: {'200': {description: fine}}}
            delete: {x-doublet: {resource: a, find: {}}, responses: {'200': {description: fine}}}
            head: {x-doublet: {resource: a, action: read, find: {by: path.id}, select: cookie.c, scheme: Key}, responses: {'200': {description: fine}}}
        components:
          securitySchemes:
            Key: {type: http, scheme: basic, x-doublet: {tokens: {}}}
            Token: {type: http, scheme: bearer, x-doublet: {token: {length: 0, alphabet: a, idle: 5}}}
          schemas:
            A: {properties: {id: {type: string}}, x-doublet: {why: no}}
        x-doublet: {resources: {a: {schema: '#/components/schemas/A', key: path.id}}, resource: {}}

        """,
      [
        "api.yaml:6:33: error: no resource is called 'as'; did you mean 'a'?",
        "api.yaml:6:45: error: unknown action 'reed'; did you mean 'read'?",
        "api.yaml:7:33: error: no resource is called 'b'; did you mean 'a'?",
        "api.yaml:8:47: error: the scheme 'Key' does not say how its tokens look; add 'x-doublet: {token: …}' to it",
        "api.yaml:8:52: error: 'resource' means nothing beside the action 'issue'",
        "api.yaml:9:33: error: the action 'merge' needs a 'resource'",
        "api.yaml:10:36: error: 'DELETE /a/{id}' names a resource and no 'action'",
        "api.yaml:10:39: error: 'find' means nothing without an 'action'",
        "api.yaml:11:57: error: 'find' looks for unique members, and the resource has none; list them under 'unique'",
        "api.yaml:11:80: error: 'HEAD /a/{id}' declares no cookie parameter 'c'",
        "api.yaml:11:90: error: 'scheme' means nothing beside the action 'read'",
        "api.yaml:14:50: error: 'x-doublet' of a security scheme has no 'tokens'; did you mean 'token'?",
        "api.yaml:15:69: error: 'length' must be a whole number from 1, not the number 0",
        "api.yaml:15:82: error: 'alphabet' must have at least two characters",
        "api.yaml:15:91: error: 'idle' must be a whole number with s, m, h or d, as 10m, not the number 5",
        "api.yaml:17:55: error: 'x-doublet' of a schema has no 'why'; there is inferred",
        "api.yaml:18:79: error: 'x-doublet' of the document has no 'resource'; did you mean 'resources'?",
      ]
    ),
  ]

  /// A document with a stateful operation, to which `x-doublet` is added at line 14.
  static func pets(_ doublet: String) -> String {
    head + """
      servers: [{url: 'https://h/{org}', variables: {org: {default: o}}}]
      paths:
        /pets/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get: {operationId: GetPet, x-doublet: {resource: pets, action: read}, responses: {'200': {description: fine}}}
          put:
            operationId: PutPet
            x-doublet: {resource: pets, action: replace}
            responses: {'200': {description: fine}}
      components:
        schemas: {Pet: {type: object, properties: {id: {type: string}, name: {type: string}}}}

      """ + doublet
  }
}
