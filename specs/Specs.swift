public import DoubletContracts

/// The specs that come with Doublet, compiled by the build: each YAML file of this folder is a contract.
public enum Specs {
  /// The names of the contracts that are served, in the order of their files' names.
  public static let names: [String] = tables.map(\.name).filter { $0 != controlName }

  /// The contracts that are served, in the order of ``names``. Read at the first use, all of them.
  public static let bundled: [Contract] = names.compactMap(load)

  /// The contract of Doublet's own control API.
  public static let control: Contract? = load(controlName)

  /// The contract of that name, or nothing.
  public static func contract(named name: String) -> Contract? {
    name == controlName ? control : bundled.first { $0.info.name == name }
  }

  private static let controlName = "control"

  private static func load(_ name: String) -> Contract? {
    guard let table = tables.first(where: { $0.name == name }) else { return nil }
    do {
      return try Contract(text: table.text.withUTF8Buffer { Array($0) })
    } catch {
      preconditionFailure("the table of '\(name)' was made by this build and cannot be read: \(error)")
    }
  }
}
