import DoubletContracts
import DoubletJSON
import Testing

@Suite struct TemplateTests {
  @Test func `a string of one expression keeps the expression`() throws {
    #expect(try Template("{status}") == .expression(.status))
  }

  @Test func `text and expressions stand in turn`() throws {
    let template = try Template("/customers/{key}/lead-source")
    #expect(template == .text([.literal("/customers/"), .expression(.key), .literal("/lead-source")]))
  }

  @Test func `doubled braces are braces of the text`() throws {
    #expect(try Template("{{status}}") == .constant("{status}"))
  }

  @Test func `a closing brace alone is one of the text, between letters of any script`() throws {
    #expect(try Template("é } {{ü}} 🦉") == .constant("é } {ü} 🦉"))
    #expect(try Template("ü{key}}}é") == .text([.literal("ü"), .expression(.key), .literal("}é")]))
  }

  @Test func `an array of one element that names a violation repeats it`() throws {
    let template = try Template([["field": "{violation.field}"]])
    guard case .perViolation(.object) = template else {
      Issue.record("was \(template)")
      return
    }
  }

  @Test func `an unknown expression is told with the place and the known ones`() throws {
    let error = #expect(throws: TemplateError.self) { try Template(["a": ["x", "{stauts}"]]) }
    #expect(error?.pointer.description == "/a/1")
    #expect(error?.message.hasPrefix("no expression is called 'stauts'; there are status, kind, title") == true)
  }

  @Test func `a brace that is never closed is told`() throws {
    let error = #expect(throws: TemplateError.self) { try Template("{status") }
    #expect(error?.message == "'{' is never closed; write '{{' for a brace of the text")
  }

  @Test(arguments: [
    #""{status}""#, #""a {path} b""#, #"[{"field":"{violation.field}"}]"#, #"{"a":"{{x}}","b":[1,null,"{query.q}"]}"#,
  ])
  func `a template reads back from its own JSON`(text: String) throws {
    let template = try Template(try JSON(parsing: text))
    #expect(try Template(#require(template.json)) == template)
  }
}
