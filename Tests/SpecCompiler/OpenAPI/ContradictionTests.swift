import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

@Suite("Bodies that no value can meet")
struct ContradictionTests {
  /// A common answer, which succeeds, and what a failure says differently.
  private static let components = """
    components:
      schemas:
        Common:
          type: object
          required: [success, result, errors]
          properties: {success: {const: true}, result: {type: object}, errors: {type: array}}
        Failure:
          properties: {success: {const: false}, result: {type: 'null'}}

    """

  private func document(_ schema: String, request: String = "true") -> String {
    head + """
      paths:
        /a:
          put:
            requestBody: {content: {application/json: {schema: \(request)}}}
            responses:
              4XX: {description: d, content: {application/json: {schema: \(schema)}}}

      """ + ContradictionTests.components
  }

  private static let both = "{allOf: [{$ref: '#/components/schemas/Common'}, {$ref: '#/components/schemas/Failure'}]}"

  @Test func `the later rules stand, and the earlier are rows that nothing enforces`() throws {
    let (contract, messages) = compile(document(ContradictionTests.both))
    let served = try #require(contract)
    let reason = "no value can meet this schema: /success must be true and must be false"
    #expect(messages == ["api.yaml:8:68: warning: \(reason), so the later rules stand; correct one of them"])
    #expect(
      served.unenforced.map { "\($0.operation) \($0.location) \($0.field) \($0.rule): \($0.reason)" } == [
        "0 response 4XX application/json #/components/schemas/Common/properties/success schema: "
          + "\(reason), so answers are held against the later rules",
        "0 response 4XX application/json #/components/schemas/Common/properties/result schema: "
          + "\(reason), so answers are held against the later rules",
      ]
    )
    let schema = try #require(served.mediaTypes.last?.schema)
    let validator = try Validator(served.schemas)
    let valid = #"{"success":false,"result":null,"errors":["error"]}"#
    #expect(Sampler(validator).sample(of: schema, direction: .response)?.text() == valid)
    #expect(!validator.isValid(["success": false, "result": nil], against: schema, direction: .response))
    #expect(try Contract(text: Array(served.text.utf8)) == served)
  }

  @Test(arguments: [
    (
      "{type: object, required: [a, b], properties: {a: {type: string}}, additionalProperties: false}",
      "{required: [c]}",
      "/b is required and is not allowed", ["#/components/schemas/First additionalProperties"],
      #"{"a":"a","b":"b","c":"c"}"#
    ),
    (
      "{type: object, required: [a, b]}", "{type: object, properties: {a: false}}", "/a is not allowed",
      ["#/components/schemas/First required"], #"{"b":"b"}"#
    ),
    (
      "{type: object, maxItems: 0}", "{type: array, minItems: 1}", "it must be an object and must be an array",
      ["#/components/schemas/First type", "#/components/schemas/First maxItems"], #"["sample"]"#
    ),
  ])
  func `of a part only the rule is left out that contradicts a later one`(
    _ first: String,
    _ second: String,
    _ contradiction: String,
    _ rules: [String],
    _ sample: String
  ) throws {
    let both = "{allOf: [{$ref: '#/components/schemas/First'}, {$ref: '#/components/schemas/Second'}]}"
    let (contract, messages) = compile(document(both) + "    First: \(first)\n    Second: \(second)\n")
    let reason = "no value can meet this schema: \(contradiction)"
    #expect(messages == ["api.yaml:8:68: warning: \(reason), so the later rules stand; correct one of them"])
    let served = try #require(contract)
    #expect(served.unenforced.map { "\($0.field) \($0.rule)" } == rules)
    let schema = try #require(served.mediaTypes.last?.schema)
    let made = Sampler(try Validator(served.schemas)).sample(of: schema, direction: .response)
    #expect(made?.text() == sample)
    #expect(try Contract(text: Array(served.text.utf8)) == served)
  }

  @Test func `nothing is told of media types whose bodies nobody judges`() {
    let (contract, messages) = compile(
      head + """
        paths:
          /a:
            put:
              requestBody: {content: {application/xml: {schema: {type: string, const: 1}}}}
              responses:
                '200': {description: d, content: {text/csv: {schema: false}}}
                '204': {description: d, content: {application/json: {schema: false}}}

        """
    )
    #expect(contract != nil)
    #expect(!messages.contains { $0.contains("no value can meet") }, "\(messages)")
  }

  @Test(arguments: ["", ", $defs: {x: {$dynamicAnchor: n}}"])
  func `an answer that holds itself and contradicts itself is compiled`(_ more: String) {
    let node = """
          Node:
            type: object
            required: [next, ok]
            properties: {next: {$ref: '#/components/schemas/Node'}, ok: {allOf: [{const: true}, {const: false}]}}

      """
    let (contract, messages) = compile(document("{$ref: '#/components/schemas/Node'\(more)}") + node)
    #expect(contract != nil)
    #expect(messages.contains { $0.contains("no value can meet this schema") })
  }

  @Test func `a strict document has none of it`() {
    let (contract, messages) = compile(document(ContradictionTests.both), isStrict: true)
    #expect(contract == nil)
    #expect(messages.contains { $0.contains("error: no value can meet this schema") })
  }

  @Test(arguments: [false, true])
  func `an error elsewhere hides neither a contradiction nor an example that does not fit`(isStrict: Bool) {
    let request = "{properties: {a: {$ref: '#/nowhere'}, b: {type: string, example: 5}}}"
    let (contract, messages) = compile(document(ContradictionTests.both, request: request), isStrict: isStrict)
    #expect(contract == nil)
    for mistake in ["nowhere", "the example does not fit its schema", "no value can meet this schema"] {
      #expect(messages.contains { $0.contains(mistake) }, "\(messages)")
    }
  }

  @Test func `where nothing can stand every answer breaks the rule, and every body is refused`() {
    let messages = compile(document("false", request: "{type: string, const: 1}")).messages
    #expect(
      messages == [
        "api.yaml:6:58: warning: no value can meet this schema: it must be 1 and must be a string, "
          + "so every body is refused; correct one of the rules",
        "api.yaml:8:68: warning: no value can meet this schema: it is not allowed, "
          + "so every answer breaks it; correct one of the rules",
      ]
    )
  }
}
