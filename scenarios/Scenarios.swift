public import DoubletEngine

/// The scenarios that come with Doublet, compiled by the build: each YAML file of this folder is one, for the API that its
/// folder is called after.
public enum Scenarios {
  /// All of them, in the order of their files, for a fake: what none of its sandboxes starts from is not read.
  public static let bundled: ScenarioCatalog = {
    do {
      return try ScenarioCatalog(text: table.withUTF8Buffer { Array($0) })
    } catch {
      preconditionFailure("the table of scenarios was made by this build and cannot be read: \(error)")
    }
  }()

  /// All of them, read at the first use.
  public static let all: [Scenario] = {
    do {
      return try bundled.entries.map { try $0.scenario() }
    } catch {
      preconditionFailure("the table of scenarios was made by this build and cannot be read: \(error)")
    }
  }()

  /// The scenarios of an API.
  public static func of(_ api: String) -> [Scenario] { all.filter { $0.api == api } }
}
