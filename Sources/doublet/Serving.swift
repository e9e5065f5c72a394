import DoubletContracts
import DoubletEngine
import DoubletServer
import Logging
import ServiceLifecycle
import UnixSignals

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The server as `doublet serve` runs it: listens, says so, and serves until it is told to stop.
struct Serving: Service {
  private let server: DoubletServer
  private let settings: ServeSettings
  private let contracts: [Contract]
  private let start: ContinuousClock.Instant
  private let warnings: Int
  private let logger: Logger

  /// A server of the fake, steered over the control API.
  init(
    fake: Fake,
    settings: ServeSettings,
    contracts: [Contract],
    start: ContinuousClock.Instant,
    warnings: Int
  ) throws(Failure) {
    self.settings = settings
    self.contracts = contracts
    self.start = start
    self.warnings = warnings
    let (level, format) = (settings.logLevel, settings.logFormat)
    logger = Logger(label: "doublet") { _ in ConsoleLogHandler(level: level, format: format) }
    for sentence in settings.ignored { logger.warning("\(sentence)") }
    let control: ControlAPI
    do {
      control = try ControlAPI(fake, token: settings.controlToken, allowedHosts: settings.allowedHosts)
    } catch {
      throw Failure(status: .internalError, reason: error.description)
    }
    server = DoubletServer(
      responder: FakeResponder(fake, control: control, isLogged: level <= .info),
      configuration: ServerConfiguration(
        host: settings.host,
        port: settings.port,
        requestLog: RequestLog(format: format, isColored: settings.color.isColored(.error)),
        index: { ServerIndex(contracts: contracts).text }
      ),
      logger: logger
    )
  }

  /// Serves until SIGINT or SIGTERM, then lets the exchanges under way finish.
  func runUntilStopped() async throws(Failure) {
    // The group's own messages are for the authors of services.
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .error)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: self)],
        gracefulShutdownSignals: [.sigint, .sigterm],
        logger: quiet
      )
    )
    do {
      try await group.run()
    } catch let error as BindError {
      throw Failure(status: error.kind == .noSuchPort ? .usage : .cannotStart, reason: error.description)
    } catch {
      throw Failure(status: .internalError, reason: "the server failed: \(error)")
    }
  }

  /// Listens, says so, and serves until the group shuts down.
  func run() async throws {
    let bound = try await server.start()
    announce(bound)
    try await server.run()
  }

  private func announce(_ bound: BoundServer) {
    let line = ReadyLine(url: bound.url, port: bound.port, pid: Int(getpid()), contracts: contracts)
    if settings.logFormat == .text, StandardStream.error.isTerminal {
      let took = (ContinuousClock.now - start).components
      let banner = Banner(
        contracts: contracts,
        url: settings.host == "localhost" ? "http://localhost:\(bound.port)" : bound.url,
        milliseconds: Int(took.seconds) * 1000 + Int(took.attoseconds / 1_000_000_000_000_000),
        warnings: warnings,
        paths: settings.specs
      )
      StandardStream.error.write(banner.text(isColored: settings.color.isColored(.error)))
    }
    if settings.isTokenMade, let token = settings.controlToken {
      StandardStream.error.write("the control API asks for Authorization: Bearer \(token)")
    }
    StandardStream.output.write(line.text(settings.logFormat))
  }
}

extension Serving: CustomStringConvertible {
  /// Its name. The service group asks for it; the description that Swift would make spells out all contracts, which takes
  /// half of the start.
  var description: String { "doublet" }
}
