internal import DoubletContracts
public import DoubletEngine
internal import DoubletValidation

/// Joins the HTTP server to a fake: the control API is asked first, then the engine; what an exchange came to is one
/// line of the request log.
public struct FakeResponder: Responder {
  let fake: Fake
  private let control: ControlAPI
  private let isLogged: Bool
  private let clock: MonotonicClock

  /// A responder of a fake. Unless exchanges are logged, no line is made for them.
  public init(_ fake: Fake, control: ControlAPI, isLogged: Bool = true) {
    self.init(fake, control: control, isLogged: isLogged, clock: .live)
  }

  init(_ fake: Fake, control: ControlAPI, isLogged: Bool, clock: MonotonicClock) {
    self.fake = fake
    self.control = control
    self.isLogged = isLogged
    self.clock = clock
  }

  /// Whether a contract has `GET /`.
  public var ownsRoot: Bool { fake.hasOperation("GET", "/") }

  /// Steers, or decides on a request of an API.
  public func begin(_ request: Request, refused: ReadRefusal?) -> Reply {
    if let reply = control.reply(to: request, refused: refused) { return reply }
    guard isLogged else { return fake.begin(request, refused: refused) }
    let start = clock.nanoseconds()
    var reply = fake.begin(request, refused: refused)
    reply.ticket?.startedAt = start
    return reply
  }

  /// Completes an exchange; what the log tells of it.
  public func finish(_ ticket: ExchangeTicket, _ end: ExchangeEnd) -> ExchangeSummary? {
    guard isLogged else {
      fake.complete(ticket, end)
      return nil
    }
    guard let exchange = fake.finish(ticket, end) else { return nil }
    return summary(of: exchange, nanoseconds: clock.nanoseconds() - ticket.startedAt)
  }

  /// Counts bytes that were no HTTP request; health tells how many.
  public func countUnreadable() { control.unreadable.increment() }
}
