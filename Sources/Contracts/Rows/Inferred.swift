public import DoubletJSON

/// What was inferred of a resource that no `x-doublet` declares.
public struct InferredResource: Sendable, Hashable {
  /// The path of a record, a template without any server's path: `/users/{userId}/orders/{orderId}`; empty where no
  /// path is a record's.
  public var path: String
  /// The member of a record that holds the value of each part of its key, the record's own last; empty where none does.
  /// What stands before the last keeps the records of one parent apart from those of another.
  public var keyMembers: [String]
  /// The schema that the last part must meet in a path, or -1.
  public var keySchema: Int
  /// The members of a record that lead to it, made while it is worded: `/_links/self/href`.
  public var selfLinks: [JSONPointer]

  /// What was inferred.
  public init(path: String, keyMembers: [String], keySchema: Int, selfLinks: [JSONPointer]) {
    self.path = path
    self.keyMembers = keyMembers
    self.keySchema = keySchema
    self.selfLinks = selfLinks
  }
}

/// Where an answer holds the record of an inferred action.
public struct InferredAnswer: Sendable, Hashable {
  /// Where the body holds the record, or the array of them; nil: it holds none.
  public var held: JSONPointer?
  /// The schema of the body, or -1.
  public var body: Int
  /// The schema of a record in it, or -1.
  public var schema: Int
  /// Whether that schema is all that is said of the place.
  public var isExact: Bool

  /// An answer that holds a record there.
  public init(held: JSONPointer? = nil, body: Int = -1, schema: Int = -1, isExact: Bool = true) {
    self.held = held
    self.body = body
    self.schema = schema
    self.isExact = isExact
  }
}

/// What was inferred of an operation's action: where requests and answers hold the record.
public struct InferredAction: Sendable, Hashable {
  /// What makes the record's key, the outermost first; of a list and a creation, what makes that of its parent.
  public var keys: [ValueSource]
  /// Where the request's body holds the record.
  public var sent: JSONPointer
  /// Where its success holds it.
  public var answer: InferredAnswer
  /// Where the 201 of a replacement holds it, where that is another.
  public var made: InferredAnswer?
  /// Whether a replacement makes the record where it is not there.
  public var isUpserting: Bool
  /// What steers a list: run in ``Contract/listParameters``.
  public var parameters: Span
  /// What tells of a list: run in ``Contract/listMembers``.
  public var members: Span

  /// What was inferred.
  public init(
    keys: [ValueSource],
    sent: JSONPointer = JSONPointer(),
    answer: InferredAnswer = InferredAnswer(),
    made: InferredAnswer? = nil,
    isUpserting: Bool = false,
    parameters: Span = .empty,
    members: Span = .empty
  ) {
    self.keys = keys
    self.sent = sent
    self.answer = answer
    self.made = made
    self.isUpserting = isUpserting
    self.parameters = parameters
    self.members = members
  }
}
