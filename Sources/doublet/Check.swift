import ArgumentParser
import DoubletEngine
import DoubletJSON
import DoubletScenarios
import DoubletServer

/// `doublet check`: compiles documents and says what came of them.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile documents without serving them: mistakes, what is kept, what is not enforced.",
    discussion: """
      Mistakes are told as FILE:LINE:COLUMN on standard error, all at once; what can be served is told on standard \
      output. Everything that a document says is enforced, or listed there. Without a document, the bundled scenarios are listed too.

        doublet check openapi.yaml
        doublet check openapi.yaml --json | jq '.documents[].diagnostics'

      Exit codes: 0, the documents can be served; 2, they cannot.
      """
  )

  @OptionGroup var documents: DocumentOptions

  func run() throws {
    let (color, isJSON) = try documents.settings()

    let report = Check.report(LoadedSpec.load(documents.specs), scenarios: documents.specs.isEmpty ? Scenarios.all : [])
    report.specs.flatMap(\.diagnostics).errors.tell(color)
    StandardStream.output.write(isJSON ? report.json.text(pretty: true) : report.text)
    _ = try report.specs.contracts()
    if let conflict = report.conflict { throw Failure(status: .usage, reason: conflict) }
  }

  /// What there is to say of the documents. That they can be served together shows when a fake is made of them.
  static func report(_ specs: [LoadedSpec], scenarios: [Scenario] = []) -> CheckReport {
    do {
      _ = try Fake(specs.compactMap(\.contract))
      return CheckReport(specs: specs, scenarios: scenarios, conflict: nil)
    } catch {
      return CheckReport(specs: specs, scenarios: scenarios, conflict: error.description)
    }
  }
}
