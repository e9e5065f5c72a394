import DoubletContracts

extension BuildCommand {
  /// Compiles the files.
  ///
  /// - Parameter read: The content of a file, or nothing where there is none.
  /// - Returns: The Swift file's text and the warnings, a line each.
  public func run(reading read: (String) throws -> [UInt8]?) throws(BuildFailure) -> (text: String, warnings: [String])
  {
    switch kind {
    case .specs: return try compileSpecs(read)
    case .scenarios: return try compileScenarios(read)
    }
  }

  private func compileSpecs(
    _ read: (String) throws -> [UInt8]?
  ) throws(BuildFailure) -> (text: String, warnings: [String]) {
    var contracts: [Contract] = []
    var lines: [String] = []
    var hasFailed = false
    for path in files.sorted() {
      guard let bytes = (try? read(path)) ?? nil else {
        lines.append("\(shown(path)):1:1: error: the file cannot be read")
        hasFailed = true
        continue
      }
      let result = withoutActuallyEscaping(read) { read in
        SpecCompiler.compile(SourceFile(path: shown(path), bytes: bytes), isStrict: true) { try read(full($0)) }
      }
      lines += result.diagnostics.map(\.description)
      guard let contract = result.contract else {
        hasFailed = true
        continue
      }
      if contracts.contains(where: { $0.info.name == contract.info.name }) {
        lines.append(
          "\(shown(path)):1:1: error: another spec is called '\(contract.info.name)' too; rename one of them"
        )
        hasFailed = true
      }
      contracts.append(contract)
    }
    if hasFailed { throw BuildFailure(lines: lines) }
    return (SpecSource.text(for: contracts), lines)
  }
}
