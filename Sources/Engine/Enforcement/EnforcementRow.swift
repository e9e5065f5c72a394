public import DoubletContracts

/// A rule of a contract at one place of one operation, and whether the fake enforces it.
public struct EnforcementRow: Sendable, Hashable {
  /// The part of an exchange: `route`, `security`, `quota`, `query`, `body application/json`, `response 200`, ….
  public var location: String
  /// The name of the parameter, header field or scheme, or the JSON Pointer into a body, with `*` for any element or
  /// member; empty for the part as a whole.
  public var field: String
  /// The keyword: `required`, `maxLength`, `mediaType`, `scope`.
  public var rule: String
  /// Where the rule stands in the schema; empty for what no schema says.
  public var schemaLocation: String
  /// Where it stands in the document.
  public var position: SourcePosition
  /// How it is enforced where that is not plain: a pattern that runs under a bound of steps.
  public var note: String
  /// Why it is not enforced; nil where it is.
  public var reason: String?
  /// What a proof of it has to do.
  let subject: EnforcementSubject

  /// Whether the fake enforces the rule.
  public var isEnforced: Bool { reason == nil }

  init(
    _ subject: EnforcementSubject,
    location: String,
    field: String = "",
    rule: String,
    schemaLocation: String = "",
    position: SourcePosition,
    note: String = "",
    reason: String? = nil
  ) {
    self.location = location
    self.field = field
    self.rule = rule
    self.schemaLocation = schemaLocation
    self.position = position
    self.note = note
    self.reason = reason
    self.subject = subject
  }

  /// The row of a rule of a schema, below a place.
  init(_ subject: EnforcementSubject, location: String, field: String = "", _ rule: SchemaRule) {
    self.init(
      subject,
      location: location,
      field: field + rule.field,
      rule: rule.keyword,
      schemaLocation: rule.schemaLocation,
      position: rule.position,
      note: rule.note
    )
  }
}

/// What a rule speaks of: how a request, or an answer, can break it.
enum EnforcementSubject: Sendable, Hashable {
  /// The method is one of the path's.
  case method
  /// A requirement of an alternative of the operation's security, each by its number.
  case authentication(alternative: Int, requirement: Int)
  /// A scope of such a requirement.
  case scope(alternative: Int, requirement: Int, String)
  /// The quota of that index is not used up.
  case quota(Int)
  /// The body has a media type that the operation takes.
  case mediaType
  /// The client accepts what the operation answers.
  case accept
  /// The parameter of that number is there.
  case parameterRequired(Int)
  /// It is there once.
  case parameterOnce(Int)
  /// It is written as its style, or its media type, asks.
  case parameterForm(Int)
  /// It meets a rule of its schema.
  case parameterSchema(Int, SchemaRule)
  /// There is a body.
  case bodyRequired
  /// The body of the media type of that number can be read.
  case bodyForm(Int)
  /// No object in it has a key twice.
  case bodyKeys(Int)
  /// It meets a rule of its schema.
  case bodySchema(Int, SchemaRule)
  /// The parts of a field of the body of the media type of that number, by the number of its encoding, keep a rule.
  case part(mediaType: Int, encoding: Int, PartRule)
  /// An answer of the response of that number has one of its media types.
  case answerType(Int)
  /// It has the header field of that number.
  case answerHeader(response: Int, header: Int)
  /// That header field is written as its style, or its media type, asks.
  case answerHeaderForm(response: Int, header: Int)
  /// That header field meets a rule of its schema.
  case answerHeaderSchema(response: Int, header: Int, SchemaRule)
  /// Its body, of the media type of that number, meets a rule of its schema.
  case answerSchema(response: Int, mediaType: Int, SchemaRule)
  /// Nothing: the rule is not enforced.
  case nothing

  /// Whether answers break it, and no request.
  var isOfAnswers: Bool {
    switch self {
    case .answerType, .answerHeader, .answerHeaderForm, .answerHeaderSchema, .answerSchema: true
    default: false
    }
  }
}

/// What an encoding asks of the parts of a field, header fields by their index in the contract.
enum PartRule: Sendable, Hashable {
  /// They have one of its media types.
  case mediaType
  /// They have the header field.
  case header(Int)
  /// The header field is written as its style, or its media type, asks.
  case headerForm(Int)
  /// The header field meets a rule of its schema.
  case headerSchema(Int, SchemaRule)
}
