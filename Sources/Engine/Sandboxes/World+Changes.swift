import DoubletContracts

extension World {
  /// A copy under another name: its ids and draws are its own.
  func named(_ name: String) -> World {
    var world = self
    world.random = RandomStream(seed: seed, name)
    world.journal = Journal(of: name, pageBytes: journal.pageBytes, memory: journal.memory)
    for index in contracts.indices where contracts[index].remembered.weight > 0 {
      world.contracts[index].forgetAnswers()
    }
    return world
  }

  /// Adds a fault after the others and gives it an id where it has none; the id.
  @discardableResult mutating func declare(_ fault: Fault, _ contracts: [Contract]) throws(FakeError) -> String {
    try fault.check(contracts)
    var fault = fault
    if fault.id.isEmpty {
      while faults.contains(where: { $0.fault.id == "f\(nextFault)" }) { nextFault += 1 }
      fault.id = "f\(nextFault)"
      nextFault += 1
    }
    let id = fault.id
    guard !faults.contains(where: { $0.fault.id == id }) else {
      throw FakeError("There is a fault '\(id)' already; delete it first, or leave the id out.", kind: .conflict)
    }
    faults.append(FaultState(fault: fault))
    return id
  }
}
