public import DoubletEngine

/// The scenarios that come with Doublet, compiled by the build: each YAML file of this folder is one, for the API that its
/// folder is called after.
public enum Scenarios {
  /// All of them, in the order of their files. Read at the first use.
  public static let all: [Scenario] = {
    do {
      let sources = try ScenarioSource.sources(text: table.withUTF8Buffer { Array($0) })
      return try sources.map { try $0.scenario() }
    } catch {
      preconditionFailure("the table of scenarios was made by this build and cannot be read: \(error)")
    }
  }()

  /// The scenarios of an API.
  public static func of(_ api: String) -> [Scenario] { all.filter { $0.api == api } }
}
