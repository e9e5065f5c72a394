import DoubletContracts
import DoubletEngine
import DoubletSpecCompiler
import Foundation
import Testing

/// Mistakes in scenario files, each with what the build says of it.
@Suite struct ScenarioCompilerTests {
  @Test(arguments: [
    (
      "description: d\nfaults:\n  - {operation: Sources_Gte, status: 429}",
      "scenarios/leadping/a.yaml:3:5: error: There is no operation 'Sources_Gte' (did you mean 'Sources_Get'"
    ),
    (
      "description: d\nquotas: {request: null}",
      "scenarios/leadping/a.yaml:2:19: error: leadping has no quota 'request' (did you mean 'requests'?)"
    ),
    (
      "description: d\nstate: {sources: {src_03: {enabled: 'yes'}}}",
      "scenarios/leadping/a.yaml:2:37: error: 'enabled' must be a boolean, is the string \"yes\""
    ),
    ("clock: live", "scenarios/leadping/a.yaml:1:1: error: 'description' is required"),
    ("api: leadpin\ndescription: d", "scenarios/leadping/a.yaml:1:6: error: there is no API 'leadpin'"),
  ])
  func `a mistake is told at its place`(text: String, expected: String) throws {
    let file = SourceFile(path: "scenarios/leadping/a.yaml", bytes: Array(text.utf8))
    let result = try compile(file)
    #expect(result.source == nil)
    #expect(result.diagnostics.count == 1)
    #expect(result.diagnostics.first?.description.hasPrefix(expected) == true, "\(result.diagnostics)")
  }

  @Test func `file and folder name a scenario that does not name itself`() throws {
    let text = "description: d\nsteps:\n  - advance: 1s\n  - send: {method: GET, path: /sources/src_01}"
    let result = try compile(SourceFile(path: "scenarios/leadping/b.yaml", bytes: Array(text.utf8)))
    let scenario = try #require(result.source).scenario()
    #expect([scenario.api, scenario.name] == ["leadping", "b"])
    #expect(scenario.lines == ["/steps/0": 3, "/steps/1": 4])
  }

  @Test func `a scenario that names itself and its API can be found by those names before it is read`() throws {
    let text = "name: other\napi: leadping\ndescription: d"
    let source = try #require(compile(SourceFile(path: "scenarios/b.yaml", bytes: Array(text.utf8))).source)
    #expect([source.api, source.name] == ["leadping", "other"])
  }

  private func compile(_ file: SourceFile) throws -> (source: ScenarioSource?, diagnostics: [Diagnostic]) {
    let specs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "specs")
    let contracts = try ["leadping", "control"].map { name in
      let bytes = try Array(Data(contentsOf: specs.appending(path: "\(name).yaml")))
      return try #require(SpecCompiler.compile(SourceFile(path: "specs/\(name).yaml", bytes: bytes)).contract)
    }
    return SpecCompiler.compileScenario(file, contracts: [contracts[0]], control: contracts[1])
  }
}
