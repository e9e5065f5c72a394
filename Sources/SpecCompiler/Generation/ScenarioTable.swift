import DoubletEngine

/// The Swift file that the build makes of the scenarios: one text, which
/// ``DoubletEngine/ScenarioCatalog/init(text:)`` reads.
enum ScenarioTable {
  /// The file's text, an extension of `Scenarios`.
  static func text(for sources: [ScenarioSource]) -> String {
    """
    // Made by spec-compiler of the YAML files beside it.

    extension Scenarios {
      /// The scenarios as text, a line each.
      static let table: StaticString = #\"""
    \(ScenarioSource.text(of: sources))
    \"""#
    }

    """
  }
}
