import Synchronization

/// One isolated world of a fake, behind one lock.
public final class Sandbox: Sendable {
  /// Its name.
  public let name: String
  /// The scenario that it was made from; nil: what every sandbox starts as.
  public let scenario: String?
  /// What a reset takes it back to.
  let start: World
  let world: Mutex<World>

  init(_ start: World, scenario: String?) {
    name = start.name
    self.scenario = scenario
    self.start = start
    world = Mutex(start)
  }
}

/// The sandboxes of a fake, in the order in which they were made.
struct SandboxTable {
  private var byName: [String: (sandbox: Sandbox, number: Int)] = [:]
  private var made = 0
  private var lastFound = 0

  /// The sandbox of a name.
  subscript(name: String) -> Sandbox? { byName[name]?.sandbox }

  /// How many there are.
  var count: Int { byName.count }

  /// All, in no order.
  var unordered: some Sequence<Sandbox> { byName.values.lazy.map(\.sandbox) }

  /// All, the oldest first.
  var all: [Sandbox] { byName.values.sorted { $0.number < $1.number }.map(\.sandbox) }

  /// Adds a sandbox that starts as a world.
  mutating func add(_ name: String, scenario: String?, _ start: World) -> Sandbox {
    let sandbox = Sandbox(start, scenario: scenario)
    byName[name] = (sandbox, made)
    made += 1
    return sandbox
  }

  /// Removes the sandbox of a name.
  mutating func remove(_ name: String) -> Sandbox? { byName.removeValue(forKey: name)?.sandbox }

  /// A name that is free: `s1`, `s2`, ….
  mutating func freeName() -> String {
    repeat { lastFound += 1 } while byName["s\(lastFound)"] != nil
    return "s\(lastFound)"
  }
}
