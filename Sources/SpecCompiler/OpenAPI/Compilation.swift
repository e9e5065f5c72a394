import DoubletContracts
import DoubletJSON
import DoubletValidation

/// One document on its way to a contract: the tables that the stages fill, and what later stages ask of earlier ones.
final class Compilation {
  /// The document.
  let root: Located
  let version: OpenAPIVersion
  let documents: DocumentSet
  let schemas: SchemaCompiler
  /// The rows so far.
  var contract: Contract
  /// The operations so far, by the index of their rows.
  var operations: [CompiledOperation] = []
  /// Where each operationId stands first.
  var operationIDs: Set<String> = []
  /// The paths of the operations, by method and by what the paths match.
  var routes: [String: String] = [:]
  /// The schemes by name; -1: one that is not enforced.
  var schemeIndices: [String: Int] = [:]
  /// The schemes that are asked for and declared nowhere, by name.
  var undeclaredSchemes: [String: Int] = [:]
  /// The scopes that a scheme declares.
  var declaredScopes: [String: Set<String>] = [:]
  /// The alternatives of the document's own `security`.
  var rootSecurity: Span?
  /// The document's own run of servers.
  var rootServers = Span.empty
  /// The runs of path items and operations with servers of their own, by their places.
  var serverRuns: [SourcePosition: Span] = [:]
  /// Templates of response headers, checked when resources are known.
  var headerTemplates: [(node: Located, operation: Int)] = []
  /// Examples outside of schemas.
  var examples: [WrittenExample] = []
  /// The direction of the bodies that are being compiled.
  var direction = Validator.Direction.request
  /// The resources by name.
  var resourceNodes: [String: Located] = [:]
  /// Whether operations that the document says nothing of are looked at for what they do to state.
  var infersState = true
  /// The operations whose `x-doublet` says that they do nothing to it.
  var statelessOperations: Set<Int> = []
  /// The wordings of the document, by kind; the empty key is `default`.
  var wordings: [String: Wording] = [:]

  var diagnostics: Diagnostics { documents.diagnostics }
  var unenforced: UnenforcedRules { documents.unenforced }

  init(of root: Located, name: String, version: OpenAPIVersion, documents: DocumentSet) {
    self.root = root
    self.version = version
    self.documents = documents
    schemas = SchemaCompiler(documents: documents, dialect: version == .v3_0 ? .openAPI30 : .draft2020)
    let openapi = root.node["openapi"]
    contract = Contract(
      info: ContractInfo(
        name: name,
        title: "",
        version: "",
        openapi: openapi?.string ?? openapi?.number?.text ?? "",
        files: []
      )
    )
  }

  /// The contract, complete.
  var finished: Contract {
    contract.schemas = schemas.tables
    contract.info.files = diagnostics.files
    contract.unenforced = unenforced.rows
    return contract
  }

  /// The contract with the state that its document does not declare.
  var inferred: Contract {
    infersState ? StateInference.inferred(finished, excluding: statelessOperations) : finished
  }

  /// Tells of a part of the document that cannot mean anything: what it says is not enforced, and the rest is served.
  func mistake(_ rule: String, of field: String = "", _ message: String, at node: SourceNode) {
    diagnostics.warning(message, at: node)
    unenforced.note(rule, of: field, because: message, at: node.position)
  }

  /// Tells of a member of the wrong kind: a mistake, but in `x-doublet`, which is ours, an error.
  private func misfit(_ object: Located, _ key: String, _ message: String, at node: SourceNode) {
    if object.pointer.tokens.contains("x-doublet") {
      diagnostics.error(message, at: node)
    } else {
      mistake(key, message, at: node)
    }
  }

  /// What a reference object leads to, or the value itself; nothing where it leads nowhere, which was told.
  func resolve(_ value: Located) -> Located? {
    var current = value
    var seen: Set<SourcePosition> = []
    while current.node.isMapping, let reference = current.node["$ref"] {
      guard seen.insert(current.position).inserted else {
        diagnostics.error("this '$ref' leads back to itself", at: reference)
        return nil
      }
      guard let target = documents.target(of: reference, in: current) else { return nil }
      current = target
    }
    return current
  }

  /// What a reference object leads to, if that is a mapping.
  func object(_ value: Located, _ keys: ObjectKeys) -> Located? {
    guard let object = resolve(value) else { return nil }
    guard object.node.isMapping else {
      mistake(keys.noun, "\(keys.noun) must be a mapping, not \(object.node.kindName)", at: object.node)
      return nil
    }
    check(object.node, keys)
    return object
  }

  /// A member that must be true or false; false where it is missing.
  func flag(_ object: Located, _ key: String) -> Bool {
    guard let value = object.node[key] else { return false }
    if value.bool == nil { misfit(object, key, "'\(key)' must be true or false, not \(value.kindName)", at: value) }
    return value.bool ?? false
  }

  /// A member that must be a string, where it is there.
  func string(_ object: Located, _ key: String) -> String? {
    guard let value = object.node[key] else { return nil }
    if value.string == nil { misfit(object, key, "'\(key)' must be a string, not \(value.kindName)", at: value) }
    return value.string
  }

  /// A member that must be a mapping, where it is there.
  func mapping(_ object: Located, _ key: String) -> Located? {
    guard let value = object[key] else { return nil }
    if value.node.isMapping { return value }
    misfit(object, key, "'\(key)' must be a mapping, not \(value.node.kindName)", at: value.node)
    return nil
  }

  /// The elements of a member that must be a list, where it is there.
  func list(_ object: Located, _ key: String) -> [Located]? {
    guard let value = object[key] else { return nil }
    if value.node.elements != nil { return value.elements }
    misfit(object, key, "'\(key)' must be a list, not \(value.node.kindName)", at: value.node)
    return nil
  }
}

/// An operation as the later stages need it.
struct CompiledOperation {
  /// Its object in the document.
  var node: Located
  /// Its path template.
  var path: PathTemplate
  /// The schema of its JSON body, where it has one.
  var bodySchema: Located?
  /// Whether it asks for credentials.
  var asksCredentials: Bool
  /// Its index in the contract.
  var index: Int
  /// Its `x-doublet`.
  var doublet: Located?
  /// The resource that it names.
  var resource: String?
  /// What it does to the resource.
  var action: ActionKind?
}
