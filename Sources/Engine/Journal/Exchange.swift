public import DoubletContracts
public import DoubletValidation

/// A request with its answer and everything that was decided about it.
public struct Exchange: Sendable {
  /// Its number in the sandbox's journal, from 1.
  public let sequence: Int
  /// The sandbox.
  public let sandbox: String
  /// The sandbox's time at arrival.
  public let receivedAt: Instant
  /// The request.
  public let request: Request
  /// The path without the sandbox's prefix and the query.
  public let path: String
  /// The query as sent; nil without one.
  public let query: String?
  /// The test that sent it, from the header `Doublet-Test`.
  public let test: String?
  /// The API's short name; nil where no contract has the path.
  public internal(set) var api: String?
  /// The operation's id; nil where there is none.
  public internal(set) var operation: String?
  /// The answer.
  public internal(set) var answer = Answer(status: 0)
  /// Whether the answer is one that is remembered, and likely the next one too.
  var isAnswerRemembered = false
  /// How it is sent.
  public internal(set) var delivery = Delivery.whole
  /// The kind of the problem that was answered.
  public internal(set) var problem: ProblemKind?
  /// What went wrong, as a sentence.
  public internal(set) var detail: String?
  /// Differences from the contract, of the request and of the answer.
  public internal(set) var violations: [Violation] = []
  /// What the contract does not forbid, but somebody should look at: a query parameter that it does not know, the use of
  /// what it calls deprecated, a body where it has none.
  public internal(set) var warnings: [Violation] = []
  /// The fault that made the answer: its id, or `Prefer`.
  public internal(set) var fault: String?
  /// What it did to the state: `+leadSources/cus_01`.
  public var effect: String? { change?.text }
  var change: Effect?
  /// Whether the operation does not declare the answer's status.
  public internal(set) var isUndocumented = false
  /// How it ended; nil while it has not.
  public internal(set) var end: ExchangeEnd?

  /// An exchange of which nothing is decided yet.
  init(sequence: Int, sandbox: String, receivedAt: Instant, request: Request, target: Target) {
    (self.sequence, self.sandbox, self.receivedAt, self.request) = (sequence, sandbox, receivedAt, request)
    (path, query, test) = (target.path, target.query, request.headers["Doublet-Test"])
  }
}
