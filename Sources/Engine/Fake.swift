public import DoubletContracts
import Synchronization

/// One or more contracts brought to life: an API that answers, remembers and records. Requests go to one of its sandboxes,
/// each a world of its own.
///
/// ```swift
/// let fake = try Fake(Specs.bundled, scenarios: Scenarios.bundled)
/// let answer = fake.answer(Request("GET", "/sources/src_01", headers: ["Authorization": "Bearer t"]))
/// answer.status  // 200
/// ```
public final class Fake: Sendable {
  /// How it was made.
  public let configuration: FakeConfiguration
  /// The scenarios that a sandbox can start from.
  public let scenarios: ScenarioCatalog
  let contracts: [ServedContract]
  let router: Router
  let paths: NearestPaths
  let builder: WorldBuilder
  let start: StartWorlds
  let budget: Mutex<JournalBudget>
  let sandboxes = Mutex(SandboxTable())

  /// A fake of the contracts. Sandboxes start as the scenarios named `start` say, each for its API; as its scenario
  /// `baseline` where none does and there is one; else empty.
  ///
  /// - Throws: a rule that cannot be enforced, two operations that answer the same requests, a scenario or fault that
  ///   names something that is not there.
  public init(
    _ contracts: [Contract],
    scenarios: ScenarioCatalog = ScenarioCatalog(),
    start: [String] = [],
    configuration: FakeConfiguration = FakeConfiguration()
  ) throws(FakeError) {
    var served: [ServedContract] = []
    for contract in contracts {
      guard !served.contains(where: { $0.name == contract.info.name }) else {
        throw FakeError("Two specs are called '\(contract.info.name)'; give one of them another x-doublet.name.")
      }
      served.append(try ServedContract(contract))
    }
    self.contracts = served
    self.configuration = configuration
    self.scenarios = scenarios
    router = try Router(contracts)
    paths = NearestPaths(contracts)
    budget = Mutex(JournalBudget(limit: configuration.journalBytes))
    builder = WorldBuilder(contracts: contracts, scenarios: scenarios, start: start, configuration: configuration)
    self.start = StartWorlds(baseline: try builder.world())
    _ = sandbox(SandboxName.default)
  }

  /// A fake of the contracts whose scenarios were read already.
  public convenience init(
    _ contracts: [Contract],
    scenarios: [Scenario],
    start: [String] = [],
    configuration: FakeConfiguration = FakeConfiguration()
  ) throws(FakeError) {
    try self.init(contracts, scenarios: ScenarioCatalog(scenarios), start: start, configuration: configuration)
  }

  /// The short names of the contracts.
  public var apis: [String] { contracts.map(\.name) }

  /// Decides on a request, synchronously and without blocking. The exchange is in the journal when this returns, and
  /// complete after ``finish(_:_:)``.
  ///
  /// - Parameter refused: why the server could not read the whole request; the request holds what it read.
  public func begin(_ request: Request, refused: ReadRefusal? = nil) -> Reply {
    let target = Target(request.target)
    let sandbox: Sandbox
    do {
      sandbox = self.sandbox(try SandboxName.named(by: target, request.headers))
    } catch {
      return Reply(OwnAnswer.problem(status: 400, detail: error.description, instance: target.path))
    }
    let decision = sandbox.world.withLock { world in
      Engine(fake: self).decide(on: request, target: target, refused: refused, in: &world)
    }
    if decision.weight != 0 {
      let excess = budget.withLock { $0.add(decision.weight, of: sandbox) }
      if excess > 0 { evict(excess) }
    }
    return Reply(
      decision.answer,
      delivery: decision.delivery,
      ticket: ExchangeTicket(sandbox: sandbox, sequence: decision.sequence)
    )
  }

  /// Completes an exchange; false where it has ended already, or the journal lost it meanwhile.
  @discardableResult public func complete(_ ticket: ExchangeTicket, _ end: ExchangeEnd) -> Bool {
    ticket.sandbox.world.withLock { $0.journal.complete(ticket.sequence, end) }
  }

  /// Completes an exchange as ``complete(_:_:)`` does; the exchange, for who tells of it.
  @discardableResult public func finish(_ ticket: ExchangeTicket, _ end: ExchangeEnd) -> Exchange? {
    ticket.sandbox.world.withLock { world in
      world.journal.complete(ticket.sequence, end) ? world.journal[ticket.sequence] : nil
    }
  }

  /// Answers a request whole: ``begin(_:refused:)`` and ``finish(_:_:)``, for use without a socket.
  public func answer(_ request: Request) -> Answer {
    let reply = begin(request)
    if let ticket = reply.ticket { complete(ticket, .sent) }
    return reply.answer
  }

  /// The sandbox of a name; a new name is a copy of the baseline.
  func sandbox(_ name: String) -> Sandbox {
    sandboxes.withLock { sandboxes in
      sandboxes[name] ?? sandboxes.add(open(start.baseline.named(name), scenario: nil))
    }
  }

  /// The sandbox of a name where there is one: who only reads its journal does not make it.
  func existing(_ name: String) -> Sandbox? { sandboxes.withLock { $0[name] } }

  /// A sandbox that starts as a world, with an account for its journal.
  func open(_ start: World, scenario: String?) -> Sandbox {
    budget.withLock { $0.open { Sandbox(start, scenario: scenario, account: $0) } }
  }

  /// Makes the journals lose so many bytes: the fullest loses its oldest page first, so that it loses no more than the next
  /// one would.
  private func evict(_ excess: Int) {
    var rest = excess
    while rest > 0, let fullest = budget.withLock({ $0.fullest() }) {
      let freed = fullest.world.withLock { $0.journal.evict() }
      guard freed > 0 else { return }
      budget.withLock { _ = $0.add(-freed, of: fullest) }
      rest -= freed
    }
  }
}

extension Fake {
  /// The contract that words an unmatched path: the one with the longest server path that the path begins with; the only
  /// one there is.
  func contractOfUnknownPath(_ path: String) -> (ServedContract?, Int) {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    var best: (index: Int, length: Int)?
    for (index, served) in contracts.enumerated() {
      for parts in served.serverPaths where parts.count > best?.length ?? 0 && parts.count <= segments.count {
        let matches = zip(parts, segments).allSatisfy { part, segment in
          if case .literal(let text) = part { text == segment } else { !segment.isEmpty }
        }
        if matches { best = (index, parts.count) }
      }
    }
    if best == nil, contracts.count == 1 { best = (0, 0) }
    return best.map { (contracts[$0.index], $0.index) } ?? (nil, -1)
  }

  /// Whether some contract has an operation of that method on that path.
  public func hasOperation(_ method: String, _ path: String) -> Bool { router.match(path)?[method] != nil }

  /// The nearest paths of operations, with their methods: `GET /orders`.
  public func nearestPaths(to path: String) -> [String] { paths.nearest(to: path) }
}
