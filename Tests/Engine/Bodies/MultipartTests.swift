import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

@Suite struct MultipartTests {
  private static let type = "multipart/form-data; boundary=b"

  /// A body of parts, each its header lines and its content.
  private func body(_ parts: [(header: String, content: String)]) -> [UInt8] {
    Array((parts.map { "--b\r\n\($0.header)\r\n\r\n\($0.content)\r\n" }.joined() + "--b--\r\n").utf8)
  }

  private func field(_ name: String, _ more: String = "") -> String {
    "Content-Disposition: form-data; name=\"\(name)\"\(more)"
  }

  private func exchange(_ body: [UInt8], _ schema: String, encoding: String = "{}", type: String = type) throws
    -> Exchange
  {
    try posting(body, as: type, to: "multipart/form-data: {schema: {type: object, \(schema)}, encoding: \(encoding)}")
  }

  @Test func `each part is a field of the object, by its type and its schema`() throws {
    let parts = [
      (field("id"), "7"), (field("meta"), #"{"a":[1]}"#), (field("tag"), "x"), (field("tag"), "y"),
      (field("doc", "; filename=\"d.json\"") + "\r\nContent-Type: application/json", "[true]"),
      (field("file", "; filename=\"a \\\"b\\\".bin\"") + "\r\nContent-Type: application/octet-stream", "\u{E9}"),
      (field("latin") + "\r\ncontent-type: text/plain; charset=ISO-8859-1", "a"), (field("other"), "z"),
    ]
    let value: JSON = [
      "id": 7, "meta": ["a": [1]], "tag": ["x", "y"], "doc": [true], "file": "\u{C3}\u{A9}", "latin": "a", "other": "z",
    ]
    let schema = """
      properties: {id: {type: integer}, meta: {type: object}, tag: {type: array, items: {type: string}}, \
      doc: {type: array, items: {type: boolean}}, file: {type: string, maxLength: 2}}, const: \(value.text())
      """
    #expect(try exchange(body(parts), schema).violations.map(\.description) == [])
  }

  @Test func `octets count for the length of a file`() throws {
    let part = (field("file", "; filename=f") + "\r\nContent-Type: image/png", "\u{E9}")
    let exchange = try exchange(body([part]), "properties: {file: {type: string, maxLength: 1}}")
    #expect(
      exchange.violations.map(\.description) == [
        "/body/file: must be at most 1 character, is 2 (body.maxLength)"
      ]
    )
  }

  @Test func `an encoding's media types and headers are asked of the part`() throws {
    let schema = "properties: {p: {type: string}, m: {type: object, required: [a]}}"
    let encoding = """
      {p: {contentType: 'image/png, image/*', headers: {X-Rate: {required: true, schema: {type: integer}}}}, \
      m: {contentType: application/json}}
      """
    let right = [
      (field("p", "; filename=p") + "\r\nContent-Type: image/gif\r\nX-Rate: 5", "x"), (field("m"), #"{"a":1}"#),
    ]
    #expect(try exchange(body(right), schema, encoding: encoding).violations.isEmpty)
    let wrong = [
      (field("p", "; filename=p") + "\r\nContent-Type: text/html\r\nX-Rate: fast", "x"),
      (field("m") + "\r\nContent-Type: application/json", "{"),
    ]
    let violations = try exchange(body(wrong), schema, encoding: encoding).violations
    #expect(violations.map(\.code) == ["body.mediaType", "body.header", "body.malformed"])
    #expect(violations.map(\.pointer.description) == ["/body/p", "/body/p", "/body/m"])
    #expect(violations[0].message == "is text/html, must be image/png, image/*")
    #expect(violations[1].message == "its part's header X-Rate must be an integer, is the string \"fast\"")
    #expect(violations[2].message.hasPrefix("is no JSON: line 1, column 2: "))
    let bare = [(field("p", "; filename=p") + "\r\nContent-Type: image/png", "x")]
    #expect(
      try exchange(body(bare), schema, encoding: encoding).violations.map(\.message) == [
        "its part's header X-Rate is required"
      ]
    )
  }

  @Test func `the rules of the schema hold`() throws {
    let parts = [(field("n"), "x"), (field("n"), "y")]
    let exchange = try exchange(body(parts), "required: [n, r], properties: {n: {type: integer}}")
    #expect(exchange.answer.status == 422)
    #expect(Set(exchange.violations.map(\.code)) == ["body.duplicate", "body.required"])
  }

  static let malformed: [(body: String, type: String, message: String)] = [
    ("", "multipart/form-data", "has no boundary: write Content-Type: multipart/form-data; boundary=…"),
    (
      "x", "multipart/form-data; boundary=a?b<",
      "has a boundary that is none: one to 70 letters, digits or '()+_,-./:=? are"
    ),
    ("x", type, "does not hold its boundary '--b'"),
    ("--b\r\n\r\nx\r\n--b--", type, "has a part 1 without a name: write Content-Disposition: form-data; name=\"…\""),
    ("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx", type, "ends without its closing boundary '--b--'"),
    (
      "--b\nContent-Disposition: form-data; name=a\n\nx\n--b--", type,
      "has a boundary that does not end its line with CR LF"
    ),
    (
      "--b\r\nContent-Disposition\r\n\r\nx\r\n--b--", type,
      "has a part 1 with a line in its header that is no header field"
    ),
    (
      "--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b--", type,
      "has a part 1 without a name: write Content-Disposition: form-data; name=\"…\""
    ),
    ("--b\r\nA: b", type, "has a part 1 whose header does not end with an empty line of CR LF"),
    (
      "--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--", type,
      "has a part 1 without a name: write Content-Disposition: form-data; name=\"…\""
    ),
  ]

  @Test(arguments: malformed)
  func `a body that cannot be parted is malformed`(body: String, type: String, message: String) throws {
    let exchange = try exchange(Array((body.isEmpty ? "x" : body).utf8), "minProperties: 0", type: type)
    #expect(exchange.problem == .malformed)
    #expect(exchange.violations.map(\.message) == [message])
  }

  @Test(arguments: [
    "--b--", "preamble\r\n--b--\r\nepilogue", "--b \t\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--b--\r\n",
    "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n--b--\r\n",
    "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n-- b\r\n--\r\n\r\n--b--\r\n",
  ])
  func `what the grammar allows is read`(body: String) throws {
    #expect(try exchange(Array(body.utf8), "minProperties: 0").violations.map(\.description) == [])
  }

  @Test func `many parts are refused, and quickly`() throws {
    let parts = (0...1000).map { _ in (field("a"), "x") }
    #expect(try exchange(body(parts), "minProperties: 0").violations.map(\.message) == ["has more than 1000 parts"])
    let hostile = Array(
      ("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n" + String(repeating: "\r\n-", count: 300_000)).utf8
    )
    #expect(try exchange(hostile, "minProperties: 0").problem == .malformed)
  }
}
