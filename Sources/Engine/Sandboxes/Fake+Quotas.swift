import DoubletContracts
import DoubletJSON
import Synchronization

/// The quotas of a sandbox.
extension Fake {
  /// The quotas of an API, in the order of its spec.
  ///
  /// - Throws: an API that is not there.
  public func quotas(
    of api: String,
    in sandbox: String = SandboxName.default
  ) throws(FakeError) -> [(name: String, quota: QuotaState)] {
    let index = try index(of: api)
    let names = contracts[index].contract.quotas.map(\.name)
    let quotas = self.sandbox(sandbox).world.withLock { $0.contracts[index].quotas }
    return zip(names, quotas).map { ($0, $1) }
  }

  /// Changes quotas of an API; nil lifts one. Those that are not named are as the sandbox started with them. All counts
  /// begin anew.
  ///
  /// - Throws: an API or a quota that is not there.
  public func setQuotas(
    _ changes: [(name: String, change: Scenario.QuotaChange?)],
    of api: String,
    in sandbox: String = SandboxName.default
  ) throws(FakeError) {
    let index = try index(of: api)
    let contract = contracts[index].contract
    var scenario = Scenario(name: "", api: api, description: "")
    scenario.quotas = changes
    if let mistake = scenario.mistakes(in: contract).first { throw FakeError(mistake) }
    let sandbox = self.sandbox(sandbox)
    var quotas = sandbox.start.contracts[index].quotas
    for (name, change) in changes {
      guard let quota = contract.quotas.firstIndex(where: { $0.name == name }) else { continue }
      quotas[quota].apply(change)
    }
    let changed = quotas
    sandbox.world.withLock { $0.contracts[index].quotas = changed }
  }
}
