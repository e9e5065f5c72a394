import DoubletContracts
import DoubletServer
import Synchronization

@testable import DoubletEngine

/// Answers as it is told, and records what it is asked, in order.
final class RecordingResponder: Responder {
  enum Event: Hashable {
    case begin(String, String, body: String, refused: ProblemKind?)
    case finish(Int, ExchangeEnd)
    case unreadable
    /// The connection wrote something.
    case written
  }

  let ownsRoot: Bool
  /// What the targets begin with whose answers are made later.
  private let late: String?
  private let answering: @Sendable (Request) -> (Answer, Delivery)
  private let recorded = Mutex<[Event]>([])
  private let refusals = Mutex<[String]>([])

  init(
    ownsRoot: Bool = false,
    late: String? = nil,
    answering: @escaping @Sendable (Request) -> (Answer, Delivery) = { (.text("\($0.method) \($0.target)"), .whole) }
  ) {
    self.ownsRoot = ownsRoot
    self.late = late
    self.answering = answering
  }

  var events: [Event] { recorded.withLock { $0 } }
  /// Why requests could not be read whole.
  var reasons: [String] { refusals.withLock { $0 } }
  var begun: [Event] { events.filter { if case .begin = $0 { true } else { false } } }

  func begin(_ request: Request, refused: ReadRefusal?) -> Reply {
    let number = recorded.withLock { events in
      events.append(.begin(request.method, request.target, body: request.text, refused: refused?.kind))
      return events.count { if case .begin = $0 { true } else { false } }
    }
    let ticket = ExchangeTicket(sandbox: sandbox, sequence: number)
    if let refused {
      refusals.withLock { $0.append(refused.reason) }
      return Reply(Answer(status: refused.kind.status), ticket: ticket)
    }
    if let late, request.target.hasPrefix(late) {
      let answering = answering
      var reply = Reply(later: { answering(request).0 })
      reply.ticket = ticket
      return reply
    }
    let (answer, delivery) = answering(request)
    return Reply(answer, delivery: delivery, ticket: ticket)
  }

  func finish(_ ticket: ExchangeTicket, _ end: ExchangeEnd) -> ExchangeSummary? {
    recorded.withLock { $0.append(.finish(ticket.sequence, end)) }
    return ExchangeSummary(method: "GET", path: "/finished/\(ticket.sequence)", status: 200)
  }

  func recordWrite() { recorded.withLock { $0.append(.written) } }

  func countUnreadable() { recorded.withLock { $0.append(.unreadable) } }
}

/// Tickets are the engine's: any sandbox will do.
// swift-format-ignore: NeverUseForceTry
private let sandbox = try! Fake([]).sandbox("test")

extension Request {
  var text: String { String(decoding: body, as: UTF8.self) }
}

extension Answer {
  static func text(_ text: String) -> Answer { Answer(status: 200, body: Array(text.utf8)) }
}
