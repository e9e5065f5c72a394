import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct BodyTests {
  @Test(arguments: [
    ("application/json; charset=UTF-8", 204), ("application/json; charset=utf-16", 415),
    ("application/problem+json; charset=latin1", 415), ("application/problem+json", 204),
  ])
  func `JSON is UTF-8`(type: String, status: Int) throws {
    let exchange = try posting("{}", as: type, to: "application/*: {}")
    #expect(exchange.answer.status == status)
    if status == 415 { #expect(exchange.violations.map(\.code) == ["header.charset"]) }
  }

  static let texts: [(bytes: [UInt8], charset: String, text: String?)] = [
    ([0xC3, 0xA9], "utf-8", "é"), ([0xE9], "ISO-8859-1", "é"), ([0xFE, 0xFF, 0, 0xE9], "utf-16", "é"),
    ([0xFF, 0xFE, 0xE9, 0], "UTF-16", "é"), ([0, 0xE9], "utf-16be", "é"), ([0xE9, 0], "utf-16le", "é"),
    ([0x61], "us-ascii", "a"), ([0xE9], "utf-8", nil), ([0xE9], "us-ascii", nil), ([0xD8], "utf-16", nil),
    ([0xD8, 0x00], "utf-16be", nil),
  ]

  @Test(arguments: texts)
  func `text is decoded by its charset`(bytes: [UInt8], charset: String, text: String?) throws {
    let schema = text.map { "{const: \($0)}" } ?? "{}"
    let exchange = try posting(bytes, as: "text/plain; charset=\(charset)", to: "text/*: {schema: \(schema)}")
    #expect(exchange.violations.map(\.message) == (text == nil ? ["is no text in \(charset)"] : []))
    #expect(exchange.problem == (text == nil ? .malformed : nil))
  }

  @Test func `a charset that nobody knows is refused with those there are`() throws {
    let exchange = try posting("a", as: "text/plain; charset=koi8-r", to: "text/plain: {}")
    #expect(exchange.answer.status == 415)
    #expect(
      exchange.violations.map(\.message) == [
        "has the charset koi8-r, must be utf-8, us-ascii, iso-8859-1, utf-16, utf-16be, utf-16le"
      ]
    )
  }

  @Test(arguments: [
    ("5", "{type: integer, maximum: 9}", []), ("50", "{type: integer, maximum: 9}", ["body.maximum"]),
    ("five", "{type: integer}", ["body.type"]), ("five", "{type: string, maxLength: 3}", ["body.maxLength"]),
    ("a@b.test", "{type: string, format: email}", []),
  ])
  func `text is judged by its schema`(body: String, schema: String, codes: [String]) throws {
    #expect(try posting(body, as: "text/plain", to: "text/plain: {schema: \(schema)}").violations.map(\.code) == codes)
  }

  @Test func `the length of binary bodies counts octets`() throws {
    let bytes: [UInt8] = [0xFF, 0xD8, 0xC3, 0xA9]
    let png = "image/png: {schema: {type: string, format: binary, maxLength: 3}}"
    #expect(try posting(bytes, as: "image/png", to: png).violations.map(\.code) == ["body.maxLength"])
    #expect(try posting(Array(bytes.dropLast()), as: "image/png", to: png).violations.isEmpty)
    #expect(try posting(bytes, as: "image/png", to: "application/octet-stream: {}, '*/*': {}").violations.isEmpty)
  }

  @Test func `a coded body is refused, but for octets`() throws {
    let refused = try posting(
      Array("x".utf8),
      as: "text/plain",
      to: "text/plain: {}",
      headers: ["Content-Encoding": "gzip"]
    )
    #expect(refused.answer.status == 415)
    #expect(refused.answer.headers["Accept-Encoding"] == "identity")
    #expect(
      refused.violations.map(\.description) == [
        "/header/Content-Encoding: is gzip, must be identity (header.contentEncoding)"
      ]
    )
    let headers: Headers = ["Content-Encoding": "Identity"]
    #expect(try posting(Array("x".utf8), as: "text/plain", to: "text/plain: {}", headers: headers).answer.status == 204)
    let gzip: Headers = ["Content-Encoding": "gzip"]
    #expect(
      try posting([0x1F], as: "application/octet-stream", to: "application/octet-stream: {}", headers: gzip).answer
        .status == 204
    )
  }

  static let lines: [(body: String, type: String, codes: [String])] = [
    ("{\"a\":1}\n\n{\"a\":2}\r\n", "application/x-ndjson", []),
    ("{\"a\":1}\n{\"a\":x}", "application/x-ndjson", ["body.malformed"]),
    ("{\"a\":1}\n{\"a\":\"2\"}", "application/jsonl", ["body.type"]),
    ("\u{1E}{\"a\":1}\n\u{1E}{\"a\":2}\n", "application/json-seq", []),
    ("{\"a\":1}", "application/json-seq", ["body.malformed"]),
    ("\u{1E}{\"a\":1,\"a\":1}\n", "application/json-seq", ["body.duplicateKey"]),
  ]

  @Test(arguments: lines)
  func `each of several JSON texts is judged`(body: String, type: String, codes: [String]) throws {
    let schema = "{type: object, properties: {a: {type: integer}}}"
    #expect(try posting(body, as: type, to: "\(type): {schema: \(schema)}").violations.map(\.code) == codes)
    #expect(
      try posting(body, as: type, to: "\(type): {schema: {type: array, items: \(schema)}}").violations.map(\.code)
        == codes
    )
  }

  @Test func `the schema of items is held against each of them, beside that of the whole`() throws {
    let content = "application/jsonl: {schema: {type: array, maxItems: 1}, itemSchema: {type: integer}}"
    let codes = try posting("1\n\"2\"\n", as: "application/jsonl", to: content).violations.map(\.code)
    #expect(codes == ["body.type", "body.maxItems"])
  }

  @Test func `XML is taken as it is, and that it is not judged is a row`() throws {
    let yaml = """
      openapi: 3.1.1
      info: {title: Bodies, version: '1'}
      paths:
        /a:
          post:
            operationId: post
            requestBody: {content: {application/xml: {schema: {type: object}}, application/yaml: {schema: {type: object}}, \
      text/plain: {schema: {type: string}}, image/png: {schema: {type: string}}}}
            responses: {'204': {description: Done}}
      """
    let contract = try compiled(yaml)
    #expect(
      contract.unenforced.map { "\($0.location) \($0.field) \($0.rule): \($0.reason)" } == [
        "body application/xml schema: the members of XML are not looked into",
        "body application/yaml schema: what is written in these octets is not known",
      ]
    )
    let fake = try Fake([contract])
    let answer = fake.answer(
      Request("POST", "/a", headers: ["Content-Type": "application/xml"], body: Array("<a/>".utf8))
    )
    #expect(answer.status == 204)
  }

  @Test func `a body where none is taken is a warning`() throws {
    let fake = try Fake(
      """
      openapi: 3.1.1
      info: {title: Bodies, version: '1'}
      paths: {/a: {delete: {operationId: drop, responses: {'204': {description: Done}}}}}
      """
    )
    #expect(fake.send("DELETE", "/a", ["a": 1]).status == 204)
    #expect(
      fake.journal()[0].warnings.map(\.description) == [
        "/body: is not looked at: this operation takes none (body.unexpected)"
      ]
    )
  }

  @Test func `the use of a deprecated member is a warning`() throws {
    let schema = """
      {type: object, properties: {old: {deprecated: true}, list: {type: array, items: {oneOf: [{type: object, required: [k], \
      properties: {k: {deprecated: true}}}, {type: object, required: [l], properties: {l: {type: integer}, k: {deprecated: true}}}]}}}}
      """
    let exchange = try posting(
      #"{"old":1,"new":2,"list":[{"l":1},{"k":1}]}"#,
      as: "application/json",
      to: "application/json: {schema: \(schema)}"
    )
    #expect(exchange.violations.isEmpty)
    #expect(exchange.warnings.map(\.pointer.description) == ["/body/old", "/body/list/1/k"])
    #expect(exchange.warnings.map(\.code) == ["body.deprecated", "body.deprecated"])
  }

  @Test func `encodings survive the text of the contract, and a wrong one is told`() throws {
    let right = try compiled(
      """
      openapi: 3.1.1
      info: {title: Bodies, version: '1'}
      paths:
        /a:
          post:
            operationId: post
            requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, encoding: \
      {a: {contentType: 'image/png, image/*', headers: {X: {schema: {type: integer}}}, style: form, explode: false, \
      allowReserved: true}}}}}
            responses: {'204': {description: Done}}
      """
    )
    #expect(right.encodings.count == 1)
    #expect(right.encodings[0].types == ["image/png", "image/*"])
    #expect(try Contract(text: Array(right.text.utf8)) == right)
  }
}
