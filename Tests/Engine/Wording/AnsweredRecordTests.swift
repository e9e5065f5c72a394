import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// A record that was replaced is kept in the words of its answer. Nobody must see that: what is answered, listed and
/// handed out is what a record that is kept alone would give.
@Suite struct AnsweredRecordTests {
  /// - Parameters:
  ///   - isOpen: Whether records may have members of any name.
  ///   - linkLength: How long the answer may have the link of a record.
  private func fake(isOpen: Bool = false, linkLength: Int = 100) throws -> Fake {
    let added = isOpen ? "" : "self: {type: string, readOnly: true}, _links: {type: object, readOnly: true},"
    return try Fake(
      """
      openapi: 3.1.1
      info: {title: Answered, version: '1'}
      x-doublet:
        name: api
        resources:
          things:
            schema: '#/components/schemas/Thing'
            key: path.id
            computed:
              made: {value: '{now}', on: create}
              first: {value: '{record}', on: create}
            answered:
              self: '{link.self}'
              first: {self: '{link.first}', by: doublet}
              _links: {self: {href: '{link.self}'}}
            links: {self: '/things/{key}', first: '/things/{key}/first'}
      components:
        schemas:
          Thing:
            type: object
            additionalProperties: \(isOpen)
            properties: {
              name: {type: string}, size: {type: integer}, \(added)
              made: {type: string, readOnly: true}, first: {type: object, readOnly: true}
            }
          Answer:
            type: object
            properties: {name: {maxLength: 4}, self: {maxLength: \(linkLength)}}
      paths:
        /things:
          get:
            operationId: List
            x-doublet: {resource: things, action: list}
            responses: {'200': {description: all, content: {application/json: {}}}}
        /things/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get:
            operationId: Read
            x-doublet: {resource: things, action: read}
            responses:
              '200':
                description: one
                headers: {X-First: {schema: {type: string}, x-doublet: {value: '{record.first.self} of {record.name}'}}}
                content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}
          put:
            operationId: Replace
            x-doublet: {resource: things, action: replace}
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
            responses:
              '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}}
        /things/{id}/first:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get: {operationId: First, responses: {'200': {description: the first}}}
      """
    )
  }

  @discardableResult
  private func put(_ body: JSON, _ id: String = "1", host: String = "localhost", to fake: Fake) -> Answer {
    fake.send("PUT", "/things/\(id)", body, headers: ["Host": host])
  }

  @Test(arguments: ["1", "a b", "\"é\""])
  func `a record is kept alone, and answered as one that was given from outside`(key: String) throws {
    let fake = try fake()
    let id = ["1": "1", "a b": "a%20b", "\"é\"": "%22%C3%A9%22"][key] ?? ""
    let bodies: [JSON] = [
      ["name": "a", "size": 1], ["size": 2, "name": "bc"], [:], ["name": "d\""], ["size": 100_000, "name": "é"],
    ]
    for body in bodies {
      let answer = put(body, id, to: fake)
      let link = "http://localhost/things/\(id)"
      #expect(answer["/self"] == .string(link))
      #expect(answer["/_links/self/href"] == .string(link))
      #expect(answer["/first/self"] == .string("\(link)/first"))
      #expect(answer["/first/by"] == "doublet")

      let record = try #require(try fake.record(key, of: "things", "api"))
      #expect(
        record.object?.filter { $0.key != "made" && $0.key != "first" }.map(\.key).sorted()
          == body.object?.map(\.key).sorted()
      )
      #expect(record["first"]?.object?.map(\.key) == ["name", "size", "made"])

      let other = try self.fake()
      try other.setRecord(record, key, of: "things", "api")
      for fake in [fake, other] {
        #expect(fake.send("GET", "/things/\(id)").text == answer.text)
        #expect(fake.send("GET", "/things").text == "[\(answer.text)]")
      }
    }
    #expect(fake.journal().flatMap(\.violations) == [])
  }

  @Test func `links have the base of the request that writes or reads`() throws {
    let fake = try fake()
    for host in ["a.test", "b.test", "b.test", "a.test"] {
      let answer = put(["name": "a"], host: host, to: fake)
      #expect(answer["/self"] == .string("http://\(host)/things/1"))
      #expect(answer["/first/self"] == .string("http://\(host)/things/1/first"))
      #expect(answer["/_links/self/href"] == .string("http://\(host)/things/1"))
      for reader in ["a.test", "b.test"] {
        let read = fake.send("GET", "/things/1", headers: ["Host": reader])
        #expect(read.text == answer.text.replacing(host, with: reader))
      }
    }
  }

  @Test func `header fields tell of a record as the body has it`() throws {
    let fake = try fake()
    for name in ["a", "b"] {
      put(["name": .string(name)], to: fake)
      let read = fake.send("GET", "/things/1")
      #expect(read.headers["X-First"] == "http://localhost/things/1/first of \(name)")
    }
  }

  @Test func `a record keeps a member that its answers hide`() throws {
    let fake = try fake(isOpen: true)
    for body: JSON in [["name": "a"], ["self": "mine", "_links": 1], ["name": "b"], ["_links": ["x": 1]]] {
      let answer = put(body, to: fake)
      #expect(answer["/self"] == "http://localhost/things/1")
      let record = try #require(try fake.record("1", of: "things", "api"))
      for name in ["self", "_links", "name"] { #expect(record[name] == body[name]) }
    }
    let first: JSON = ["self": "mine", "name": "first"]
    try fake.setRecord(["made": "then", "first": first], "1", of: "things", "api")
    for _ in 1...2 {
      #expect(put(["name": "c"], to: fake)["/first/self"] == "http://localhost/things/1/first")
      #expect(try fake.record("1", of: "things", "api")?["first"] == first)
    }
  }

  @Test func `each answer is judged by what is new in it, and by what was wrong before`() throws {
    let fake = try fake()
    for name in ["a", "b", "longer", "longer", "c"] { put(["name": .string(name)], to: fake) }
    #expect(fake.journal().map { $0.violations.map(\.code) } == [[], [], ["body.maxLength"], ["body.maxLength"], []])

    let other = try self.fake(linkLength: 10)
    for _ in 1...3 { put(["name": "a"], to: other) }
    other.send("GET", "/things/1")
    #expect(
      other.journal().map { $0.violations.map(\.pointer.description) } == [
        ["/body/self"], ["/body/self"], ["/body/self"], ["/body/self"],
      ]
    )
  }
}
