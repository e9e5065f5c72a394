import ArgumentParser
import DoubletContracts
import DoubletServer

/// `doublet compile`: writes the tables of documents to a file, which is served without reading the documents again.
struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile documents to one file that serve, check and routes load without reading YAML.",
    discussion: """
      The file holds everything: no document, and none that it refers to, is needed afterwards. It is read by the \
      version of doublet that wrote it; another one says so.

        doublet compile openapi.yaml -o api.contract
        doublet serve api.contract

      Exit codes: 0, written; 2, a document has errors, or the file cannot be written.
      """
  )

  @Argument(
    help: ArgumentHelp("OpenAPI documents (YAML or JSON).", valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml", "json"])
  )
  var specs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file(extensions: ["contract"])
  )
  var output: String

  @OptionGroup var strictness: StrictnessOptions
  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    var reader = SettingReader(environment: ProcessEnvironment.variables)
    let color: ColorChoice = reader.choice(terminal.color, "--color") ?? .auto
    let isStrict = strictness.isStrict(&reader)
    try reader.check()

    let loaded = LoadedSpec.load(specs, isStrict: isStrict)
    loaded.flatMap(\.diagnostics).tellGrouped(color, of: specs)
    let contracts = try loaded.contracts()
    do {
      try FileWriting.write(Array(ContractFile.text(of: contracts).utf8), to: output)
    } catch {
      throw Failure(status: .usage, reason: "-o '\(output)': the file cannot be written: \(error.reason)")
    }
  }
}
