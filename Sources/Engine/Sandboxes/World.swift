import DoubletContracts

/// Everything that a sandbox holds. A copy of the baseline's world is a new sandbox: collections are shared until written.
struct World: Sendable {
  // What every request reads stands first.
  /// What is kept of each contract, in the fake's order.
  var contracts: [ContractState]
  /// In the order in which they were declared: the first that applies wins.
  var faults: [FaultState]
  var clock: SandboxClock
  var journal: Journal
  var seed: Int
  var random: RandomStream
  var nextFault = 1

  /// The sandbox's name.
  var name: String { journal.sandbox }
}
