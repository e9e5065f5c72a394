internal import DoubletEngine
internal import Logging

/// What the connections of a server share.
struct ConnectionServices: Sendable {
  let responder: any Responder
  let limits: ServerLimits
  let answers: ServerAnswers
  let log: RequestLog?
  let logger: Logger
  let clock: WallClock
  let background: Background
  let queues = ServerQueues()

  init(
    responder: any Responder,
    limits: ServerLimits = ServerLimits(),
    log: RequestLog? = nil,
    logger: Logger = Logger(label: "doublet.server"),
    clock: WallClock = .live,
    background: Background = .live,
    index: @escaping @Sendable () -> String = { "" }
  ) {
    self.responder = responder
    self.limits = limits
    self.answers = ServerAnswers(ownsRoot: responder.ownsRoot, index: index)
    self.log = log
    self.logger = logger
    self.clock = clock
    self.background = background
  }

  /// Completes an exchange and logs it.
  func finish(_ ticket: ExchangeTicket?, _ end: ExchangeEnd) {
    guard let ticket, let summary = responder.finish(ticket, end) else { return }
    log?.record(summary)
  }
}
