public import DoubletContracts

/// An injected failure.
public struct Fault: Sendable, Hashable {
  /// Its id: given, or `f1`, `f2`, … in the order of declaration.
  public var id: String
  /// The requests that it is for.
  public var scope: Scope
  /// The API that it is for, by short name; nil: every one. A scenario's faults are for the scenario's API.
  public var api: String?
  /// What else must hold of a request.
  public var condition: RequestPattern?
  /// What is answered.
  public var answer: Answer
  /// Which of the matching requests it fires on.
  public var times: Times
  /// What the answer says: the text of the problem's detail.
  public var reason: String?
  /// Seconds that a 429 asks the client to wait.
  public var retryAfter: Int?
  /// The violations that a 422 lists.
  public var violations: [GivenViolation]?

  /// The requests that a fault is for.
  public enum Scope: Sendable, Hashable {
    /// Every operation.
    case all
    /// The operation of that id: `GetCustomer`, or `rebilly/GetCustomer`.
    case operation(String)
    /// A method, or any, and a path in which `*` stands for one segment and `**` for the rest.
    case match(method: String?, path: String)
  }

  /// What a fault answers.
  public enum Answer: Sendable, Hashable {
    /// A problem of that kind, with the status that the API gives it.
    case problem(ProblemKind)
    /// That HTTP status, in the words of the kind that it belongs to.
    case status(Int)
    /// Whatever the request deserves, sent in another way.
    case delivery(Delivery)
  }

  /// Which of the requests that reach a fault it fires on; they are counted from 1.
  public enum Times: Sendable, Hashable {
    /// All.
    case always
    /// 1 … n.
    case first(Int)
    /// n, 2n, 3n, …
    case every(Int)
    /// n + 1, n + 2, …
    case after(Int)
    /// a … b.
    case between(Int, Int)
    /// Each with this chance, drawn from the sandbox's seed.
    case probability(Double)
  }

  /// A violation that a fault gives, instead of one that the request has.
  public struct GivenViolation: Sendable, Hashable {
    /// JSON Pointer: `/body/source`.
    public var pointer: String
    /// Code: `body.maxLength`.
    public var code: String
    /// The sentence.
    public var message: String
  }

  /// The kind whose words it has; nil where it leaves the words to the request.
  public var kind: ProblemKind? {
    switch answer {
    case .problem(let kind): kind
    case .status(let status): ProblemKind(status: status)
    case .delivery: nil
    }
  }

  /// A fault for every matching request.
  public init(id: String = "", scope: Scope, answer: Answer, times: Times = .always) {
    self.id = id
    self.scope = scope
    self.answer = answer
    self.times = times
  }
}

/// A fault as a sandbox keeps it.
public struct FaultState: Sendable {
  /// The fault.
  public var fault: Fault
  /// How many requests have matched it and reached its stage.
  public internal(set) var reached = 0
  /// How many of them it has answered.
  public internal(set) var fired = 0

  /// Counts a request that reached the fault; whether it fires on it. The decision depends on the seed, the sandbox's
  /// name, the fault's id and the count only.
  mutating func fires(seed: Int, sandbox: String) -> Bool {
    reached += 1
    let fires =
      switch fault.times {
      case .always: true
      case .first(let count): reached <= count
      case .every(let step): reached % step == 0
      case .after(let count): reached > count
      case .between(let first, let last): (first...last).contains(reached)
      case .probability(let chance): Self.draw(seed, sandbox, fault.id, reached) < chance
      }
    if fires { fired += 1 }
    return fires
  }

  private static func draw(_ seed: Int, _ sandbox: String, _ id: String, _ count: Int) -> Double {
    var stream = RandomStream(seed: seed, sandbox, id, String(count))
    return stream.fraction()
  }
}
