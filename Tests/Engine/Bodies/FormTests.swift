import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct FormTests {
  private static let form = "application/x-www-form-urlencoded"

  /// The codes of a form that must be `value`.
  private func violations(_ form: String, _ schema: String, _ value: JSON, encoding: String = "{}") throws -> [String] {
    let content =
      "\(Self.form): {schema: {allOf: [{type: object, \(schema)}], const: \(value.text())}, encoding: \(encoding)}"
    return try posting(form, as: Self.form, to: content).violations.map(\.description)
  }

  static let cases: [(form: String, schema: String, value: JSON)] = [
    (
      "a=1&b=x+y%26&c=true", "properties: {a: {type: integer}, b: {type: string}, c: {type: boolean}}",
      ["a": 1, "b": "x y&", "c": true]
    ),
    ("t=1&t=2", "properties: {t: {type: array, items: {type: integer}}}", ["t": [1, 2]]),
    ("t=1", "properties: {t: {type: array, items: {type: integer}}}", ["t": [1]]),
    ("t[]=1&t[]=2", "properties: {t: {type: array, items: {type: integer}}}", ["t": [1, 2]]),
    ("o=%7B%22a%22:1%7D", "properties: {o: {type: object, properties: {a: {type: integer}}}}", ["o": ["a": 1]]),
    (
      "o[a]=1&o[b][c]=2", "properties: {o: {type: object, properties: {a: {type: integer}}}}",
      ["o": ["a": 1, "b": ["c": "2"]]]
    ),
    ("a=1", "properties: {o: {type: object, properties: {a: {type: integer}}}}", ["o": ["a": 1]]),
    (
      "l=%7B%22a%22:1%7D&l=%7B%22a%22:2%7D", "properties: {l: {type: array, items: {type: object}}}",
      ["l": [["a": 1], ["a": 2]]]
    ),
    ("x=1&x=2&y=3", "additionalProperties: {type: [integer, array], items: {type: integer}}", ["x": [1, 2], "y": 3]),
    ("n=", "properties: {n: {type: [integer, 'null']}}", ["n": nil]), ("a&b=", "{}", ["a": "", "b": ""]),
    // What combines with the `&` before it is a name all the same.
    ("a=1&\u{301}=2", "properties: {a: {type: integer}}", ["a": 1, "\u{301}": "2"]),
  ]

  @Test(arguments: cases)
  func `a form is the object of its schema`(form: String, schema: String, value: JSON) throws {
    let schema = schema == "{}" ? "minProperties: 0" : schema
    #expect(try violations(form, schema, value) == [])
  }

  static let styles: [(form: String, encoding: String, value: JSON)] = [
    ("t=1,2", "{t: {style: form, explode: false}}", ["t": [1, 2]]),
    ("t=1%7C2", "{t: {style: pipeDelimited}}", ["t": [1, 2]]),
    ("o=r,1,g,2", "{o: {explode: false}}", ["o": ["r": 1, "g": 2]]),
    ("o[r]=1&o[g]=2", "{o: {style: deepObject}}", ["o": ["r": 1, "g": 2]]),
    ("r=1&g=2", "{o: {style: form}}", ["o": ["r": 1, "g": 2]]),
    ("o=%7B%22r%22:1%7D", "{o: {contentType: application/json}}", ["o": ["r": 1]]),
  ]

  @Test(arguments: styles)
  func `an encoding says how a field is written`(form: String, encoding: String, value: JSON) throws {
    let schema = """
      properties: {t: {type: array, items: {type: integer}}, \
      o: {type: object, properties: {r: {type: integer}, g: {type: integer}}}}
      """
    #expect(try violations(form, schema, value, encoding: encoding) == [])
  }

  @Test func `what breaks the schema is told at its field`() throws {
    let schema =
      "required: [a, b], additionalProperties: false, properties: {a: {type: integer}, b: {type: string}, t: {type: string}}"
    let exchange = try posting(
      "a=x&t=1&t=2&u=1",
      as: Self.form,
      to: "\(Self.form): {schema: {type: object, \(schema)}}"
    )
    #expect(exchange.answer.status == 422)
    #expect(
      Set(exchange.violations.map(\.description)) == [
        "/body/t: is given 2 times, must be given once (body.duplicate)",
        "/body/b: is required (body.required)",
        "/body/a: must be an integer, is the string \"x\" (body.type)",
        "/body/u: is not allowed; the members are \"a\", \"b\", \"t\" (body.additionalProperties)",
      ]
    )
  }

  @Test func `a form that is no UTF-8 is malformed`() throws {
    let exchange = try posting("a=%FF", as: Self.form, to: "\(Self.form): {}")
    #expect(exchange.problem == .malformed)
    #expect(exchange.violations.map(\.message) == ["is no form in UTF-8"])
  }

  @Test func `a form is stored as any body is`() throws {
    let document = shop.replacing(
      "content: {application/json: {schema",
      with: "content: {application/x-www-form-urlencoded: {schema"
    )
    let fake = try Fake(document)
    let headers = Headers(shopper + [("Content-Type", Self.form)])
    let body = Array("note=abc&buyer[name]=Ada&made=5".utf8)
    #expect(fake.answer(Request("PUT", "/orders/1", headers: headers, body: body)).status == 201)
    let order = fake.send("GET", "/orders/1", headers: Headers(shopper))
    #expect(order["/note"] == "abc")
    #expect(order["/buyer/name"] == "Ada")
  }
}
