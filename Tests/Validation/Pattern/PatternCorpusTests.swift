import DoubletValidation
import Testing

@Suite(.enabled(if: SchemaCorpus.isPresent, "set DOUBLET_CORPORA to the folder that holds json-schema/"))
struct PatternCorpusTests {
  @Test(arguments: ["pattern.json", "optional/ecmascript-regex.json", "optional/non-bmp-regex.json"])
  func `every pattern of the suite has the verdict it states`(file: String) throws {
    var count = 0
    for test in try SchemaCorpus.cases(in: file) {
      count += 1
      #expect(try verdict(test) == test.isValid, "\(test.name)")
    }
    #expect(count > 0)
  }

  /// What a validator that knows `pattern` and `patternProperties` would say, the latter with no other property.
  private func verdict(_ test: SchemaCorpus.Case) throws -> Bool {
    if let source = test.schema["pattern"] as? String, let text = test.instance as? String {
      return try Pattern(source).matches(text) == .matches
    }
    if let members = test.schema["patternProperties"] as? [String: Any], let object = test.instance as? [String: Any] {
      return try object.allSatisfy { name, value in
        let applicable = try members.filter { try Pattern($0.key).matches(name) == .matches }
        let isOpen = test.schema["additionalProperties"] == nil
        return applicable.isEmpty ? isOpen : applicable.values.allSatisfy { $0 is Bool || value is Int }
      }
    }
    return true
  }
}
