/// What the log line tells of an exchange.
public struct ExchangeSummary: Sendable, Hashable {
  /// The verdict in three letters, as `shared/ux.md` has it.
  public enum Mark: String, Sendable, Hashable, CaseIterable {
    /// The request kept the contract.
    case ok
    /// The request or the answer broke the contract, or a problem was answered.
    case bad = "BAD"
    /// A fault made the answer.
    case injected = "inj"
    /// No operation has this method and path.
    case unknown = "???"
  }

  /// The method as sent.
  public var method: String
  /// The path as sent, without the query and without the sandbox's prefix.
  public var path: String
  /// The status of the answer.
  public var status: Int
  /// The operation's id; nil where none was found.
  public var operation: String?
  /// The verdict.
  public var mark: Mark
  /// What else a person wants to know: `body.required /body/quantity`. Empty: nothing.
  public var note: String
  /// Milliseconds from the request's arrival to its last part.
  public var milliseconds: Double

  /// A summary.
  public init(
    method: String,
    path: String,
    status: Int,
    operation: String? = nil,
    mark: Mark = .ok,
    note: String = "",
    milliseconds: Double = 0
  ) {
    self.method = method
    self.path = path
    self.status = status
    self.operation = operation
    self.mark = mark
    self.note = note
    self.milliseconds = milliseconds
  }
}
