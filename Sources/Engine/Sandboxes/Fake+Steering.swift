import DoubletContracts
import Synchronization

/// Steering: what the control API and tests in Swift do to a sandbox. One that does not exist yet is made where something
/// is set in it; its journal is empty, and it is as a reset would leave it.
extension Fake {
  /// The exchanges of a sandbox, oldest first.
  public func journal(of sandbox: String = SandboxName.default) -> [Exchange] {
    Array(exchanges(of: sandbox))
  }

  /// The exchange of a number; nil when the journal lost it or never had it.
  public func exchange(_ sequence: Int, of sandbox: String = SandboxName.default) -> Exchange? {
    existing(sandbox)?.world.withLock { $0.journal[sequence] }
  }

  /// The exchange that was recorded last; nil when the journal is empty.
  public func lastExchange(of sandbox: String = SandboxName.default) -> Exchange? {
    existing(sandbox)?.world.withLock { $0.journal[$0.journal.upcoming - 1] }
  }

  /// How many exchanges the journal of a sandbox has lost to its bound.
  public func evicted(of sandbox: String = SandboxName.default) -> Int {
    existing(sandbox)?.world.withLock { $0.journal.evicted } ?? 0
  }

  /// Judges expectations by the journal of a sandbox, in their order.
  public func judge(_ expectations: [Expectation], in sandbox: String = SandboxName.default) -> [Verdict] {
    let exchanges = Array(exchanges(of: sandbox))
    // Counted after the walk, so that what it missed is counted.
    let evicted = evicted(of: sandbox)
    return expectations.map { $0.judge(exchanges, evicted: evicted) }
  }

  /// Adds a fault after the others; its id.
  ///
  /// - Throws: a fault that can never fire, or an id that is taken.
  @discardableResult
  public func inject(_ fault: Fault, in sandbox: String = SandboxName.default) throws(FakeError) -> String {
    let contracts = contracts.map(\.contract)
    return try self.sandbox(sandbox).world.withLock { world throws(FakeError) in try world.declare(fault, contracts) }
  }

  /// The faults of a sandbox with their counts.
  public func faults(of sandbox: String = SandboxName.default) -> [FaultState] {
    self.sandbox(sandbox).world.withLock { $0.faults }
  }

  /// Removes the fault of an id, or all; whether there was one.
  @discardableResult
  public func removeFaults(_ id: String? = nil, in sandbox: String = SandboxName.default) -> Bool {
    self.sandbox(sandbox).world.withLock { world in
      let count = world.faults.count
      world.faults.removeAll { id == nil || $0.fault.id == id }
      return world.faults.count < count
    }
  }

  /// The time of a sandbox, and whether its clock runs.
  public func clock(of sandbox: String = SandboxName.default) -> (now: Instant, isLive: Bool) {
    self.sandbox(sandbox).world.withLock { world in
      (world.clock.now, world.clock.isLive)
    }
  }

  /// Moves the clock of a sandbox.
  ///
  /// - Throws: a time before 1970 or after 2261, which a clock cannot tell.
  public func moveClock(of sandbox: String = SandboxName.default, _ move: ScenarioRun.ClockMove) throws(FakeError) {
    try self.sandbox(sandbox).world.withLock { world throws(FakeError) in
      switch move {
      case .advance(let nanoseconds):
        let (moved, overflows) = world.clock.now.nanoseconds.addingReportingOverflow(nanoseconds)
        try Instant.checkClock(overflows ? nil : Instant(nanoseconds: moved))
        world.clock.advance(nanoseconds: nanoseconds)
      case .set(let instant):
        try Instant.checkClock(instant)
        world.clock.mode = .fixed(instant)
      case .live: world.clock.mode = .live(ahead: 0)
      }
    }
  }

  /// What a reset takes back to the start.
  public enum Part: String, Sendable, CaseIterable {
    /// Records and issued tokens.
    case state
    /// Listed credentials.
    case credentials
    /// Limits, and what was counted.
    case quotas
    /// Faults and their counts.
    case faults
    /// The clock.
    case clock
    /// The stream of ids and draws.
    case ids
    /// The exchanges. Their numbers go on.
    case journal
  }

  /// Takes parts of a sandbox back to what it started as. It does not depend on how much there is.
  public func reset(_ sandbox: String = SandboxName.default, only parts: Set<Part> = Set(Part.allCases)) {
    guard let sandbox = existing(sandbox) else { return }
    let freed = sandbox.world.withLock { $0.reset(parts, to: sandbox.start) }
    budget.withLock { _ = $0.add(-freed, of: sandbox) }
  }
}

extension World {
  /// Takes parts back to those of `start`; how many bytes of journal that freed.
  mutating func reset(_ parts: Set<Fake.Part>, to start: World) -> Int {
    for index in contracts.indices {
      if parts.contains(.state) { contracts[index].resetRecords(to: start.contracts[index]) }
      if parts.contains(.credentials) { contracts[index].credentials = start.contracts[index].credentials }
      if parts.contains(.quotas) { contracts[index].quotas = start.contracts[index].quotas }
    }
    if parts.contains(.faults) { (faults, nextFault) = (start.faults, start.nextFault) }
    if parts.contains(.clock) { clock = start.clock }
    if parts.contains(.ids) { random = RandomStream(seed: seed, name) }
    guard parts.contains(.journal) else { return 0 }
    let freed = journal.weight
    journal.clear()
    return freed
  }
}
