public import DoubletJSON

/// A named start, and optionally steps to replay and expectations to judge.
public struct Scenario: Sendable {
  /// Its name: `put-then-get`.
  public var name: String
  /// The short name of the API whose state it sets.
  public var api: String
  /// The file that it was read from; empty where it came another way.
  public var file = ""
  /// Lines of its steps and expectations in the file, by pointer.
  public var lines: [String: Int] = [:]
  /// What it shows, in a sentence.
  public var description: String
  /// Whether it starts from the API's `baseline`.
  public var isFromBaseline = true
  /// How the clock runs; nil: as it does otherwise.
  public var clock: Instant?
  /// The seed; nil: as it is otherwise.
  public var seed: Int?
  /// Whether problems have HTTP's statuses; nil: as the spec says.
  public var usesHTTPStatuses: Bool?
  /// Records by collection and key; null: the baseline's record is not there.
  public var state: [(collection: String, records: [(key: String, record: JSON)])] = []
  /// The credentials that are accepted.
  public var credentials: [Credential] = []
  /// Changes of the spec's quotas by name; nil lifts one.
  public var quotas: [(name: String, change: QuotaChange?)] = []
  /// Faults in the order of declaration.
  public var faults: [Fault] = []
  /// Requests to replay, and moves of the clock.
  public var steps: [Step] = []
  /// What the journal must hold afterwards.
  public var expectations: [Expectation] = []

  /// A limit, and a window where it is another than the spec's.
  public struct QuotaChange: Sendable, Hashable {
    /// Requests allowed in a window.
    public var limit: Int
    /// Seconds; nil: the spec's.
    public var windowSeconds: Int?
  }

  /// A scenario without content.
  public init(name: String, api: String, description: String) {
    self.name = name
    self.api = api
    self.description = description
  }
}

/// Something that a scenario does.
public enum Step: Sendable {
  /// Sends a request and looks at the answer.
  case send(Send)
  /// Moves the clock forward by nanoseconds.
  case advance(nanoseconds: Int)
  /// Stops the clock at a moment.
  case set(Instant)

  /// A request and what its answer must be.
  public struct Send: Sendable {
    /// The method.
    public var method: String
    /// The path with its query, or an absolute URL; `{name}` stands for a saved value.
    public var path: String
    /// Header fields.
    public var headers: [(String, String)] = []
    /// The body as text.
    public var body: String?
    /// The answer's status.
    public var status: Int?
    /// The answer's header fields.
    public var answerHeaders: [(String, Matcher)] = []
    /// The answer's body as JSON.
    public var answerBody: Matcher?
    /// The answer's body as text.
    public var answerText: String?
    /// The problem's kind.
    public var problem: String?
    /// The id of the fault that fired.
    public var fault: String?
    /// Codes of the violations, all and in order.
    public var violations: [String]?
    /// Values to save: a JSON Pointer into the answer's body, or `header.NAME`.
    public var save: [(name: String, source: String)] = []
  }
}
