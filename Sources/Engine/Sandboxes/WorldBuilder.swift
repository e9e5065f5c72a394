import DoubletContracts
import DoubletJSON

/// Makes the world that sandboxes are copied from.
struct WorldBuilder {
  let contracts: [Contract]
  let scenarios: ScenarioCatalog
  /// The scenarios that every sandbox starts as, each for its API.
  let start: [String]
  let configuration: FakeConfiguration
  /// That of the journals of all worlds.
  let memory = JournalMemory()

  /// The name of the scenario that an API starts from when no other is named.
  static let baseline = "baseline"

  /// A world in which the scenarios of the start are set up, each in its API, over the API's baseline unless it says
  /// otherwise. One that is named stands in the place of the start's for its API.
  func world(of scenario: String? = nil) throws(FakeError) -> World {
    var world = emptyWorld()
    let chosen = try chosen(start).merging(try chosen(scenario.map { [$0] } ?? [])) { $1 }
    for contract in contracts {
      let scenario = chosen[contract.info.name]
      if scenario?.isFromBaseline != false, scenario?.name != Self.baseline,
        let baseline = scenarios.entries.first(where: { $0.api == contract.info.name && $0.name == Self.baseline })
      {
        try apply(baseline.scenario(), to: &world)
      }
      if let scenario { try apply(scenario, to: &world) }
    }
    if case .fixed(let instant) = world.clock.mode { try Instant.checkClock(instant) }
    for fault in configuration.faults { try world.declare(fault, contracts) }
    if configuration.liftsQuotas {
      for contract in world.contracts.indices {
        for quota in world.contracts[contract].quotas.indices { world.contracts[contract].quotas[quota].limit = nil }
      }
    }
    if let usesHTTP = configuration.usesHTTPStatuses {
      for contract in world.contracts.indices { world.contracts[contract].usesHTTPStatuses = usesHTTP }
    }
    return world
  }

  private func emptyWorld() -> World {
    World(
      contracts: contracts.map { ContractState($0) },
      faults: [],
      clock: SandboxClock(configuration.clock ?? .live(ahead: 0), source: configuration.time),
      journal: Journal(of: SandboxName.default, pageBytes: configuration.journalBytes / 4096, memory: memory),
      seed: configuration.seed ?? 0,
      random: RandomStream(seed: configuration.seed ?? 0, SandboxName.default)
    )
  }

  private func chosen(_ names: [String]) throws(FakeError) -> [String: Scenario] {
    var chosen: [String: Scenario] = [:]
    let served = scenarios.entries.filter { scenario in contracts.contains { $0.info.name == scenario.api } }
    for name in names {
      let found = served.filter { $0.name == name || "\($0.api)/\($0.name)" == name }
      guard let first = found.first else {
        let known = served.map { "\($0.api)/\($0.name)" }
        let hint = Nearest.hint(for: name, among: known + served.map(\.name))
        throw FakeError(
          "There is no scenario '\(name)'\(hint.isEmpty ? "; there are \(known.joined(separator: ", "))" : hint).",
          kind: .notFound
        )
      }
      guard found.count == 1 || found.allSatisfy({ $0.name == Self.baseline }) else {
        throw FakeError(
          "The scenario '\(name)' is there for \(found.map(\.api).joined(separator: ", ")); write \(first.api)/\(name)."
        )
      }
      for entry in found {
        if let other = chosen[entry.api] {
          throw FakeError("'\(other.name)' and '\(entry.name)' are both scenarios of \(entry.api); name one.")
        }
        chosen[entry.api] = try entry.scenario()
      }
    }
    return chosen
  }

  /// Sets a scenario up.
  private func apply(_ scenario: Scenario, to world: inout World) throws(FakeError) {
    guard let index = contracts.firstIndex(where: { $0.info.name == scenario.api }) else { return }
    if let mistake = scenario.mistakes(in: contracts[index]).first {
      throw FakeError("The scenario '\(scenario.name)' of \(scenario.api), \(mistake)")
    }
    if configuration.clock == nil, let clock = scenario.clock { world.clock.mode = .fixed(clock) }
    if configuration.seed == nil, let seed = scenario.seed { world.seed = seed }
    if let usesHTTP = scenario.usesHTTPStatuses { world.contracts[index].usesHTTPStatuses = usesHTTP }
    let contract = contracts[index]
    for (collection, records) in scenario.state {
      guard let resource = contract.resources.firstIndex(where: { $0.name == collection }) else { continue }
      for (key, record) in records {
        if record.isNull {
          world.contracts[index].remove(key, of: resource)
        } else {
          world.contracts[index].keep(.tree(record), key: key, of: resource, isGiven: true)
        }
      }
      // Of the whole collection, the baseline's records included.
      if let mistake = RecordRules.clash(in: world.contracts[index].collections[resource], of: collection) {
        throw FakeError("The scenario '\(scenario.name)' of \(scenario.api), \(mistake)")
      }
    }
    world.contracts[index].credentials += scenario.credentials
    for (name, change) in scenario.quotas {
      guard let quota = contract.quotas.firstIndex(where: { $0.name == name }) else { continue }
      world.contracts[index].quotas[quota].apply(change)
    }
    for fault in scenario.faults {
      var fault = fault
      fault.api = scenario.api
      try world.declare(fault, contracts)
    }
  }
}

extension QuotaState {
  /// Changes the limit and, where one is given, the window; nil lifts the quota.
  mutating func apply(_ change: Scenario.QuotaChange?) {
    limit = change?.limit
    if let seconds = change?.windowSeconds { windowSeconds = seconds }
  }
}
