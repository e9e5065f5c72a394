/// What the engine decided on a request: the answer, how to deliver it, and the ticket that completes its exchange.
public struct Reply: Sendable {
  /// The answer.
  public var answer: Answer
  /// How the server sends it.
  public var delivery: Delivery
  /// Names the exchange for ``Fake/finish(_:_:)``; nil where there is none to complete (the control API, a health check).
  public var ticket: ExchangeTicket?
  /// Makes the answer in the place of ``answer``, where that takes too long for who waits for others meanwhile.
  public var later: (@Sendable () -> Answer)?

  /// A reply.
  public init(_ answer: Answer, delivery: Delivery = .whole, ticket: ExchangeTicket? = nil) {
    self.answer = answer
    self.delivery = delivery
    self.ticket = ticket
  }

  /// A reply whose answer takes long to make.
  public init(later: @escaping @Sendable () -> Answer) {
    self.init(Answer(status: 0))
    self.later = later
  }
}

/// How an answer is sent.
public struct Delivery: Sendable, Hashable {
  /// Milliseconds to wait before the first byte.
  public var delayMilliseconds: Int

  /// The longest wait: a client that waits longer waits for nothing.
  static let longestDelay = 600_000

  /// At once and whole.
  public static let whole = Delivery(delayMilliseconds: 0)

  /// After a wait.
  public init(delayMilliseconds: Int) { self.delayMilliseconds = delayMilliseconds }
}

/// Names an exchange that is not complete yet.
public struct ExchangeTicket: Sendable {
  let sandbox: Sandbox
  let sequence: Int
  /// When the request came, in nanoseconds of whatever clock the server has. The engine does not look at it.
  public var startedAt = 0
}

/// How an exchange ended.
public enum ExchangeEnd: String, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  /// The answer went out whole.
  case sent
  /// The fake reset the connection, as a fault asked.
  case reset
  /// The fake cut the answer, as a fault asked.
  case truncated
  /// The client went before it had the answer.
  case clientClosed
}
