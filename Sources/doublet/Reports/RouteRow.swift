import DoubletContracts
import DoubletEngine
import DoubletJSON

/// What `doublet routes` tells of an operation.
struct RouteRow: Hashable {
  /// Where the answer of a valid request comes from.
  enum Source: String {
    /// What the sandbox keeps.
    case state
    /// The document's example.
    case example
    /// A sample of the declared response.
    case sample
  }

  let api: String
  let method: String
  let path: String
  let operation: String
  /// The alternatives, each with the schemes that it asks for together; an empty one is anonymous access.
  let security: [[String]]
  /// What it answers with.
  let source: Source
  let resource: String?
  let action: String?
  /// Whether the action was inferred, and not declared by `x-doublet`.
  let isInferred: Bool
  /// The statuses as the document writes them.
  let statuses: [String]
  /// The problems that it can answer without a fault.
  let problems: [ReachableProblem]
  let place: String

  /// The row of the operation of that index.
  init(_ index: Int, of contract: Contract, in fake: Fake?) {
    let operation = contract.operations[index]
    api = contract.info.name
    method = operation.method
    path = operation.path
    self.operation = operation.id
    security = contract.alternatives[operation.security.indices].map { alternative in
      contract.requirements[alternative.requirements.indices].map { contract.schemes[$0.scheme].id }
    }
    let action = operation.action < 0 ? nil : contract.actions[operation.action]
    self.action = action?.kind.rawValue
    isInferred = action?.inferred != nil
    resource =
      switch action {
      case .some(let action) where action.resource >= 0: contract.resources[action.resource].name
      case .some(let action) where action.scheme >= 0: contract.schemes[action.scheme].id
      default: nil
      }
    source = action != nil ? .state : RouteRow.hasExample(operation, contract) ? .example : .sample
    statuses = contract.responses[operation.responses.indices].map(\.name)
    problems = (try? fake?.reachableProblems(of: index, in: contract.info.name)) ?? []
    place = contract.place(operation.position)
  }

  /// The rows of contracts.
  static func rows(of contracts: [Contract]) -> [RouteRow] {
    contracts.flatMap { contract in
      let fake = try? Fake([contract])
      return contract.operations.indices.map { RouteRow($0, of: contract, in: fake) }
    }
  }

  /// The cells of its line.
  var cells: [String] {
    [method, path, operation, securityText, actionText, statuses.joined(separator: " "), problemText]
  }

  /// Whether the success that the operation declares first can be answered without a record.
  private static func hasExample(_ operation: OperationRow, _ contract: Contract) -> Bool {
    let declared = contract.responses[operation.responses.indices]
    guard let success = declared.first(where: { (200..<300).contains($0.lowest) }) ?? declared.first(where: \.isDefault)
    else { return false }
    let content = contract.mediaTypes[success.content.indices]
    return content.isEmpty || content.contains { !$0.examples.indices.isEmpty }
  }

  /// `read leadSources`, `read orders (inferred)`, `example`, or `sample` where there is neither.
  var actionText: String {
    switch source {
    case .state: [action, resource, isInferred ? "(inferred)" : nil].compactMap(\.self).joined(separator: " ")
    case .example: "example"
    case .sample: "sample"
    }
  }

  /// `SecretApiKey | JWT`, or `–` where no credentials are asked.
  var securityText: String {
    guard !security.isEmpty else { return "–" }
    return security.map { $0.isEmpty ? "anonymous" : $0.joined(separator: "+") }.joined(separator: " | ")
  }

  /// The statuses of the problems: `401 403 404`.
  private var problemText: String { Set(problems.map(\.status)).sorted().map(String.init).joined(separator: " ") }

  /// As JSON.
  var json: JSON {
    [
      "api": .string(api), "method": .string(method), "path": .string(path), "operation": .string(operation),
      "security": .array(security.map { .array($0.map { .string($0) }) }),
      "answers": .string(source.rawValue), "resource": resource.map { .string($0) } ?? .null,
      "action": action.map { .string($0) } ?? .null, "inferred": .bool(isInferred),
      "statuses": .array(statuses.map { .string($0) }),
      "problems": .array(
        problems.map { ["kind": .string($0.kind.rawValue), "status": .number(JSONNumber($0.status))] }
      ),
      "place": .string(place),
    ]
  }
}
