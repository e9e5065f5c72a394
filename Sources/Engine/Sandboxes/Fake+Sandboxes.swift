import DoubletContracts
import Synchronization

/// How a sandbox is made.
public struct SandboxPlan: Sendable, Hashable {
  /// Its name; nil: one that is free.
  public var name: String?
  /// The scenario that it starts from: `put-then-get`, or `rebilly/put-then-get`; nil: what every sandbox starts as.
  public var scenario: String?
  /// What ids and draws depend on; nil: as the scenario says.
  public var seed: Int?
  /// How the clock runs at first; nil: as the scenario says.
  public var clock: SandboxClock.Mode?

  /// A plan.
  public init(name: String? = nil, scenario: String? = nil, seed: Int? = nil, clock: SandboxClock.Mode? = nil) {
    self.name = name
    self.scenario = scenario
    self.seed = seed
    self.clock = clock
  }
}

/// How a sandbox stands.
public struct SandboxStatus: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// The scenario that it was made from; nil: what every sandbox starts as.
  public var scenario: String?
  /// What ids and draws depend on.
  public var seed: Int
  /// Its time.
  public var now: Instant
  /// Whether its clock runs by itself.
  public var isLive: Bool
  /// How many exchanges its journal holds.
  public var exchanges: Int
}

/// Making and dropping sandboxes.
extension Fake {
  /// The names of the sandboxes, the oldest first.
  public var sandboxNames: [String] { sandboxes.withLock { $0.all.map(\.name) } }

  /// How all sandboxes stand, the oldest first.
  public var statuses: [SandboxStatus] { sandboxes.withLock { $0.all }.map(\.status) }

  /// Makes a sandbox; its name.
  ///
  /// - Throws: a name that is taken or is none, a scenario that is not there.
  @discardableResult public func makeSandbox(_ plan: SandboxPlan = SandboxPlan()) throws(FakeError) -> String {
    if let name = plan.name, !SandboxName.isValid(name) { throw SandboxName.refusal(of: name) }
    if case .fixed(let instant) = plan.clock { try Instant.checkClock(instant) }
    var world = try start.world(of: plan.scenario) { scenario throws(FakeError) in try builder.world(of: scenario) }
    if let seed = plan.seed { world.seed = seed }
    if let clock = plan.clock { world.clock.mode = clock }
    let made = world
    return try sandboxes.withLock { sandboxes throws(FakeError) in
      let name = plan.name ?? sandboxes.freeName()
      guard sandboxes[name] == nil else {
        throw FakeError("There is a sandbox '\(name)' already; delete it first, or take another name.", kind: .conflict)
      }
      return sandboxes.add(open(made.named(name), scenario: plan.scenario)).name
    }
  }

  /// Drops a sandbox with all that it holds; whether there was one. The next request that names it makes a new one.
  @discardableResult public func dropSandbox(_ name: String) -> Bool {
    guard let sandbox = sandboxes.withLock({ $0.remove(name) }) else { return false }
    _ = sandbox.world.withLock { $0.reset([.journal], to: sandbox.start) }
    budget.withLock { $0.close(sandbox) }
    return true
  }

  /// How a sandbox stands.
  public func status(of sandbox: String = SandboxName.default) -> SandboxStatus { self.sandbox(sandbox).status }
}

extension Sandbox {
  /// How it stands.
  fileprivate var status: SandboxStatus {
    world.withLock { world in
      SandboxStatus(
        name: name,
        scenario: scenario,
        seed: world.seed,
        now: world.clock.now,
        isLive: world.clock.isLive,
        exchanges: world.journal.count
      )
    }
  }
}

extension SandboxClock {
  /// Whether the time passes by itself.
  var isLive: Bool { if case .live = mode { true } else { false } }
}
