internal import DoubletContracts
internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// All sandboxes, the oldest first.
  func listSandboxes() -> Answer {
    OwnAnswer.json(["sandboxes": .array(fake.statuses.map(json))])
  }

  /// Makes a sandbox.
  func createSandbox() throws(FakeError) -> Answer {
    let clock = body["clock"]?.string
    let plan = SandboxPlan(
      name: body["name"]?.string,
      scenario: body["scenario"]?.string,
      seed: body["seed"]?.int,
      clock: clock.flatMap { $0 == "live" ? .live(ahead: 0) : Instant($0).map { .fixed($0) } }
    )
    if let clock, plan.clock == nil { throw FakeError("/body/clock: '\(clock)' is no time that a clock can tell.") }
    return OwnAnswer.json(json(of: fake.status(of: try fake.makeSandbox(plan))), status: 201)
  }

  /// Drops a sandbox.
  func deleteSandbox() throws(FakeError) -> Answer {
    let name = path("name")
    guard fake.dropSandbox(name) else {
      throw FakeError("There is no sandbox '\(name)'.", kind: .notFound)
    }
    return Self.done
  }

  private func json(of status: SandboxStatus) -> JSON {
    [
      "name": .string(status.name),
      "baseURL": .string(status.name == SandboxName.default ? base : "\(base)/~\(status.name)"),
      "scenario": .optional(status.scenario),
      "seed": .int(status.seed),
      "clock": Self.json(ofClock: status.now, isLive: status.isLive),
      "exchanges": .int(status.exchanges),
    ]
  }
}
