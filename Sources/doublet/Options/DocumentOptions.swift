import ArgumentParser
import DoubletServer

/// What the commands that look at documents, and serve nothing, have in common.
struct DocumentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("OpenAPI documents (YAML or JSON) or compiled ones; none: the bundled ones.", valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml", "json", "contract"])
  )
  var specs: [String] = []

  @Flag(help: "Print JSON, for programs.")
  var json = false

  @OptionGroup var strictness: StrictnessOptions
  @OptionGroup var terminal: TerminalOptions

  /// What the options and the environment say; all mistakes are thrown together.
  func settings(environment: [String: String] = ProcessEnvironment.variables) throws(Failure) -> (
    color: ColorChoice, isJSON: Bool, isStrict: Bool
  ) {
    var reader = SettingReader(environment: environment)
    let color: ColorChoice = reader.choice(terminal.color, "--color") ?? .auto
    let isJSON = reader.isOn(json ? true : nil, "--json")
    let isStrict = strictness.isStrict(&reader)
    try reader.check()
    return (color, isJSON, isStrict)
  }
}
