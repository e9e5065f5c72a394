import DoubletContracts
import DoubletJSON
import Testing

@Suite("x-doublet")
struct DoubletTests {
  @Test func `a resource becomes a row with what its operations do to it`() throws {
    let contract = try contract(
      RejectedDoublets.pets(
        """
        x-doublet:
          name: zoo
          resources:
            owners: {schema: '#/components/schemas/Pet', key: path.id, presumed: true}
            pets:
              schema: '#/components/schemas/Pet'
              key: path.id
              unique: [name]
              parent: owners
              omitted: null
              computed: {name: {value: '{key}', on: create}}
              answered: {self: '{link.self}'}
              links: {self: '/pets/{key}'}
        """
      )
    )
    #expect(contract.info.name == "zoo")
    let pets = try #require(contract.resources.last)
    #expect(pets.name == "pets")
    #expect(pets.key == ValueSource(place: .path, name: "id"))
    #expect(pets.unique == ["name"])
    #expect(pets.parent == 0)
    #expect(pets.nullsOmitted && !pets.isPresumed)
    #expect(contract.resources[0].isPresumed)
    #expect(
      contract.computed == [
        ComputedRow(
          member: "name",
          value: .expression(.key),
          isOnCreateOnly: true,
          position: SourcePosition(file: 0, line: 24, column: 18)
        )
      ]
    )
    #expect(contract.links.map(\.path) == [.text([.literal("/pets/"), .expression(.key)])])
    #expect(pets.answered == .object([Template.Member(key: "self", value: .expression(.link("self")))]))
    #expect(contract.actions.map(\.kind) == [.read, .replace])
    #expect(contract.operations.map(\.action) == [0, 1])
    #expect(contract.servers.map(\.path) == ["/{org}"])
  }

  @Test func `a problem inherits from the default, and an operation's from the document's`() throws {
    let yaml =
      head + """
        x-doublet:
          problems:
            default: {status: 200, mediaType: a/b, headers: {X: x, Y: y}, body: {code: d, more: {a: 1, b: 2}}}
            notFound: {headers: {y: z}, body: {code: n, more: {b: 3}}}
            forbidden: {status: 403}
        paths:
          /a:
            get:
              responses: {'200': {description: fine}}
              x-doublet: {problems: {notFound: {body: {code: o}}, invalid: {mediaType: c/d}}}
            put:
              responses: {'200': {description: fine}}
              x-doublet: {problems: {default: {body: {own: true}}}}
        """
    let contract = try contract(yaml)
    func rows(_ span: Span) -> [ProblemRow] { Array(contract.problems[span.indices]) }
    func body(_ row: ProblemRow) -> String { row.body.json?.text() ?? "" }

    let own = rows(contract.info.problems)
    #expect(own.map(\.kind) == [nil, .notFound, .forbidden])
    #expect(own.map(\.status) == [200, 200, 403])
    #expect(body(own[1]) == #"{"code":"n","more":{"a":1,"b":3}}"#)
    #expect(contract.headers[own[1].headers.indices].map { $0.value.json } == ["x", "z"])

    let get = rows(contract.operations[0].problems)
    #expect(get.map(\.kind) == [.notFound, .invalid])
    #expect(body(get[0]) == #"{"code":"o","more":{"a":1,"b":3}}"#)
    #expect(get.map(\.mediaType) == ["a/b", "c/d"])

    let put = rows(contract.operations[1].problems)
    #expect(put.map(\.kind) == [nil, .forbidden, .notFound])
    #expect(body(put[2]) == #"{"code":"n","more":{"a":1,"b":3},"own":true}"#)
  }

  @Test func `quotas, tokens and header values become rows`() throws {
    let yaml =
      head + """
        x-doublet:
          quotas:
            writes: {limit: 3, window: 2h, methods: [POST], per: credential, headers: {X-Left: '{remaining}'}}
        paths:
          /token:
            post:
              security: [{Token: []}]
              x-doublet: {action: issue, scheme: Token, answer: {token: '{token}'}}
              responses:
                '201':
                  description: fine
                  headers: {X-Left: {schema: {type: integer}, x-doublet: {value: '{remaining}', inferred: why}}}
        components:
          securitySchemes:
            Token: {type: apiKey, in: query, name: t, x-doublet: {token: {length: 32, alphabet: '01', idle: 90s}}}
        """
    let contract = try contract(yaml)
    let quota = try #require(contract.quotas.first)
    #expect([quota.limit, quota.windowSeconds] == [3, 7_200])
    #expect(quota.per == ValueSource(place: .credential, name: ""))
    #expect(contract.schemes.first?.token == TokenForm(length: 32, alphabet: "01", idleSeconds: 90))
    #expect(contract.actions.first?.scheme == 0)
    #expect(contract.headers.map(\.value) == [.expression(.remaining), .expression(.remaining)])
  }
}
