import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// What an operation without state answers.
@Suite struct ShownTests {
  /// A document with one operation that has these responses.
  private func fake(_ responses: String, path: String = "/a", schemas: String = "") throws -> Fake {
    let parameters = PathNames.of(path).map { "{name: \($0), in: path, required: true, schema: {}}" }
    return try Fake(
      """
      openapi: 3.2.0
      info: {title: T, version: '1'}
      paths:
        '\(path)':
          get:
            operationId: A
            parameters: [\(parameters.joined(separator: ", "))]
            responses: \(responses)
      \(schemas)
      """
    )
  }

  private func json(_ body: String) -> String { "{description: d, content: {application/json: \(body)}}" }

  @Test(arguments: [
    ("{example: [1, 2.50]}", "[1,2.50]"),
    ("{examples: {one: {value: 1}, two: {value: 2}}}", "1"),
    ("{schema: {type: string, const: yes}}", #""yes""#),
    ("{schema: {type: integer, minimum: 7, maximum: 7}}", "7"),
    ("{}", "{}"),
    // An example that does not fit does not stand in the way of one that does, or of a sample.
    ("{schema: {type: integer}, examples: {one: {value: x}, two: {value: 2}}}", "2"),
    ("{schema: {const: 5}, example: x}", "5"),
    // Where nothing is valid, what the document shows is still the best.
    ("{schema: false, example: x}", #""x""#),
  ])
  func `the first valid example is answered, else a valid sample`(body: String, text: String) throws {
    let answer = try fake("{'200': \(json(body))}").send("GET", "/a")
    #expect(answer.status == 200)
    #expect(answer.text == text)
    #expect(answer.headers["Content-Type"] == "application/json")
  }

  @Test func `of parts of a schema that contradict each other the later is answered`() throws {
    let parts =
      "[{type: object, properties: {a: {const: 1}, b: {const: 3}}, required: [a, b]}, "
      + "{properties: {a: {const: 2}}}]"
    let fake = try fake("{'200': \(json("{schema: {allOf: \(parts)}}"))}")
    #expect(fake.send("GET", "/a").text == #"{"a":2,"b":3}"#)
    #expect(fake.journal()[0].violations == [])
  }

  @Test func `what can have no valid answer is a 501 that says so`() throws {
    let answer = try fake("{'200': \(json("{schema: false}"))}").send("GET", "/a")
    #expect(answer.status == 501)
    #expect(
      answer["/detail"]
        == "A has no example for its 200, and no value was found that is valid; add an example to api.yaml:8:19."
    )
  }

  @Test(arguments: [
    ("{'204': {description: d}}", 204), ("{'202': {description: d}, '404': {description: d}}", 202),
    ("{default: {description: d}}", 200), ("{2XX: {description: d}, '404': {description: d}}", 200),
    ("{'302': {description: d}, default: {description: d}}", 302), ("{'404': {description: d}}", 200),
    ("{'206': {description: d}, '302': {description: d}}", 206),
  ])
  func `the status is the success that is declared`(responses: String, status: Int) throws {
    let answer = try fake(responses).send("GET", "/a")
    #expect(answer.status == status)
    #expect(answer.body.isEmpty)
    #expect(answer.headers["Content-Type"] == nil)
  }

  @Test(arguments: [
    ("/pets/{petId}", "/pets/7", "{example: {id: 1, name: cat}}", #"{"id":7,"name":"cat"}"#),
    ("/pets/{pet_id}", "/pets/x", "{example: {petId: a, id: b}}", #"{"petId":"x","id":"b"}"#),
    ("/pets/{petId}", "/pets/7", "{example: {data: {id: '1'}}}", #"{"data":{"id":"7"}}"#),
    ("/o/{ownerId}/pets/{petId}", "/o/3/pets/4", "{example: {ownerId: 1, id: 2}}", #"{"ownerId":3,"id":4}"#),
    ("/o/{ownerId}/pets", "/o/3/pets", "{example: {pets: 1}}", #"{"pets":1}"#),
    // What would not be valid stays as it is.
    ("/pets/{id}", "/pets/7", "{schema: {properties: {id: {maximum: 5}}}, example: {id: 1}}", #"{"id":1}"#),
    ("/pets/{id}", "/pets/x", "{example: {id: 1}}", #"{"id":1}"#),
  ])
  func `the answer speaks of what the path names`(path: String, target: String, body: String, text: String) throws {
    let fake = try fake("{'200': \(json(body))}", path: path)
    #expect(fake.send("GET", target).text == text)
  }

  @Test(arguments: [
    ("text/plain: {example: plain}", "text/plain", "plain"),
    ("text/plain: {schema: {const: made}}", "text/plain", "made"),
    ("application/xml: {example: '<a/>'}", "application/xml", "<a/>"),
    (
      "application/xml: {example: {name: 'R&D', tags: [a, b], none: null}}", "application/xml",
      #"<?xml version="1.0" encoding="UTF-8"?><response><name>R&amp;D</name><tags>a</tags><tags>b</tags><none/></response>"#
    ),
    ("text/csv: {example: [{a: 1, b: 'x,y'}, {a: 2}]}", "text/csv", "a,b\r\n1,\"x,y\"\r\n2,\r\n"),
    ("application/x-ndjson: {example: [{a: 1}, {a: 2}]}", "application/x-ndjson", "{\"a\":1}\n{\"a\":2}\n"),
    ("application/jsonl: {itemSchema: {const: {a: 1}}}", "application/jsonl", "{\"a\":1}\n"),
    ("application/json-seq: {example: [1, 2]}", "application/json-seq", "\u{1E}1\n\u{1E}2\n"),
    ("text/event-stream: {example: [{a: 1}, 2]}", "text/event-stream", "data: {\"a\":1}\n\ndata: 2\n\n"),
    (
      "text/event-stream: {itemSchema: {const: {event: e, data: \"x\\ny\"}}}", "text/event-stream",
      "event: e\ndata: x\ndata: y\n\n"
    ),
    ("application/hal+json: {example: {a: 1}}", "application/hal+json", #"{"a":1}"#),
  ])
  func `a body is written as its media type`(content: String, type: String, text: String) throws {
    let answer = try fake("{'200': {description: d, content: {\(content)}}}").send("GET", "/a")
    #expect(answer.headers["Content-Type"] == type)
    #expect(answer.text == text)
  }

  @Test func `an XML document is called like its component`() throws {
    let schemas = """
      components:
        schemas:
          Pet: {type: object, required: [id], properties: {id: {const: 1}}}
          Pets: {type: array, minItems: 1, maxItems: 1, items: {$ref: '#/components/schemas/Pet'}}
      """
    func text(_ schema: String) throws -> String {
      let content = "{'200': {description: d, content: {application/xml: {schema: \(schema)}}}}"
      return try fake(content, schemas: schemas).send("GET", "/a").text
    }
    #expect(try text("{$ref: '#/components/schemas/Pet'}").hasSuffix("?><Pet><id>1</id></Pet>"))
    #expect(
      try text("{type: array, minItems: 1, maxItems: 1, items: {$ref: '#/components/schemas/Pet'}}")
        .hasSuffix("<items><Pet><id>1</id></Pet></items>")
    )
  }

  @Test func `content without text is a few bytes, always the same`() throws {
    let content = "application/octet-stream: {schema: {type: string, format: binary}}"
    let fake = try fake("{'200': {description: d, content: {\(content)}}}")
    #expect(fake.send("GET", "/a").body == Array(0..<16))
  }

  @Test func `a sample is the same each time, and valid`() throws {
    let schema = """
      {schema: {type: object, required: [id, email, tags], additionalProperties: false, properties: {id: {type: string, \
      format: uuid}, email: {type: string, format: email}, tags: {type: array, minItems: 2, items: {type: string}}}}}
      """
    let fake = try fake("{'200': \(json(schema))}")
    let first = fake.send("GET", "/a")
    #expect(first["/tags"]?.array?.count ?? 0 >= 2, "\(first.text)")
    #expect(fake.send("GET", "/a").body == first.body)
    #expect(fake.journal().flatMap(\.violations).isEmpty)
  }

  @Test func `header fields that are declared are sent: those with a value or example, and those that must be there`()
    throws
  {
    let headers = """
      X-Must: {required: true, schema: {type: integer, minimum: 3, maximum: 3}}, X-May: {schema: {type: string}}, \
      X-Example: {schema: {type: array}, example: [a, b]}, X-Schema: {schema: {type: string, example: e}}, \
      X-Named: {schema: {}, examples: {one: {value: n}}}, X-Own: {schema: {}, example: e, x-doublet: {value: '{status}'}}, \
      Content-Length: {required: true, schema: {type: integer}}
      """
    let fake = try fake("{'204': {description: d, headers: {\(headers)}}}")
    let answer = fake.send("GET", "/a")
    #expect(answer.headers["X-Must"] == "3")
    #expect(answer.headers["X-May"] == nil)
    #expect(answer.headers["X-Example"] == "a,b")
    #expect(answer.headers["X-Schema"] == "e")
    #expect(answer.headers["X-Named"] == "n")
    #expect(answer.headers["X-Own"] == "204")
    #expect(answer.headers["Content-Length"] == nil, "the server counts")
    #expect(fake.journal().flatMap(\.violations).isEmpty)
  }
}

/// The names in a path.
private enum PathNames {
  static func of(_ path: String) -> [Substring] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
  }
}
