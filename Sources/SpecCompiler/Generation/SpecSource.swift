public import DoubletContracts

/// The Swift file that the build makes of the specs: a text a contract, which ``DoubletContracts/Contract/init(text:)``
/// reads at start, and a constant an operation.
public enum SpecSource {
  /// The name of the contract that describes Doublet's own control API.
  public static let control = "control"

  /// The file's text, an extension of `Specs` and one of `OperationID`.
  ///
  /// - Parameter contracts: In the order in which they are served; ``control`` always comes last. A name that two
  ///   operations of different contracts would share goes to the first; the other's has its API's name before it.
  public static func text(for contracts: [Contract]) -> String {
    let contracts = contracts.filter { $0.info.name != control } + contracts.filter { $0.info.name == control }
    var text = "// Made by spec-compiler of the YAML files beside it.\npublic import DoubletContracts\n\n"
    text += "extension Specs {\n"
    text += "  /// The contracts as text, by name.\n  static let tables: [(name: String, text: StaticString)] = [\n"
    for contract in contracts {
      text += "    (\"\(contract.info.name)\", \(tableName(of: contract))),\n"
    }
    text += "  ]\n"
    for contract in contracts {
      // The closing quotes stand at the start of a line, so nothing is taken off the text, and the newline before them
      // is not part of it.
      text += "\n  private static let \(tableName(of: contract)): StaticString = #\"\"\"\n\(contract.text)\n\"\"\"#\n"
    }
    text += "}\n\nextension OperationID {\n"
    for constant in OperationConstants(contracts).constants {
      text += "  /// `\(constant.method) \(constant.path)` of \(constant.api).\n"
      text += "  public static let \(constant.name): OperationID = \"\(escaped(constant.value))\"\n"
    }
    return text + "}\n"
  }

  private static func tableName(of contract: Contract) -> String {
    SwiftName.camelCase([contract.info.name, "table"])
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] })
  }
}
