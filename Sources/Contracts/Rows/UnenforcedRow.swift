/// A rule of the document that nothing here enforces, and why: what `doublet check` prints, so that no rule is passed
/// over in silence.
public struct UnenforcedRow: Sendable, Hashable {
  /// Index in ``Contract/operations``, or -1 where the rule is the document's.
  public var operation: Int
  /// Where the rule applies: `document`, `operation`, `query`, `body application/xml`, `response 200`, `security`,
  /// `schema` …
  public var location: String
  /// The name of the field or the place of the schema; empty where the whole location is meant.
  public var field: String
  /// The keyword: `format`, `webhooks`.
  public var rule: String
  /// Why it is not enforced, as a sentence without a full stop.
  public var reason: String
  /// Where the rule stands.
  public var position: SourcePosition

  /// A rule that is not enforced.
  public init(
    operation: Int,
    location: String,
    field: String,
    rule: String,
    reason: String,
    position: SourcePosition
  ) {
    self.operation = operation
    self.location = location
    self.field = field
    self.rule = rule
    self.reason = reason
    self.position = position
  }
}
