/// A compiled spec: flat tables that name each other by index. It is made once, by the build, by `doublet compile` or by
/// `doublet serve`, and read by everything else.
public struct Contract: Sendable, Hashable {
  /// What the document says of itself.
  public var info: ContractInfo
  /// Paths of the document's servers, and of path items and operations that have servers of their own.
  public var servers: [ServerRow] = []
  /// The operations, in document order.
  public var operations: [OperationRow] = []
  /// The parameters of all operations.
  public var parameters: [ParameterRow] = []
  /// The request bodies of all operations.
  public var bodies: [BodyRow] = []
  /// The media types of all bodies and responses.
  public var mediaTypes: [MediaTypeRow] = []
  /// The examples of all media types.
  public var examples: [ExampleRow] = []
  /// How the members of forms are written.
  public var encodings: [EncodingRow] = []
  /// The responses of all operations.
  public var responses: [ResponseRow] = []
  /// The header fields of responses, problems and quotas.
  public var headers: [HeaderRow] = []
  /// The schemas.
  public var schemas = SchemaTables()
  /// The security schemes.
  public var schemes: [SecuritySchemeRow] = []
  /// The alternatives of all operations' security.
  public var alternatives: [AlternativeRow] = []
  /// The requirements of all alternatives.
  public var requirements: [RequirementRow] = []
  /// What is kept.
  public var resources: [ResourceRow] = []
  /// The computed members of all resources.
  public var computed: [ComputedRow] = []
  /// The links of all resources.
  public var links: [LinkRow] = []
  /// What operations do to resources.
  public var actions: [ActionRow] = []
  /// The query parameters that steer lists, of all actions.
  public var listParameters: [ListParameterRow] = []
  /// The members that tell of lists, of all actions.
  public var listMembers: [ListMemberRow] = []
  /// Wordings of problems: the contract's own stand in ``ContractInfo/problems``, operations' in theirs.
  public var problems: [ProblemRow] = []
  /// Rate limits.
  public var quotas: [QuotaRow] = []
  /// What the document says and nobody enforces.
  public var unenforced: [UnenforcedRow] = []

  /// A contract without a row.
  public init(info: ContractInfo) { self.info = info }
}

/// What a document says of itself.
public struct ContractInfo: Sendable, Hashable {
  /// The API's short name in operations, scenarios and the control API: `x-doublet.name`, else the file's name.
  public var name: String
  /// `info.title`.
  public var title: String
  /// `info.version`.
  public var version: String
  /// The version of OpenAPI.
  public var openapi: String
  /// The files that positions name, the document first.
  public var files: [String]
  /// The contract's own run in ``Contract/problems``.
  public var problems: Span

  /// What a document says of itself.
  public init(name: String, title: String, version: String, openapi: String, files: [String], problems: Span = .empty) {
    self.name = name
    self.title = title
    self.version = version
    self.openapi = openapi
    self.files = files
    self.problems = problems
  }
}

extension Contract {
  /// The position as people read it: `specs/rebilly.yaml:12:5`. Empty for what stands in no document.
  public func place(_ position: SourcePosition) -> String {
    guard position.line > 0, info.files.indices.contains(position.file) else { return "" }
    return "\(info.files[position.file]):\(position.line):\(position.column)"
  }

  /// The response that stands for a status: the exact one, else its range, else `default`.
  public func response(of operation: OperationRow, status: Int) -> ResponseRow? {
    responses[operation.responses.indices].response(status: status)
  }
}
