import DoubletContracts
import DoubletEngine
import DoubletScenarios
import DoubletSpecCompiler
import DoubletSpecs

/// The scenarios that a fake is made with, and those that its sandboxes start from.
struct LoadedScenarios {
  /// All that can be named.
  var all: ScenarioCatalog
  /// The names of the starts, each with the text that asked for it.
  var start: [(text: String, name: String)]
  /// What the compiler had to say about files.
  var diagnostics: [Diagnostic] = []

  /// Finds the scenarios that were asked for: a text that ends in `.yaml`, `.yml` or `.json` is a file, any other the
  /// name of a bundled one. A file stands before a bundled scenario of its name; one called `baseline` needs no naming,
  /// since every other start stands on it.
  ///
  /// - Parameters:
  ///   - texts: What was asked for.
  ///   - contracts: What is served.
  ///   - bundled: The scenarios of the bundled documents; none where others are served.
  static func load(
    _ texts: [String],
    contracts: [Contract],
    bundled: ScenarioCatalog,
    reading read: (String) throws -> [UInt8] = FileReading.bytes
  ) throws(Failure) -> LoadedScenarios {
    var loaded = LoadedScenarios(all: bundled, start: [])
    var files: [Scenario] = []
    for text in texts {
      guard isFile(text) else {
        loaded.start.append((text, text))
        continue
      }
      guard let control = Specs.control else {
        throw Failure(status: .internalError, reason: "the build has no table of the control API")
      }
      do {
        let file = SourceFile(path: text, bytes: try read(text))
        let (source, diagnostics) = SpecCompiler.compileScenario(file, contracts: contracts, control: control)
        loaded.diagnostics += diagnostics
        guard let scenario = try source?.scenario() else { continue }
        files.append(scenario)
        if scenario.name != "baseline" { loaded.start.append((text, "\(scenario.api)/\(scenario.name)")) }
      } catch {
        let reason = (error as? FileReading.Unreadable)?.reason ?? "\(error)"
        throw Failure(status: .usage, reason: "--scenario '\(text)': the file cannot be read: \(reason)")
      }
    }
    loaded.all = ScenarioCatalog(files).over(bundled)
    return loaded
  }

  /// Whether a text names a file.
  static func isFile(_ text: String) -> Bool {
    [".yaml", ".yml", ".json"].contains { text.hasSuffix($0) }
  }
}
