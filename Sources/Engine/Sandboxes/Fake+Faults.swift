import DoubletContracts

/// Faults in all sandboxes at once.
extension Fake {
  /// Adds a fault to every sandbox that there is, under one id; the id.
  ///
  /// - Throws: a fault that can never fire, or an id that is taken in a sandbox. Then none has it.
  @discardableResult public func injectEverywhere(_ fault: Fault) throws(FakeError) -> String {
    try fault.check(contracts.map(\.contract))
    let names = sandboxNames
    let taken = names.map { name in (name, Set(faults(of: name).map(\.fault.id))) }
    var fault = fault
    if fault.id.isEmpty {
      var number = 1
      while taken.contains(where: { $0.1.contains("f\(number)") }) { number += 1 }
      fault.id = "f\(number)"
    }
    let id = fault.id
    if let (name, _) = taken.first(where: { $0.1.contains(id) }) {
      throw FakeError("There is a fault '\(id)' already in the sandbox '\(name)'; delete it first.", kind: .conflict)
    }
    for name in names { try inject(fault, in: name) }
    return id
  }
}
