import ArgumentParser
import DoubletContracts
import DoubletEngine
import DoubletScenarios
import DoubletServer
import Logging
import ServiceLifecycle
import UnixSignals

/// `doublet serve`: runs a fake until it is stopped.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve documents, or the bundled APIs, until stopped.",
    discussion: """
      One line on standard output says that connections are accepted, with the URL; the log goes to standard error. \
      Ctrl-C and SIGTERM let the requests under way finish.

        doublet serve                        the bundled APIs on localhost:4010
        doublet serve openapi.yaml           your own
        doublet serve -p 0                   any free port
        doublet serve --scenario crmcom/statuses-of-http
        doublet serve --clock 2026-01-31T12:00:00Z

      FAULTS. --fault 'OP=WHAT[:N][,KEY=VALUE]…' makes requests fail in the API's own words. OP is an operation's id \
      (doublet routes lists them), API/ID, 'METHOD /path' with * for a segment and ** for the rest, or * for all. WHAT \
      is a status (429), a kind of problem (too-many-requests) or a delay (250ms). :N fails the first N. KEYs: retry-after=30, \
      reason=TEXT, every=3, after=2, between=2-4, probability=0.5, first=2, id=NAME.

        --fault PutCustomerLeadSource=429:2,retry-after=30
        --fault 'GET /sources/*=503,every=3'
        --fault '*=unauthenticated,probability=0.1'

      ENVIRONMENT. Every option has a variable, and the option beats it: DOUBLET_PORT=8080, DOUBLET_LOG_LEVEL=error, \
      DOUBLET_NO_QUOTAS=true; several faults or scenarios stand on a line each.
      """
  )

  @OptionGroup var options: ServeOptions

  func run() async throws {
    let start = ContinuousClock.now
    let settings = try ServeSettings(options, environment: ProcessEnvironment.variables)
    let specs = LoadedSpec.load(settings.specs, isStrict: settings.isStrict)
    let told = specs.flatMap(\.diagnostics)
    if settings.logLevel <= .debug {
      told.tell(settings.color, settings.logFormat)
    } else {
      told.tellGrouped(settings.color, settings.logFormat, of: settings.specs)
    }
    let contracts = try specs.contracts()
    contracts.flatMap(\.unsentRequests).tell(settings.color, settings.logFormat)
    let scenarios = try LoadedScenarios.load(
      settings.scenarios,
      contracts: contracts,
      bundled: settings.specs.isEmpty ? Scenarios.bundled : ScenarioCatalog()
    )
    scenarios.diagnostics.tell(settings.color, settings.logFormat)
    let errors = scenarios.diagnostics.errors
    guard errors.isEmpty else {
      throw Failure(status: .usage, reason: "the scenarios have \(errors.count.counted("error"))")
    }
    let fake = try FakeMaking(
      contracts: contracts,
      scenarios: scenarios,
      configuration: settings.configuration,
      faults: settings.faults
    ).make()
    let serving = try Serving(
      fake: fake,
      settings: settings,
      contracts: contracts,
      start: start,
      warnings: told.count + contracts.flatMap(\.unenforced).count
    )
    try await serving.runUntilStopped()
  }
}
