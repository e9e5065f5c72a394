import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletValidation
import Testing

/// The header fields that answers declare.
@Suite struct AnswerHeaderTests {
  /// A document whose one answer declares the header field X.
  private func document(_ header: String) -> String {
    """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    paths:
      /a:
        get:
          operationId: A
          responses:
            '204':
              description: d
              headers:
                X: \(header)
    """
  }

  @Test(arguments: [
    ("{required: true, schema: {const: 7}}", "7"),
    ("{required: true, schema: {type: integer, minimum: 7, maximum: 7}, example: five}", "7"),
    ("{schema: {type: integer}, example: 5}", "5"),
    ("{required: true, schema: {type: array, items: {type: integer}}, example: [1, 2]}", "1,2"),
    ("{required: true, schema: {type: object, required: [a], properties: {a: {const: 1}}}}", "a,1"),
    ("{required: true, explode: true, schema: {type: object, required: [a], properties: {a: {const: 1}}}}", "a=1"),
    ("{required: true, content: {application/json: {schema: {const: {a: 1}}}}}", #"{"a":1}"#),
    ("{content: {application/json: {schema: {type: array}, example: [1]}}}", "[1]"),
    // What need not be there is not made up, unless the document shows it in a way that cannot be sent.
    ("{schema: {type: integer}}", nil), ("{schema: {type: integer}, example: five}", "1"),
    ("{schema: {enum: [\u{E9}t\u{E9}, ete]}, example: \u{E9}t\u{E9}}", "ete"), ("{schema: false, example: five}", nil),
    // Where nothing is valid, what the document shows is still the best.
    ("{required: true, schema: false, example: five}", "five"),
  ])
  func `a header field that must be there has a valid value`(header: String, text: String?) throws {
    let fake = try Fake(document(header))
    #expect(fake.send("GET", "/a").headers["X"] == text)
    #expect(fake.journal()[0].violations.map(\.code) == (text == "five" ? ["header.false"] : []))
  }

  @Test(arguments: [
    ("{schema: {type: integer}, x-doublet: {value: '{method}'}}", "header.type", "/header/X"),
    ("{schema: {maxLength: 2}, x-doublet: {value: '{method}'}}", "header.maxLength", "/header/X"),
    ("{schema: {items: {type: integer}, type: array}, x-doublet: {value: '1,{method}'}}", "header.type", "/header/X/1"),
    ("{schema: {type: object}, x-doublet: {value: '{method}'}}", "header.style", "/header/X"),
    ("{content: {application/json: {}}, x-doublet: {value: '{method}'}}", "header.malformed", "/header/X"),
    ("{content: {text/plain: {schema: {enum: [POST]}}}, x-doublet: {value: '{method}'}}", "header.enum", "/header/X"),
  ])
  func `a header field that breaks its schema is a violation of the response side`(
    header: String,
    code: String,
    pointer: String
  ) throws {
    let fake = try Fake(document(header))
    #expect(fake.send("GET", "/a").headers["X"]?.hasSuffix("GET") == true)
    let violations = fake.journal()[0].violations
    #expect(violations.map { "\($0.side) \($0.code) \($0.pointer)" } == ["response \(code) \(pointer)"])
    #expect(try compiled(document(header)).place(violations[0].position).hasPrefix("api.yaml:11:"))
  }

  @Test func `each rule of a header field is a row, and is proven`() throws {
    let schema = "{type: integer, minimum: 5}"
    let fields = "{required: true, content: {application/json: {schema: \(schema)}}}, Y: {schema: \(schema)}"
    let contract = try compiled(document("").replacing("X: ", with: "{X: \(fields)}"))
    let rows = EnforcementMatrix(contract).rows(of: 0).filter { $0.location == "response 204" }
    #expect(
      rows.map { "\($0.field) \($0.rule)" } == [
        "X required", "X malformed", "X type", "X minimum", "Y type", "Y minimum",
      ]
    )
    let proofs = try SelfTest(contract).prove(0).filter { $0.row.location == "response 204" }
    #expect(proofs.count == 6)
    #expect(proofs.allSatisfy { if case .proven = $0.outcome { true } else { false } })
    #expect(try Contract(text: Array(contract.text.utf8)) == contract)
  }

  @Test(arguments: [
    ("Date: {schema: {type: string}}", "the server writes it when the answer has been judged"),
    ("X: {content: {application/xml: {schema: {type: object}}}}", "only documents of JSON and text are read"),
  ])
  func `a header field that nobody judges is a row that says so`(header: String, reason: String) throws {
    let fake = try Fake(document("").replacing("X: ", with: header))
    #expect(fake.send("GET", "/a").status == 204)
    #expect(fake.journal()[0].violations.isEmpty)
    let rows = EnforcementMatrix(try compiled(document("").replacing("X: ", with: header))).unenforced(in: 0)
    #expect(rows.map(\.reason) == [reason])
  }
}
