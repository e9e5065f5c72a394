import DoubletContracts
import DoubletJSON

/// Everything that a sandbox holds. A copy of the baseline's world is a new sandbox: collections are shared until written.
struct World: Sendable {
  var name: String
  var clock: SandboxClock
  var seed: Int
  var random: RandomStream
  /// What is kept of each contract, in the fake's order.
  var contracts: [ContractState]
  /// In the order in which they were declared: the first that applies wins.
  var faults: [FaultState]
  var nextFault = 1
  var journal: Journal
  /// What need not be worded again.
  var remembered = RememberedAnswers()
}

/// What a sandbox keeps of one contract.
struct ContractState: Sendable {
  /// In the order of the contract's resources.
  var collections: [Collection]
  var credentials: [Credential] = []
  var tokens: [String: IssuedToken] = [:]
  /// In the order of the contract's quotas.
  var quotas: [QuotaState]
  /// Whether problems have the statuses of HTTP whatever the spec's wordings say.
  var usesHTTPStatuses = false

  init(_ contract: Contract) {
    collections = contract.resources.map { Collection($0) }
    quotas = contract.quotas.map { QuotaState(limit: $0.limit, windowSeconds: $0.windowSeconds) }
  }
}
