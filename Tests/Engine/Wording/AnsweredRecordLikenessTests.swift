import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// A record that requests write, which is kept in the words of its answer, is answered and judged as one that was put there
/// as a tree: after each of many writes, whatever the schema of the answer asks of its members.
@Suite struct AnsweredRecordLikenessTests {
  private static let answers = [
    "properties: {name: {maxLength: 4}, self: {maxLength: 26}}",
    "properties: {name: {maxLength: 4}}, additionalProperties: {type: [string, object, integer, 'null']}",
    "required: [name, made], minProperties: 6, patternProperties: {'^s': {maxLength: 26}, '^_': {type: object}}",
    "allOf: [{properties: {name: {maxLength: 4}}}, {properties: {self: {type: string}}}], maxProperties: 7",
    "properties: {name: {type: string, writeOnly: true}, self: {type: string}}",
    "properties: {self: {type: string}, made: {enum: [x]}}",
    "anyOf: [{required: [name]}, {required: [size]}], properties: {self: {type: string}}",
    "properties: {self: {type: string}}, propertyNames: {maxLength: 5}", "properties: {self: {type: 'null'}}",
    "dependentRequired: {size: [name]}, properties: {self: {}, _links: {required: [self]}}, unevaluatedProperties: false",
  ]

  /// - Parameter isFull: Whether records are open, and have null for each of more members than a word has bits.
  private func fake(_ answer: String, isFull: Bool) throws -> Fake {
    let links = isFull ? "" : "self: {type: string, readOnly: true}, _links: {type: object, readOnly: true},"
    let many = isFull ? (0..<70).map { "p\($0): {type: [string, 'null']}," }.joined() : ""
    let response = "{description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}}"
    return try Fake(
      """
      openapi: 3.1.1
      info: {title: Alike, version: '1'}
      x-doublet:
        name: api
        resources:
          things:
            schema: '#/components/schemas/Thing'
            key: path.id
            \(isFull ? "omitted: null" : "")
            computed:
              made: {value: 'M', on: create}
              seen: {value: 'a"é', on: create}
              loud: {value: '{key}'}
            answered: {self: '{link.self}', _links: {self: {href: '{link.self}'}, x: []}}
            links: {self: '/things/{key}'}
      components:
        schemas:
          Answer: {type: object, \(answer)}
          Thing:
            type: object
            additionalProperties: \(isFull)
            properties: {
              name: {type: string}, size: {type: integer}, \(links) \(many)
              made: {type: string}, seen: {type: string}, loud: {type: string}
            }
      paths:
        /things/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get: {operationId: Read, x-doublet: {resource: things, action: read}, responses: {'200': \(response)}}
          put:
            operationId: Replace
            x-doublet: {resource: things, action: replace}
            requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            responses: {'200': \(response), '201': \(response)}
      """
    )
  }

  /// A body with some of the members that a thing can have, in any order.
  private func body(_ numbers: inout Numbers) -> JSON {
    let names: [JSON] = ["ab", "abcde", "é\n"]
    let members: [(key: String, value: JSON)] = [
      ("name", names.randomElement(using: &numbers) ?? "ab"), ("size", 3), ("made", "no"), ("seen", "no"),
      ("loud", "no"),
    ]
    return .object(JSONObject(members.filter { _ in Bool.random(using: &numbers) }.shuffled(using: &numbers)))
  }

  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test(arguments: answers, [false, true])
  func `a record that was written is answered as one that was put there`(answer: String, isFull: Bool) throws {
    let (fake, other) = (try fake(answer, isFull: isFull), try fake(answer, isFull: isFull))
    var numbers = Numbers(state: 7)
    for _ in 1...40 {
      let (key, path) = Bool.random(using: &numbers) ? ("1", "1") : ("b\"é", "b%22%C3%A9")
      let host = Headers([("Host", Bool.random(using: &numbers) ? "a" : "b.test")])
      let written = fake.send("PUT", "/things/\(path)", body(&numbers), headers: host)
      let judged = fake.lastExchange()?.violations
      try other.setRecord(#require(try fake.record(key, of: "things", "api")), key, of: "things", "api")
      let right = other.send("GET", "/things/\(path)", headers: host)
      #expect(written.text == right.text)
      #expect(judged == other.lastExchange()?.violations)
      for _ in 1...2 {
        #expect(fake.send("GET", "/things/\(path)", headers: host).text == right.text)
        #expect(fake.lastExchange()?.violations == judged)
      }
    }
  }
}
