import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// The table of styles in OpenAPI 3.2, section 4.12.2.3 (3.1: 4.8.12.4): what a parameter `color` of each style looks
/// like, and what it must be read as.
@Suite struct StyleTableTests {
  /// A row of the table for one type of value.
  struct Row: CustomTestStringConvertible {
    var location: String
    var style: String
    var isExploded: Bool
    var sent: String
    var value: JSON

    init(_ location: String, _ style: String, _ isExploded: Bool, _ sent: String, _ value: JSON) {
      (self.location, self.style, self.isExploded, self.sent, self.value) = (location, style, isExploded, sent, value)
    }

    var testDescription: String { "\(location) \(style) \(isExploded) \(sent)" }
  }

  static let text: JSON = "blue"
  static let list: JSON = ["blue", "black", "brown"]
  static let object: JSON = ["R": 100, "G": 200, "B": 150]

  static let rows: [Row] = [
    Row("path", "matrix", false, ";color", ""), Row("path", "matrix", false, ";color=blue", text),
    Row("path", "matrix", false, ";color=blue,black,brown", list),
    Row("path", "matrix", false, ";color=R,100,G,200,B,150", object),
    Row("path", "matrix", true, ";color", ""), Row("path", "matrix", true, ";color=blue", text),
    Row("path", "matrix", true, ";color=blue;color=black;color=brown", list),
    Row("path", "matrix", true, ";R=100;G=200;B=150", object),
    Row("path", "label", false, ".", ""), Row("path", "label", false, ".blue", text),
    Row("path", "label", false, ".blue,black,brown", list), Row("path", "label", false, ".R,100,G,200,B,150", object),
    Row("path", "label", true, ".", ""), Row("path", "label", true, ".blue", text),
    Row("path", "label", true, ".blue.black.brown", list), Row("path", "label", true, ".R=100.G=200.B=150", object),
    Row("path", "simple", false, "blue", text), Row("path", "simple", false, "blue,black,brown", list),
    Row("path", "simple", false, "R,100,G,200,B,150", object), Row("path", "simple", true, "blue", text),
    Row("path", "simple", true, "blue,black,brown", list), Row("path", "simple", true, "R=100,G=200,B=150", object),
    Row("header", "simple", false, "", ""), Row("header", "simple", false, "blue", text),
    Row("header", "simple", false, "blue,black,brown", list),
    Row("header", "simple", false, "R,100,G,200,B,150", object), Row("header", "simple", true, "blue", text),
    Row("header", "simple", true, "blue,black,brown", list),
    Row("header", "simple", true, "R=100,G=200,B=150", object),
    Row("query", "form", false, "color=", ""), Row("query", "form", false, "color=blue", text),
    Row("query", "form", false, "color=blue,black,brown", list),
    Row("query", "form", false, "color=R,100,G,200,B,150", object),
    Row("query", "form", true, "color=", ""), Row("query", "form", true, "color=blue", text),
    Row("query", "form", true, "color=blue&color=black&color=brown", list),
    Row("query", "form", true, "R=100&G=200&B=150", object),
    Row("query", "spaceDelimited", false, "color=blue%20black%20brown", list),
    Row("query", "spaceDelimited", false, "color=R%20100%20G%20200%20B%20150", object),
    Row("query", "pipeDelimited", false, "color=blue%7Cblack%7Cbrown", list),
    Row("query", "pipeDelimited", false, "color=R%7C100%7CG%7C200%7CB%7C150", object),
    Row("query", "deepObject", true, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150", object),
    Row("cookie", "form", false, "color=", ""), Row("cookie", "form", false, "color=blue", text),
    Row("cookie", "form", false, "color=blue,black,brown", list),
    Row("cookie", "form", false, "color=R,100,G,200,B,150", object),
    Row("cookie", "form", true, "color=blue&color=black&color=brown", list),
    Row("cookie", "cookie", false, "color=blue,black,brown", list),
    Row("cookie", "cookie", false, "color=R,100,G,200,B,150", object),
    Row("cookie", "cookie", true, "color=blue; color=black; color=brown", list),
    Row("cookie", "cookie", true, "R=100; G=200; B=150", object),
  ]

  @Test(arguments: rows)
  func `a value is read as the table of styles has it`(row: Row) throws {
    let exchange = try exchange(row, expecting: row.value)
    #expect(exchange.violations.map(\.description) == [])
    #expect(exchange.warnings.map(\.description) == [])
    #expect(exchange.operation == "get")
  }

  @Test(arguments: rows)
  func `a value that the schema does not know is refused`(row: Row) throws {
    let other: JSON =
      switch row.value {
      case .array: ["other"]
      case .object: ["R": 1]
      default: "other"
      }
    let codes = try exchange(row, expecting: other).violations.map(\.code)
    #expect(codes.contains("\(row.location).const"))
  }

  /// The exchange of a fake whose parameter must be `value`.
  private func exchange(_ row: Row, expecting value: JSON) throws -> Exchange {
    let type =
      switch row.value {
      case .array: "type: array, items: {type: string}"
      case .object: "type: object, properties: {R: {type: integer}, G: {type: integer}, B: {type: integer}}"
      default: "type: string"
      }
    let contract = try compiled(
      """
      openapi: 3.2.0
      info: {title: Styles, version: '1'}
      paths:
        \(row.location == "path" ? "/p/{color}" : "/p"):
          get:
            operationId: get
            parameters:
              - {name: color, in: \(row.location), required: true, style: \(row.style), explode: \(row.isExploded), \
      schema: {\(type), const: \(value.text())}}
            responses: {'204': {description: Done}}
      """
    )
    let fake = try Fake([contract])
    let request: Request =
      switch row.location {
      case "path": Request("GET", "/p/\(row.sent)")
      case "query": Request("GET", "/p?\(row.sent)")
      case "header": Request("GET", "/p", headers: ["color": row.sent])
      default: Request("GET", "/p", headers: ["Cookie": row.sent])
      }
    _ = fake.answer(request)
    return try #require(fake.journal().first)
  }
}
