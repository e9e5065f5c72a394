import ArgumentParser
import DoubletEngine
import DoubletJSON
import DoubletScenarios
import DoubletServer

/// `doublet check`: compiles documents and says what came of them.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compile documents without serving them: mistakes, what is kept, what is not enforced.",
    discussion: """
      Mistakes are told as FILE:LINE:COLUMN on standard error, all at once; what can be served is told on standard \
      output. Everything that a document says is enforced, or listed there. Without a document, the bundled scenarios \
      are listed too.

      --self-test proves it: for every rule a fake gets a request that keeps it and one that breaks it, each in a fresh \
      sandbox; what breaks it must be refused with the right status, pointer and code.

        doublet check openapi.yaml
        doublet check openapi.yaml --self-test
        doublet check openapi.yaml --json | jq '.documents[].operations[].rules'

      Exit codes: 0, the documents can be served; 1, the self-test failed; 2, they cannot be served.
      """
  )

  @OptionGroup var documents: DocumentOptions

  @Flag(help: "List every rule of every operation.")
  var matrix = false

  @Flag(help: "Send for every rule a request that keeps it and one that breaks it.")
  var selfTest = false

  func run() throws {
    let (color, isJSON, isStrict) = try documents.settings()

    var report = Check.report(
      LoadedSpec.load(documents.specs, isStrict: isStrict),
      scenarios: documents.specs.isEmpty ? Scenarios.all : []
    )
    report.listsRules = matrix
    report.specs.flatMap(\.told).tell(color)
    if selfTest, report.isServable { try report.test() }
    StandardStream.output.write(isJSON ? report.json.text(pretty: true) : report.text)
    _ = try report.specs.contracts()
    if let conflict = report.conflict { throw Failure(status: .usage, reason: conflict) }
    let failed = report.selfTests.values.reduce(0) { $0 + $1.failed.count }
    if failed > 0 {
      let what = "\(failed.counted("rule")) not enforced as the documents say"
      throw Failure(status: .no, reason: "\(what): a mistake of Doublet's own")
    }
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
