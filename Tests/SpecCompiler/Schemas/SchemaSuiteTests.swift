import DoubletContracts
import DoubletJSON
import DoubletSpecCompiler
import Testing

/// The suite through the product's own compiler.
@Suite("The JSON Schema Test Suite", .enabled(if: SchemaSuite.isPresent, "set DOUBLET_CORPORA to have json-schema/"))
struct SchemaSuiteTests {
  @Test func `all 1,299 required tests of 2020-12 have the verdict of the suite`() throws {
    var count = 0
    var failures: [String] = []
    for group in try SchemaSuite.groups(in: "draft2020-12") {
      count += group.tests.count
      let file = SourceFile(path: "schema.json", bytes: Array(group.schema.text().utf8))
      let result = SpecCompiler.compileSchema(file, assertsFormats: false, loading: SchemaSuite.remote)
      if let (tables, root) = result.compiled {
        failures += try SchemaSuite.failures(of: group, in: tables, root)
      } else {
        failures.append("\(group.name): \(result.diagnostics.map(\.description))")
      }
    }
    #expect(failures == [])
    #expect(count == 1299)
  }

  /// What OpenAPI 3.0 has no word for; `definitions` are its components, and `$comment` says nothing.
  private static let absent = ["id", "patternProperties", "additionalItems", "dependencies", "$ref", "items"]

  @Test func `of draft 4 every test passes that OpenAPI 3.0 can express, and of the others the compiler says why`()
    throws
  {
    var expressed = 0
    var failures: [String] = []
    var told: [String: Int] = [:]
    for group in try SchemaSuite.groups(in: "draft4") {
      let file = SourceFile(path: "schema.json", bytes: Array(group.schema.text().utf8))
      let result = SpecCompiler.compileSchema(file, as: .openAPI30, assertsFormats: false, loading: SchemaSuite.remote)
      let rules = Set(result.unenforced.map(\.rule))
      if let rule = Self.absent.first(where: rules.contains) {
        told[rule, default: 0] += group.tests.count
      } else if let (tables, root) = result.compiled {
        expressed += group.tests.count
        failures += try SchemaSuite.failures(of: group, in: tables, root)
      } else {
        told[result.diagnostics.first?.message ?? "", default: 0] += group.tests.count
      }
    }
    #expect(failures == [])
    #expect(expressed == 468)
    #expect(
      told == [
        "additionalItems": 32, "patternProperties": 34, "dependencies": 29, "id": 21, "$ref": 4, "items": 26,
        "'#foo' leads nowhere: no schema has the anchor 'foo'": 4,
      ]
    )
  }
}
