internal import DoubletContracts
internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// The faults in the order in which they are tried.
  func listFaults() -> Answer {
    let faults = sandboxes.flatMap { name in fake.faults(of: name).map { Self.json(of: $0, name) } }
    return OwnAnswer.json(["faults": .array(faults)])
  }

  /// Declares a fault after the others.
  func addFault() throws(FakeError) -> Answer {
    let fault = try decoding { () throws(DecodingError) in try Fault(body) }
    let id = isOfAll ? try fake.injectEverywhere(fault) : try fake.inject(fault, in: sandbox)
    return OwnAnswer.json(["id": .string(id)], status: 201)
  }

  /// Withdraws all faults.
  func deleteFaults() -> Answer {
    for name in sandboxes { fake.removeFaults(in: name) }
    return Self.done
  }

  /// A fault and its counts.
  func getFault() throws(FakeError) -> Answer {
    guard let state = fake.faults(of: sandbox).first(where: { $0.fault.id == path("id") }) else { throw noFault }
    return OwnAnswer.json(Self.json(of: state, sandbox))
  }

  /// Withdraws a fault.
  func deleteFault() throws(FakeError) -> Answer {
    guard fake.removeFaults(path("id"), in: sandbox) else { throw noFault }
    return Self.done
  }

  private var noFault: FakeError {
    let ids = fake.faults(of: sandbox).map(\.fault.id)
    let known = ids.isEmpty ? "there is none" : "there are \(ids.joined(separator: ", "))"
    return FakeError("There is no fault '\(path("id"))' in the sandbox '\(sandbox)'; \(known).", kind: .notFound)
  }

  private static func json(of state: FaultState, _ sandbox: String) -> JSON {
    [
      "id": .string(state.fault.id), "sandbox": .string(sandbox), "fault": state.fault.json,
      "reached": .int(state.reached), "fired": .int(state.fired),
    ]
  }
}
