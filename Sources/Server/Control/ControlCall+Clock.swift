internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// The sandbox's time.
  func clock() -> Answer {
    let clock = fake.clock(of: sandbox)
    return OwnAnswer.json(Self.json(ofClock: clock.now, isLive: clock.isLive))
  }

  /// Moves the time.
  func setClock() throws(FakeError) -> Answer {
    let move = try move()
    for name in sandboxes { try fake.moveClock(of: name, move) }
    return isOfAll ? Self.done : clock()
  }

  private func move() throws(FakeError) -> ScenarioRun.ClockMove {
    if let text = body["advance"]?.string {
      guard let nanoseconds = Timespan.nanoseconds(text) else { throw tooFar("advance", text) }
      return .advance(nanoseconds: nanoseconds)
    }
    if let text = body["set"]?.string {
      guard let instant = Instant(text) else { throw tooFar("set", text) }
      return .set(instant)
    }
    return .live
  }

  private func tooFar(_ member: String, _ text: String) -> FakeError {
    FakeError("/body/\(member): '\(text)' is beyond what a clock can tell, 1970 to 2261.")
  }

  /// A time as JSON.
  static func json(ofClock now: Instant, isLive: Bool) -> JSON {
    ["now": .string(now.withMilliseconds), "mode": isLive ? "live" : "fixed"]
  }
}
