import DoubletContracts
import DoubletJSON
import DoubletValidation

/// A contract made ready to be served: what every request needs and no request should work out anew.
final class ServedContract: Sendable {
  let contract: Contract
  let validator: Validator
  let operations: [ServedOperation]
  /// The segments of the servers' paths, but for empty ones.
  let serverPaths: [[PathSegment]]
  /// The media types of all bodies and responses, read once.
  let mediaTypes: [MediaType?]
  /// What answers of each media type have; nil: it is none, or a range of them.
  let offers: [Offer?]
  /// Whether what each computed member is made of may be the record itself.
  let computesFromRecord: [Bool]
  /// For each resource, which computed member stands at each place of its records' shape, or -1; none where it computes
  /// nothing.
  let computedPlaces: [[Int]]
  /// What each resource lays over its records while they are worded.
  let overlays: [Overlay?]
  /// How the records of each resource are kept in the words of their answers; nil: they are kept without.
  let answerForms: [AnswerForm?]
  /// The links of all resources.
  let links: [ServedLink]
  /// The security schemes.
  let schemes: [ServedScheme]
  /// The header fields of all responses.
  let headers: [ServedParameter]
  /// What is done about each of them.
  let headerUses: [HeaderUse]
  /// Whether a schema calls a member deprecated.
  let hasDeprecatedMembers: Bool
  /// What is worked out of the schemas when it is first needed.
  let memory: SchemaMemory
  /// What is answered where no state says it.
  let shown: ShownBodies
  /// What is sent in header fields that nothing else makes.
  let shownHeaders: ShownHeaders
  /// What problems look like that no wording gives.
  let problems: ProblemBodies

  init(_ contract: Contract) throws(FakeError) {
    self.contract = contract
    let validator: Validator
    do {
      validator = try Validator(contract.schemas)
    } catch {
      throw FakeError("\(contract.place(error.position)): \(error.message)")
    }
    self.validator = validator
    hasDeprecatedMembers = contract.schemas.properties.contains { $0.traits.contains(.deprecated) }
    computesFromRecord = contract.computed.map { $0.value.expressions.contains(where: \.mayNameRecord) }
    let mediaTypes = contract.mediaTypes.map { MediaType($0.name) }
    self.mediaTypes = mediaTypes
    offers = Offer.offers(contract.mediaTypes, mediaTypes)
    schemes = contract.schemes.map { ServedScheme($0) }
    headers = HeaderFields.served(contract.headers, contract.schemas)
    headerUses = contract.headers.map { HeaderUse($0) }
    let memory = SchemaMemory(validator)
    self.memory = memory
    computedPlaces = contract.resources.map { resource in
      guard resource.inferred == nil, resource.computed.count > 0 else { return [] }
      return memory.shape(of: resource.schema).members.map { member in
        resource.computed.indices.first { contract.computed[$0].member == member.name } ?? -1
      }
    }
    let links = contract.links.map { ServedLink($0) }
    self.links = links
    let overlays = contract.resources.map { Overlay($0.answered, links, $0.links) }
    self.overlays = overlays
    answerForms = zip(contract.resources, overlays).map { AnswerForm($1, links, $0, contract, memory) }
    // Most operations ask for the same credentials, in the same rows.
    var asked: [Span: [[RequirementRow]]] = [:]
    operations = contract.operations.indices.map { index in
      let security = contract.operations[index].security
      let alternatives = asked[security] ?? contract.requirements(of: security)
      asked[security] = alternatives
      return ServedOperation(contract, index, alternatives)
    }
    serverPaths = contract.servers.filter { !$0.path.isEmpty }.map { PathSegment.segments(of: $0.path) }
    let shown = ShownBodies(contract, validator, mediaTypes, memory)
    self.shown = shown
    shownHeaders = ShownHeaders(contract.headers, headers, validator)
    problems = ProblemBodies(shown)
  }

  var name: String { contract.info.name }

  /// The operation of an id.
  func operation(_ id: String) -> ServedOperation? { operations.first { $0.row.id == id } }
}

/// A security scheme, behind a reference: a row of names is copied for every request else.
final class ServedScheme: Sendable {
  let row: SecuritySchemeRow

  init(_ row: SecuritySchemeRow) { self.row = row }
}

