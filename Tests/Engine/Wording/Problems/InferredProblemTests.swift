import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// Problems of documents that do not say how they are worded.
@Suite struct InferredProblemTests {
  private let time = TimeSource.constant(Instant(seconds: 1_769_860_800))

  /// A document whose only operation declares these problems by status, each with the schema or media type object.
  private func fake(_ responses: [String: String], _ configuration: FakeConfiguration = FakeConfiguration()) throws
    -> Fake
  {
    var configuration = configuration
    configuration.time = time
    let rows = responses.sorted { $0.key < $1.key }.map {
      "        '\($0.key)': {description: d, content: \($0.value)}"
    }
    return try Fake(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          post:
            operationId: A
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [name]
                    properties: {name: {type: string, maxLength: 3}, size: {type: integer}, tags: {items: {type: string}}}
            responses:
              '201': {description: d}
      \(rows.joined(separator: "\n"))
      """,
      configuration: configuration
    )
  }

  private func json(_ schema: String) -> String { "{application/json: {schema: \(schema)}}" }

  /// The answer to a body with two violations; its body must be valid.
  private func invalid(_ schema: String) throws -> Answer {
    let fake = try fake(["422": json(schema)])
    let answer = fake.send("POST", "/a", ["name": "long", "size": "x"])
    #expect(answer.status == 422)
    #expect(fake.journal()[0].violations.allSatisfy { $0.side == .request }, "\(answer.text)")
    return answer
  }

  private func notFound(_ schema: String) throws -> Answer {
    let fake = try fake(["404": json(schema)])
    let answer = fake.send("POST", "/a", ["name": "a"], headers: ["Prefer": "code=404"])
    #expect(answer.status == 404)
    #expect(fake.journal()[0].violations.isEmpty, "\(answer.text)")
    return answer
  }

  private func object(_ members: String) -> String { "{type: object, properties: {\(members)}}" }

  @Test func `a failure that its document lays over a success is worded as the failure`() throws {
    let success =
      "{type: object, required: [success, errors, result], properties: {success: {const: true}, "
      + "errors: {type: array, items: {required: [code], properties: {code: {type: integer, minimum: 1000}}}}, "
      + "result: {type: object}}}"
    let failure =
      "{properties: {success: {const: false}, errors: {items: {properties: {message: {type: string}}}}, "
      + "result: {type: 'null'}}}"
    #expect(
      try notFound("{allOf: [\(success), \(failure)]}").text
        == #"{"success":false,"errors":[{"code":1000,"message":"There is no such record."}],"result":null}"#
    )
  }

  @Test func `every violation is told where the document shows an empty list, and codes that cannot be told stay`()
    throws
  {
    let entry =
      "{type: object, required: [code, message], properties: {code: {type: integer, minimum: 1000}, "
      + "message: {type: string}}}"
    let list = "{type: array, uniqueItems: true, items: \(entry), example: []}"
    let schema = "{type: object, required: [errors, messages], properties: {errors: \(list), messages: \(list)}}"
    #expect(
      try invalid(schema).text == """
        {"errors":[{"code":1000,"message":"'name' must be at most 3 characters, is 4."},\
        {"code":1000,"message":"'size' must be an integer, is the string \\"x\\"."}],"messages":[]}
        """
    )
    #expect(
      try notFound(schema).text == #"{"errors":[{"code":1000,"message":"There is no such record."}],"messages":[]}"#
    )
  }

  @Test func `a problem whose schema nothing meets reads as RFC 9457 has it, and breaks the contract`() throws {
    let fake = try fake(["404": json("false")])
    let answer = fake.send("POST", "/a", ["name": "a"], headers: ["Prefer": "code=404"])
    #expect(answer["/detail"] == "There is no such record.")
    #expect(fake.journal()[0].violations.map(\.code) == ["body.false"])
  }

  @Test func `the members of RFC 9457 are filled`() throws {
    let answer = try notFound(
      object(
        "type: {type: string, format: uri-reference}, title: {type: string}, status: {type: integer}, "
          + "detail: {type: string}, instance: {type: string, format: uri-reference}"
      )
    )
    #expect(
      answer.json == [
        "type": "about:blank", "title": "Not Found", "status": 404, "detail": "There is no such record.",
        "instance": "/a",
      ]
    )
  }

  @Test(arguments: [
    ("code: {type: integer}, message: {type: string}", #"{"code":404,"message":"There is no such record."}"#),
    ("code: {type: string}, message: {type: string}", #"{"code":"not_found","message":"There is no such record."}"#),
    ("code: {enum: [BAD, NOT_FOUND]}, msg: {type: string}", #"{"code":"NOT_FOUND","msg":"There is no such record."}"#),
    ("errorCode: {enum: [ResourceNotFound]}", #"{"errorCode":"ResourceNotFound"}"#),
    ("error: {type: string}", #"{"error":"There is no such record."}"#),
    (
      "error: {type: string}, error_description: {type: string}",
      #"{"error":"not_found","error_description":"There is no such record."}"#
    ),
    (
      "statusCode: {type: integer}, error: {type: string}, message: {type: string}",
      #"{"statusCode":404,"error":"Not Found","message":"There is no such record."}"#
    ),
    (
      "error: {type: object, properties: {code: {type: integer}, message: {type: string}, status: {type: string}}}",
      #"{"error":{"code":404,"message":"There is no such record.","status":"not_found"}}"#
    ),
    ("success: {type: boolean}, message: {type: string}", #"{"success":false,"message":"There is no such record."}"#),
    ("message: {type: string, maxLength: 8}", #"{"message":"There is"}"#),
    ("path: {type: string}, method: {type: string}", #"{"path":"/a","method":"POST"}"#),
    ("timestamp: {type: string, format: date-time}", #"{"timestamp":"2026-01-31T12:00:00Z"}"#),
    ("timestamp: {type: integer}", #"{"timestamp":1769860800}"#),
    ("status: {enum: [success, error]}, message: {const: Failed}", #"{"status":"error","message":"Failed"}"#),
  ])
  func `what a member's name means is told in it`(members: String, text: String) throws {
    #expect(try notFound(object(members)).text == text)
  }

  @Test(arguments: [
    (
      "errors: {type: array, items: {type: object, properties: {field: {type: string}, message: {type: string}}}}",
      """
      {"errors":[{"field":"name","message":"must be at most 3 characters, is 4"},\
      {"field":"size","message":"must be an integer, is the string \\"x\\""}]}
      """
    ),
    (
      "errors: {type: array, items: {type: string}}",
      """
      {"errors":["'name' must be at most 3 characters, is 4.","'size' must be an integer, is the string \\"x\\"."]}
      """
    ),
    (
      "errors: {type: object, additionalProperties: {type: array, items: {type: string}}}",
      """
      {"errors":{"name":["must be at most 3 characters, is 4"],"size":["must be an integer, is the string \\"x\\""]}}
      """
    ),
    (
      "detail: {type: array, items: {type: object, required: [loc, msg, type], properties: {loc: {type: array, items: "
        + "{type: string}}, msg: {type: string}, type: {type: string}}}}",
      """
      {"detail":[{"loc":["body","name"],"msg":"must be at most 3 characters, is 4","type":"max_length"},\
      {"loc":["body","size"],"msg":"must be an integer, is the string \\"x\\"","type":"type"}]}
      """
    ),
    (
      "errors: {type: array, items: {type: object, properties: {source: {type: object, properties: {pointer: "
        + "{type: string}}}, code: {enum: [INVALID, MISSING]}}}}",
      #"{"errors":[{"source":{"pointer":"/name"},"code":"INVALID"},{"source":{"pointer":"/size"},"code":"INVALID"}]}"#
    ),
    (
      "errors: {type: array, maxItems: 1, items: {type: object, properties: {param: {type: string}}}}",
      #"{"errors":[{"param":"name"}]}"#
    ),
  ])
  func `the violations are told where there is room for them`(members: String, text: String) throws {
    #expect(try invalid(object(members)).text == text)
  }

  @Test func `a list without violations is left out, or tells the problem where nothing else does`() throws {
    let entry = "{type: array, items: {type: object, properties: {code: {type: string}, message: {type: string}}}}"
    #expect(try notFound(object("message: {type: string}, errors: \(entry)")).members == ["message"])
    #expect(
      try notFound(object("errors: \(entry)")).text
        == #"{"errors":[{"code":"not_found","message":"There is no such record."}]}"#
    )
    #expect(
      try notFound("{type: object, required: [errors], properties: {message: {type: string}, errors: \(entry)}}")[
        "/errors"
      ]
        == []
    )
  }

  @Test(arguments: ["oneOf", "anyOf"])
  func `of several forms the one that has room for the violations is chosen`(choice: String) throws {
    let schema = """
      {\(choice): [{type: object, required: [message], properties: {message: {type: string}}}, \
      {type: object, required: [invalid], properties: {invalid: {type: array, items: {type: object, \
      properties: {name: {type: string}, reason: {type: string}}}}}}]}
      """
    #expect(try invalid(schema)["/invalid"]?.array?.map { $0["name"] } == ["name", "size"])
    #expect(try notFound(schema)["/message"] == "There is no such record.")
  }

  @Test func `a position in an array is a number where the place of a violation may have some`() throws {
    func places(_ element: String) throws -> JSON? {
      let schema = "{type: object, properties: {errors: {type: array, items: {type: object, "
      let fake = try fake([
        "422": json(schema + "properties: {loc: {type: array, items: {type: \(element)}}, msg: {type: string}}}}}}")
      ])
      return fake.send("POST", "/a", ["name": "a", "tags": ["x", 1]])["/errors/0/loc"]
    }
    #expect(try places("[string, integer]") == ["body", "tags", 1])
    #expect(try places("string") == ["body", "tags", "1"])
  }

  @Test func `the rest is as in the example, which is completed by what tells the violations`() throws {
    let schema = object(
      "message: {type: string}, help: {type: string}, errors: {type: array, items: {type: object, properties: "
        + "{field: {type: string}}}}"
    )
    let fake = try fake(["422": "{application/json: {schema: \(schema), example: {message: m, help: ask us}}}"])
    let answer = fake.send("POST", "/a", ["name": "long"])
    #expect(
      answer.text
        == #"{"message":"'name' must be at most 3 characters, is 4.","help":"ask us","errors":[{"field":"name"}]}"#
    )
  }

  @Test func `a schema that says nothing of its members takes those of RFC 9457`() throws {
    let answer = try invalid("{type: object}")
    #expect(answer.headers["Content-Type"] == "application/json")
    #expect(answer["/title"] == "Unprocessable Content")
    #expect(answer["/violations/0/code"] == "body.maxLength")
  }

  @Test func `a status without a declared body has the words of RFC 9457`() throws {
    let answer = try fake([:]).send("POST", "/a", ["name": "long"])
    #expect(answer.headers["Content-Type"] == "application/problem+json")
    #expect(answer.json?["status"] == 422)
  }

  @Test func `a range or default words the problems of its statuses, by their own numbers`() throws {
    let fake = try fake([
      "4XX": json(object("code: {type: integer}")), "default": json(object("fault: {type: string}")),
    ])
    let answer = fake.send("POST", "/a", ["name": "long"])
    #expect(answer.status == 422)
    #expect(answer.text == #"{"code":422}"#)
    let unavailable = fake.send("POST", "/a", ["name": "a"], headers: ["Prefer": "code=503"])
    #expect(unavailable.status == 503)
    #expect(unavailable.members == ["fault"])
  }

  @Test func `a text tells the sentence, an XML document the members`() throws {
    let text = try fake(["422": "{text/plain: {schema: {type: string}}}"]).send("POST", "/a", ["name": "long"])
    #expect(text.text == "'name' must be at most 3 characters, is 4.")
    let xml = try fake(["422": "{application/xml: {schema: \(object("code: {type: integer}"))}}"])
      .send("POST", "/a", ["name": "long"])
    #expect(xml.text.hasSuffix("<response><code>422</code></response>"))
  }

  @Test func `a problem is of the type that the client accepts, if there is one`() throws {
    let fake = try fake(["422": "{application/json: {}, text/plain: {}}"])
    func type(_ accept: String) -> String? {
      fake.send("POST", "/a", ["name": "long"], headers: ["Accept": accept]).headers["Content-Type"]
    }
    #expect(type("text/plain") == "text/plain")
    #expect(type("*/*") == "application/json")
    #expect(type("image/png") == "application/json")
  }

  @Test func `an injected problem is the natural one`() throws {
    let schema = object(
      "code: {type: string}, requestId: {type: string, format: uuid}, details: {type: array, items: {}}"
    )
    let natural = try fake(["422": json(schema)])
    let injected = try fake(["422": json(schema)])
    try injected.inject(Fault(scope: .all, answer: .problem(.invalid)))
    let empty = natural.send("POST", "/a", "text")
    #expect(natural.send("POST", "/a", "text") == empty)
    #expect(empty["/requestId"]?.string?.utf8.count == 36)
    #expect(injected.send("POST", "/a", ["name": "a"])["/code"] == empty["/code"])
  }

  @Test func `the status of invalid requests can be set for all APIs`() throws {
    let fake = try fake(["422": json(object("code: {type: integer}"))], FakeConfiguration(invalidStatus: 400))
    #expect(fake.send("POST", "/a", ["name": "long"]).status == 400)
    #expect(
      fake.send("POST", "/a", ["name": "a"], headers: ["Prefer": "code=422"]).status == 422,
      "by number it is that"
    )
    let worded = try Fake(shop, configuration: FakeConfiguration(invalidStatus: 418))
    #expect(worded.send("PUT", "/orders/7", ["note": 5], headers: Headers(shopper)).status == 418)
  }
}

extension Answer {
  /// The names of the body's members.
  fileprivate var members: [String] { json?.object?.keys ?? [] }
}
