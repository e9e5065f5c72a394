import DoubletJSON
import DoubletValidation
import Testing

/// What breaks a rule of a branch and is refused by all other branches.
@Suite struct ProbeBranchTests {
  @Test func `a value breaks each branch of choices inside choices where none asks for a member`() throws {
    let (found, missing) = try Judge(
      """
      {"anyOf": [
        {"anyOf": [
          {"type": "object", "properties": {"tags": {"type": "array", "items": {"type": "string"}}}},
          {"type": "object", "properties": {"hosts": {"type": "array"}}}
        ]},
        {"type": "object", "properties": {"all": {"type": "boolean"}}},
        {"type": "object", "properties": {"files": {
          "type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "number"}]}}}}
      ]}
      """
    ).probes()
    #expect(missing.isEmpty, "\(missing)")
    let probe = try #require(found.first { $0.schemaLocation == "#/anyOf/1/properties/all/type" })
    #expect(Set(probe.broken.object?.keys ?? []) == ["tags", "hosts", "all", "files"])
    #expect(probe.telling.keyword == "anyOf" && probe.telling.pointer.tokens == [])
  }

  @Test func `what makes a value meet one branch only leaves the place that is looked for`() throws {
    let (found, missing) = try Judge(
      """
      {"allOf": [
        {"oneOf": [
          {"type": "object", "required": ["ok", "result"], "properties": {"result": {"type": ["object", "string"]}}},
          {"properties": {"result": {"type": "object"}}}
        ]},
        {"properties": {"result": {"properties": {"mode": {"enum": ["on", "off"]}}}}}
      ]}
      """
    ).probes()
    #expect(found.contains { $0.pointer.description == "/result/mode" && $0.keyword == "enum" })
    #expect(missing.allSatisfy { $0.hindrance.isCertain }, "\(missing)")
  }

  @Test func `a value that must not be is looked for among all that are listed beside it`() throws {
    let (found, _) = try Judge(
      """
      {"oneOf": [
        {"type": "object", "required": ["method"], "properties": {"method": {"enum": ["a"]}}},
        {"type": "object", "required": ["method"], "properties": {"method": {"enum": ["b"]}}},
        {"type": "object", "required": ["method"], "properties": {"method": {
          "allOf": [{"enum": ["a", "b", "c", "d"]}, {"not": {"enum": ["a", "b", "c"]}}]}}}
      ]}
      """
    ).probes()
    let probe = try #require(found.first { $0.keyword == "not" })
    #expect(probe.broken["method"] == "c")
  }

  @Test func `a choice inside the last branch is broken by what meets neither its schemas nor the other branches`()
    throws
  {
    let ways = #""oneOf": [{"type": "object", "required": ["token"]}, {"type": "object", "required": ["card"]}]"#
    let (found, missing) = try Judge(
      """
      {"oneOf": [
        {"type": "object", "required": ["transaction"], \(ways)}, {"type": "object", "required": ["amount"], \(ways)}
      ]}
      """
    ).probes()
    #expect(found.contains { $0.schemaLocation == "#/oneOf/1/oneOf" })
    #expect(missing.allSatisfy { $0.hindrance.isCertain }, "\(missing)")
  }

  @Test func `a long text of a format is made to break a rule of its length`() throws {
    let (found, missing) = try Judge(
      """
      {"oneOf": [
        {"type": "object", "required": ["mail"], "properties": {"mail": {"format": "email", "maxLength": 255}}},
        {"type": "object", "required": ["phone"]}
      ]}
      """
    ).probes()
    let probe = try #require(found.first { $0.keyword == "maxLength" })
    #expect(probe.broken["mail"]?.string?.count == 256)
    #expect(missing.isEmpty, "\(missing)")
  }
}
