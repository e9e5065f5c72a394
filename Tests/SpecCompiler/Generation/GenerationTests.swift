import DoubletContracts
import DoubletSpecCompiler
import Testing

@Suite("The file that the build makes")
struct GenerationTests {
  @Test func `operations become constants, the later of two with its API before it`() throws {
    func spec(_ name: String) throws -> Contract {
      try contract(
        head + """
          x-doublet: {name: \(name)}
          paths:
            /a: {get: {operationId: GetURLOf, responses: {}}, put: {operationId: default, responses: {}}}
            /leads/{id}: {delete: {parameters: [{name: id, in: path, required: true, schema: {}}], responses: {}}}
          """
      )
    }
    let text = SpecSource.text(for: [try spec("one"), try spec("two")])
    #expect(text.contains("public static let getURLOf: OperationID = \"one/GetURLOf\"\n"))
    #expect(text.contains("public static let twoGetURLOf: OperationID = \"two/GetURLOf\"\n"))
    #expect(text.contains("public static let `default`: OperationID = \"one/default\"\n"))
    #expect(text.contains("public static let deleteLeadsId: OperationID = \"one/DELETE /leads/{id}\"\n"))
    #expect(text.contains("    (\"one\", oneTable),\n    (\"two\", twoTable),\n"))
  }

  @Test func `the build command prints what is wrong by the package's paths`() throws {
    let command = try BuildCommand([
      "--output", "o.swift", "--package-root", "/p", "--kind", "specs", "/p/specs/b.yaml",
    ])
    #expect(throws: BuildFailure(lines: ["specs/b.yaml:1:1: error: the file is empty"])) {
      _ = try command.run { $0 == "/p/specs/b.yaml" ? [] : nil }
    }
    let good = try command.run { $0 == "/p/specs/b.yaml" ? Array((head + "paths: {}").utf8) : nil }
    #expect(good.text.contains("static let bTable: StaticString = #\"\"\"\ndoublet-contract 1\n"))
  }

  @Test(
    arguments: [
      (["--output"], "--output needs a value"), (["--kinds", "x"], "unknown option '--kinds'"),
      (["a.yaml"], BuildCommand.usage), (["--output", "o", "--kind", "other"], BuildCommand.usage),
    ]
  )
  func `wrong arguments are told with the usage`(arguments: [String], line: String) {
    let error = #expect(throws: BuildFailure.self) { _ = try BuildCommand(arguments) }
    #expect(error?.lines.first == line)
  }
}
