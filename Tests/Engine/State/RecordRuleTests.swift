import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// What a record must be before it is kept.
@Suite struct RecordRuleTests {
  private static let document = """
    openapi: 3.1.0
    info: {title: Users, version: '1'}
    x-doublet:
      name: users
      resources: {users: {schema: '#/components/schemas/User', key: path.id, unique: [mail]}}
    paths:
      /users:
        post:
          operationId: Make
          x-doublet: {resource: users, action: create}
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
          responses: &answers {'201': &ok {description: d, content: {application/json: {}}}, '409': {description: c}}
      /users/{id}:
        parameters: [{name: id, in: path, required: true, schema: {type: string}}]
        get: {operationId: Read, x-doublet: {resource: users, action: read}, responses: {'200': *ok}}
        put:
          operationId: Put
          x-doublet: {resource: users, action: replace}
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
          responses: *answers
        patch:
          operationId: Change
          x-doublet: {resource: users, action: merge}
          requestBody: {content: {application/json: {}, application/json-patch+json: {}}}
          responses: {'200': *ok, '422': {description: i}}
    components:
      schemas:
        User:
          type: object
          required: [mail]
          properties: {id: {type: string, readOnly: true}, since: {type: integer, readOnly: true}, mail: {type: string, maxLength: 9}, age: {type: integer}}
    """

