import DoubletContracts
import DoubletJSON

/// Everything that a sandbox holds. A copy of the baseline's world is a new sandbox: collections are shared until written.
struct World: Sendable {
  // What every request reads stands first.
  /// What is kept of each contract, in the fake's order.
  var contracts: [ContractState]
  /// In the order in which they were declared: the first that applies wins.
  var faults: [FaultState]
  var clock: SandboxClock
  var journal: Journal
  /// What need not be worded again.
  var remembered = RememberedAnswers()
  var seed: Int
  var random: RandomStream
  var nextFault = 1

  /// The sandbox's name.
  var name: String { journal.sandbox }
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
