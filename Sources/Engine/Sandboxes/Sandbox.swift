import Synchronization

/// One isolated world of a fake, behind one lock.
public final class Sandbox: Sendable {
  // What every request reads stands first.
  let world: Mutex<World>
  /// Its account in the budget of the journals.
  let account: Int
  /// Its name.
  public let name: String
  /// The scenario that it was made from; nil: what every sandbox starts as.
  public let scenario: String?
  /// What a reset takes it back to.
  let start: World

  init(_ start: World, scenario: String?, account: Int) {
    name = start.name
    self.scenario = scenario
    self.start = start
    self.account = account
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

  /// All, the oldest first.
  var all: [Sandbox] { byName.values.sorted { $0.number < $1.number }.map(\.sandbox) }

  /// Adds a sandbox under its name.
  mutating func add(_ sandbox: Sandbox) -> Sandbox {
    byName[sandbox.name] = (sandbox, made)
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