  @Test func `a member that finds records is its record's own`() throws {
    let fake = try Fake(Self.document)
    #expect(fake.send("PUT", "/users/1", ["mail": "a@b.test"]).status == 201)
    #expect(fake.send("PUT", "/users/1", ["mail": "a@b.test", "age": 1]).status == 201)
    #expect(fake.send("PUT", "/users/2", ["mail": "a@b.test"]).status == 409)
    #expect(fake.send("POST", "/users", ["mail": "a@b.test"]).status == 409)
    #expect(fake.send("PUT", "/users/2", ["mail": "c@d.test"]).status == 201)
    #expect(fake.send("PATCH", "/users/2", ["mail": "a@b.test"]).status == 409)
    let exchange = try #require(fake.journal().last)
    #expect(exchange.problem == .conflict)
    #expect(exchange.detail == "There is a record of users with the mail 'a@b.test' already.")
    #expect(
      exchange.violations.map(\.description) == [
        "/body/mail: must be unique, is that of the record '1' too (body.unique)"
      ]
    )
    #expect(fake.send("GET", "/users/2")["/mail"] == "c@d.test")
  }

  @Test func `a change is judged by the record that it makes`() throws {
    let fake = try Fake(Self.document)
    fake.send("PUT", "/users/1", ["mail": "a@b.test"])
    #expect(fake.send("PATCH", "/users/1", ["age": 5]).status == 200)
    #expect(fake.send("PATCH", "/users/1", ["mail": nil]).status == 422)
    #expect(fake.journal().last?.violations.map(\.description) == ["/body/mail: is required (body.required)"])
    #expect(fake.send("PATCH", "/users/1", ["age": "old"]).status == 422)
    #expect(fake.send("GET", "/users/1").json == ["mail": "a@b.test", "age": 5])
  }

  @Test func `a change is not judged by what was wrong before it, and leaves read-only members`() throws {
    let given: JSON = ["mail": "far.too.long@b.test", "since": 7]
    let fake = try Fake(Self.document, as: ["description": "d", "state": ["users": ["1": given]]])
    #expect(fake.send("PATCH", "/users/1", ["age": 5]).status == 200)
    let patch: JSON = [["op": "replace", "path": "/age", "value": 6]]
    #expect(
      fake.send("PATCH", "/users/1", patch, headers: ["Content-Type": "application/json-patch+json"]).status == 200
    )
    #expect(fake.send("GET", "/users/1").json == ["mail": "far.too.long@b.test", "since": 7, "age": 6])
    let removal: JSON = [["op": "remove", "path": "/mail"]]
    let refused = fake.send("PATCH", "/users/1", removal, headers: ["Content-Type": "application/json-patch+json"])
    #expect(refused.status == 422)
  }

  @Test func `a creation that is refused does not use up a number`() throws {
    let numbered = Self.document.replacing("id: {type: string", with: "id: {type: integer")
    let fake = try Fake(numbered)
    #expect(fake.send("POST", "/users", ["mail": "a@b.test"])["/id"] == 1)
    #expect(fake.send("POST", "/users", ["mail": "a@b.test"]).status == 409)
    #expect(fake.send("POST", "/users", ["mail": "c@d.test"])["/id"] == 2)
  }

  @Test func `a creation that is refused draws no key`() throws {
    let random = Self.document.replacing("id: {type: string", with: "id: {type: string, format: uuid")
    let (fake, other) = (try Fake(random), try Fake(random))
    for fake in [fake, other] { fake.send("POST", "/users", ["mail": "a@b.test"]) }
    #expect(fake.send("POST", "/users", ["mail": "a@b.test"]).status == 409)
    let next = fake.send("POST", "/users", ["mail": "c@d.test"])["/id"]
    #expect(next != nil)
    #expect(next == other.send("POST", "/users", ["mail": "c@d.test"])["/id"])
  }

  @Test(arguments: [
    ("1", "\"1\"", 201), ("1", "1.0", 409), ("\"\"", "\"\"", 409), ("null", "null", 201),
    ("[1, {\"a\": 1}]", "[1.0, {\"a\": 1e0}]", 409),
    ("true", "true", 409), ("\"\\u00e9\"", "\"e\\u0301\"", 201),
  ])
  func `values are the same as JSON has it, and null is none`(first: String, second: String, status: Int) throws {
    let fake = try Fake(Self.document.replacing("mail: {type: string, maxLength: 9}", with: "mail: {}"))
    #expect(fake.send("PUT", "/users/1", ["mail": try JSON(parsing: first)]).status == 201)
    #expect(fake.send("PUT", "/users/2", ["mail": try JSON(parsing: second)]).status == status)
  }

  @Test func `records of a start that share what is unique are told with their place`() throws {
    let state: JSON = ["users": ["1": ["mail": "a@b.test"], "2": ["mail": "c@d.test"], "3": ["mail": "a@b.test"]]]
    let error = #expect(throws: FakeError.self) {
      _ = try Fake(Self.document, as: ["description": "d", "state": state])
    }
    #expect(
      error?.description
        == "The scenario 'start' of users, /state/users/3/mail: must be unique, is that of the record '1' too"
    )
    let scenario = try Scenario(["description": "d", "state": state], name: "start", api: "users")
    #expect(
      try scenario.misfits(in: compiled(Self.document)).map(\.description) == [
        "/state/users/3/mail: must be unique, is that of the record '1' too"
      ]
    )
  }

  @Test func `a JSON Patch leaves read-only members at every depth`() throws {
    let document = Self.document.replacing(
      "age: {type: integer}",
      with: "age: {type: integer}, tags: {type: array, items: {properties: {id: {readOnly: true}, name: {}}}}"
    )
    let tags: JSON = [["id": 1, "name": "a"], ["id": 2, "name": "b"], ["id": 3, "name": "c"]]
    let given: JSON = ["mail": "a@b.test", "tags": tags]
    let fake = try Fake(document, as: ["description": "d", "state": ["users": ["1": given]]])
    let patch: JSON = [
      ["op": "remove", "path": "/tags/0"], ["op": "add", "path": "/tags/-", "value": ["id": 9, "name": "d"]],
      ["op": "replace", "path": "/tags/0/id", "value": 7],
    ]
    fake.send("PATCH", "/users/1", patch, headers: ["Content-Type": "application/json-patch+json"])
    #expect(
      fake.send("GET", "/users/1")["/tags"] == [["id": 2, "name": "b"], ["id": 3, "name": "c"], ["name": "d"]]
    )
  }

  @Test func `the conflict is one of the problems that an operation can have`() throws {
    let fake = try Fake(Self.document)
    for operation in ["Make", "Put", "Change"] {
      let index = try #require(compiled(Self.document).operations.firstIndex { $0.id == operation })
      #expect(try fake.reachableProblems(of: index, in: "users").contains { $0.kind == .conflict }, "\(operation)")
    }
  }
}