/// An operation's action, behind a reference too.
final class ServedAction: Sendable {
  /// Whether it was inferred, and not declared.
  let isInferred: Bool
  /// Whether its answer is the record that it read or wrote, and nothing else.
  let answersRecord: Bool
  /// What finds its record; nil where it takes more than one value of the request.
  let key: ValueSource?
  let row: ActionRow

  init(_ row: ActionRow, _ resources: [ResourceRow]) {
    self.row = row
    isInferred = row.inferred != nil
    let isWhole = if case .absent = row.answer { row.select == nil } else { false }
    answersRecord = row.inferred == nil && row.kind != .list && row.resource >= 0 && isWhole
    key = row.inferred == nil && row.find == nil && row.resource >= 0 ? resources[row.resource].key : nil
  }
}

/// An operation made ready to be served.
///
/// What every request reads stands first and together: of an API of many operations, each is asked for so seldom that
/// nothing of it is left in the processor's caches.
final class ServedOperation: Sendable {
  let index: Int
  let alternatives: [[RequirementRow]]
  /// Indices of the quotas that count it.
  let quotas: [Int]
  let parameters: [ServedParameter]
  let served: ServedAction?
  let responses: [ResponseRow]
  /// Whether the same words answer the same record every time.
  let isRepeatable: Bool
  /// Whether the document calls it, or one of its parameters, deprecated.
  let hasDeprecations: Bool
  let body: BodyRow?
  /// Media types of the body, read once.
  let contents: [ServedContent]
  let row: OperationRow
  /// The names that its query may hold.
  let queryNames: QueryNames
  /// The fields of its query where that is one form as a whole.
  let queryForm: FormFields?
  /// The names of its path's parameters, in order.
  let pathNames: [String]
  var action: ActionRow? { served?.row }

  init(_ contract: Contract, _ index: Int, _ alternatives: [[RequirementRow]]) {
    self.index = index
    self.alternatives = alternatives
    let row = contract.operations[index]
    self.row = row
    parameters = contract.parameters[row.parameters.indices].map { ServedParameter($0, contract.schemas) }
    queryNames = QueryNames(parameters, contract)
    queryForm = parameters.first {
      $0.row.location == .querystring && ContentKind(mediaType: $0.row.mediaType) == .form
    }
    .map { FormFields($0.typing.outline, contract.encodings[$0.row.encodings.indices], contract) }
    let body = row.body < 0 ? nil : contract.bodies[row.body]
    self.body = body
    contents = body.map { contract.mediaTypes[$0.content.indices].compactMap { ServedContent($0, contract) } } ?? []
    responses = Array(contract.responses[row.responses.indices])
    pathNames = PathSegment.segments(of: row.path).flatMap(\.names)
    served = row.action < 0 ? nil : ServedAction(contract.actions[row.action], contract.resources)
    quotas = contract.quotas.indices.filter { contract.quotas[$0].counts(row) }
    isRepeatable = contract.isRepeatable(row, quotas: quotas)
    hasDeprecations = row.isDeprecated || parameters.contains { $0.row.isDeprecated }
  }

  /// Whether it declares a status by its number.
  func declares(_ status: Int) -> Bool { responses.contains { $0.isExact && $0.lowest == status } }

  /// The statuses that it declares by number, in order.
  var exactStatuses: [Int] { responses.filter(\.isExact).map(\.lowest) }

  /// What its answers of a status are declared as; nil: they are not.
  func response(status: Int) -> ResponseRow? { responses[...].response(status: status) }

  /// What the operation takes a body of this type by: the type itself, else the closest range; nil where it takes none.
  func content(for type: MediaType) -> ServedContent? {
    contents.first { $0.type == type }
      ?? contents.filter { $0.type.holds(type) }.max {
        $0.type.closeness < $1.type.closeness
      }
  }
}

extension Contract {
  /// What the alternatives of a security requirement ask for.
  fileprivate func requirements(of security: Span) -> [[RequirementRow]] {
    alternatives[security.indices].map { Array(requirements[$0.requirements.indices]) }
  }
}

extension Expression {
  /// Whether its value may depend on the members of the record.
  fileprivate var mayNameRecord: Bool {
    switch self {
    case .record, .recordMember, .link: true
    default: false
    }
  }
}
