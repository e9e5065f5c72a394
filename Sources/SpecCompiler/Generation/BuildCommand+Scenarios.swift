import DoubletContracts
import DoubletEngine

extension BuildCommand {
  /// Compiles the scenarios among the files, by the specs among them.
  func compileScenarios(
    _ read: (String) throws -> [UInt8]?
  ) throws(BuildFailure) -> (text: String, warnings: [String]) {
    var lines: [String] = []
    var (specs, scenarios): ([SourceFile], [SourceFile]) = ([], [])
    for path in files.sorted() {
      guard let bytes = (try? read(path)) ?? nil else {
        throw BuildFailure(lines: ["\(shown(path)):1:1: error: the file cannot be read"])
      }
      let file = SourceFile(path: shown(path), bytes: bytes)
      if SpecCompiler.isSpec(file) { specs.append(file) } else { scenarios.append(file) }
    }
    let compiled = withoutActuallyEscaping(read) { read in
      specs.map { spec in SpecCompiler.compile(spec) { try read(full($0)) } }
    }
    // Without one of the specs its scenarios would all be wrong: what is wrong with the spec is what counts.
    let broken = compiled.filter { $0.contract == nil }.flatMap(\.diagnostics)
    guard broken.isEmpty else { throw BuildFailure(lines: broken.map(\.description)) }
    let contracts = compiled.compactMap(\.contract)
    guard let control = contracts.first(where: { $0.info.name == SpecSource.control }) else {
      throw BuildFailure(lines: ["error: no spec is called '\(SpecSource.control)'; it holds the schema of scenarios"])
    }
    var sources: [ScenarioSource] = []
    var hasFailed = false
    for file in scenarios {
      let result = SpecCompiler.compileScenario(file, contracts: contracts, control: control)
      lines += result.diagnostics.map(\.description)
      if let source = result.source { sources.append(source) } else { hasFailed = true }
    }
    if hasFailed { throw BuildFailure(lines: lines) }
    return (ScenarioTable.text(for: sources), lines)
  }
}
