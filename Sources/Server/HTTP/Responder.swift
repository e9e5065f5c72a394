public import DoubletEngine

/// What answers requests.
///
/// The server calls it on an event loop, once for each whole request, in the order of the requests of a connection: an
/// implementation is synchronous and never blocks. The law: every reply with a ticket is finished exactly once.
public protocol Responder: Sendable {
  /// Whether the served document defines `/`, so that `HEAD /` and `GET /` are its own and not the server's.
  var ownsRoot: Bool { get }

  /// Decides on a request. With `refused`, the server could not read the whole of it (`contentTooLarge`,
  /// `headersTooLarge`, `uriTooLong`, `requestTimeout`, `malformed`), and the request holds what was read.
  func begin(_ request: Request, refused: ReadRefusal?) -> Reply

  /// Completes an exchange, just before the last part of its answer is written or when its connection ends early.
  /// Returns what the log line tells of it, or nil where nothing is to be logged.
  func finish(_ ticket: ExchangeTicket, _ end: ExchangeEnd) -> ExchangeSummary?

  /// Counts bytes that were no HTTP request.
  func countUnreadable()
}

extension Responder {
  /// The document does not define `/`.
  public var ownsRoot: Bool { false }
}
