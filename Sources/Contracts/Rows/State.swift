/// A resource: a collection of records, what they look like, and what is computed on them.
public struct ResourceRow: Sendable, Hashable {
  /// Its key in `x-doublet.resources`, which is the collection's name: `leadSources`.
  public var name: String
  /// The schema of a record.
  public var schema: Int
  /// What finds a record in a request.
  public var key: ValueSource
  /// Members whose values find a record too, each unique in the collection.
  public var unique: [String]
  /// Index in ``Contract/resources`` of the resource that must have the same key before a record is written, or -1.
  public var parent: Int
  /// Whether every key is there while the sandbox lists no record of the collection.
  public var isPresumed: Bool
  /// Whether a write stores null for the nullable members that it leaves out.
  public var nullsOmitted: Bool
  /// Members computed by a write, in order: run in ``Contract/computed``.
  public var computed: Span
  /// Merged into a record while it is worded, never stored. `.absent`: nothing is.
  public var answered: Template
  /// Links that templates name: run in ``Contract/links``.
  public var links: Span
  /// What was inferred of it from the paths; nil where `x-doublet` declares it.
  public var inferred: InferredResource?
  /// Where it stands.
  public var position: SourcePosition

  /// A resource of these facts.
  public init(
    name: String,
    schema: Int,
    key: ValueSource,
    unique: [String],
    parent: Int,
    isPresumed: Bool,
    nullsOmitted: Bool,
    computed: Span,
    answered: Template,
    links: Span,
    inferred: InferredResource? = nil,
    position: SourcePosition
  ) {
    self.name = name
    self.schema = schema
    self.key = key
    self.unique = unique
    self.parent = parent
    self.isPresumed = isPresumed
    self.nullsOmitted = nullsOmitted
    self.computed = computed
    self.answered = answered
    self.links = links
    self.inferred = inferred
    self.position = position
  }
}

/// A member that a write computes.
public struct ComputedRow: Sendable, Hashable {
  /// The member.
  public var member: String
  /// Its value.
  public var value: Template
  /// Whether only the write that creates the record computes it; later ones keep it.
  public var isOnCreateOnly: Bool
  /// Where it stands.
  public var position: SourcePosition

  /// A computed member.
  public init(member: String, value: Template, isOnCreateOnly: Bool, position: SourcePosition) {
    self.member = member
    self.value = value
    self.isOnCreateOnly = isOnCreateOnly
    self.position = position
  }
}

/// A link of a resource, made absolute while it is worded.
public struct LinkRow: Sendable, Hashable {
  /// Its name in templates: `self` of `{link.self}`.
  public var name: String
  /// The path, a template without any server's path: `/customers/{key}/lead-source`.
  public var path: Template
  /// Where it stands.
  public var position: SourcePosition

  /// A link.
  public init(name: String, path: Template, position: SourcePosition) {
    self.name = name
    self.path = path
    self.position = position
  }
}

/// What an operation does to its resource.
public enum ActionKind: String, Sendable, Hashable, CaseIterable {
  /// Makes a record under a new key.
  case create
  /// Answers one record.
  case read
  /// Answers all records.
  case list
  /// Makes or replaces the record of the key.
  case replace
  /// Changes members of the record of the key.
  case merge
  /// Removes the record of the key.
  case delete
  /// Issues a token of a security scheme.
  case issue
}

extension ActionKind {
  /// The statuses of a success, the best first; a replacement that makes its record has 201 before them.
  public var statuses: [Int] {
    switch self {
    case .create: [201, 200, 202, 204]
    case .read, .list: [200]
    case .replace: [200, 204, 201, 202]
    case .merge: [200, 204, 202]
    case .delete: [204, 200, 202]
    case .issue: [200, 201]
    }
  }
}

/// The action of an operation.
public struct ActionRow: Sendable, Hashable {
  /// What it does.
  public var kind: ActionKind
  /// Index in ``Contract/resources``, or -1 for `issue`.
  public var resource: Int
  /// Index in ``Contract/schemes`` of an issued token, or -1.
  public var scheme: Int
  /// What finds the record; nil: the resource's key.
  public var find: FindRule?
  /// A request value that lists the members to answer, or nil: all.
  public var select: ValueSource?
  /// The answer's body; `.absent`: the record itself.
  public var answer: Template
  /// What was inferred of it; nil where `x-doublet` declares it.
  public var inferred: InferredAction?
  /// Where it stands.
  public var position: SourcePosition

  /// An action of these facts.
  public init(
    kind: ActionKind,
    resource: Int,
    scheme: Int,
    find: FindRule?,
    select: ValueSource?,
    answer: Template,
    inferred: InferredAction? = nil,
    position: SourcePosition
  ) {
    self.kind = kind
    self.resource = resource
    self.scheme = scheme
    self.find = find
    self.select = select
    self.answer = answer
    self.inferred = inferred
    self.position = position
  }
}

/// How a record is found by something other than its key: the request value `member=value`, split at the first
/// separator, names a unique member and its value.
public struct FindRule: Sendable, Hashable {
  /// Where the value is.
  public var source: ValueSource
  /// What stands between the member's name and its value.
  public var separator: String

  /// A rule that splits the value of `source` at `separator`.
  public init(source: ValueSource, separator: String) {
    self.source = source
    self.separator = separator
  }
}
