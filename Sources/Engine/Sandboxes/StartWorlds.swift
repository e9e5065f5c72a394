import Synchronization

/// The worlds that sandboxes are copied from: the baseline, and one for each scenario that a sandbox was made from, so
/// that only the first such sandbox pays for what the scenario sets up.
final class StartWorlds: Sendable {
  /// What a sandbox starts as that names no scenario.
  let baseline: World
  private let byScenario = Mutex<[String: World]>([:])

  init(baseline: World) { self.baseline = baseline }

  /// The world of a scenario, made by `make` where it is not there yet.
  func world(of scenario: String?, make: (String) throws(FakeError) -> World) throws(FakeError) -> World {
    guard let scenario else { return baseline }
    if let world = byScenario.withLock({ $0[scenario] }) { return world }
    let world = try make(scenario)
    byScenario.withLock { $0[scenario] = world }
    return world
  }
}
