import DoubletEngine
import Testing

@Suite struct ClockTests {
  @Test(arguments: [
    ("500ms", 500_000_000), ("30s", 30_000_000_000), ("10m", 600_000_000_000), ("1h", 3_600_000_000_000),
    ("7d", 604_800_000_000_000), ("0s", 0),
  ])
  func `a length of time is a number and a unit`(text: String, nanoseconds: Int) {
    #expect(Timespan.nanoseconds(text) == nanoseconds)
  }

  @Test(arguments: ["", "10", "s", "-1s", "1.5h", "1 h", "1H", "1w", "١s", "9999999999999d", "99999999999999999999s"])
  func `what has no number, no unit, or cannot be counted, is none`(text: String) {
    #expect(Timespan.nanoseconds(text) == nil)
  }

  @Test func `a live clock runs with its source, ahead of it once it was advanced`() throws {
    let time = ManualTime(seconds: 100)
    let fake = try Fake(shop, configuration: FakeConfiguration(time: time.source))
    #expect(fake.clock().now.seconds == 100)
    time.seconds = 107
    #expect(fake.clock().now.seconds == 107)
    try fake.moveClock(.advance(nanoseconds: 60_000_000_000))
    #expect(fake.clock().now.seconds == 167)
    time.seconds = 110
    #expect(fake.clock().now.seconds == 170)
    #expect(fake.clock().isLive)
    try fake.moveClock(.live)
    #expect(fake.clock().now.seconds == 110)
  }

  @Test func `a clock that was set stands until it is advanced, in its sandbox only`() throws {
    let time = ManualTime(seconds: 100)
    let fake = try Fake(shop, configuration: FakeConfiguration(time: time.source))
    try fake.moveClock(of: "a", .set(Instant(seconds: 5)))
    time.seconds = 200
    #expect(fake.clock(of: "a").now.seconds == 5)
    #expect(!fake.clock(of: "a").isLive)
    try fake.moveClock(of: "a", .advance(nanoseconds: 1_500_000_000))
    #expect(fake.clock(of: "a").now.nanoseconds == 6_500_000_000)
    #expect(fake.clock(of: "b").now.seconds == 200)
  }

  @Test func `a clock is not moved beyond what it can count`() throws {
    let fake = try Fake(shop)
    #expect(throws: FakeError.self) { try fake.moveClock(.advance(nanoseconds: .max)) }
    #expect(throws: FakeError.self) { try fake.moveClock(.set(Instant(nanoseconds: .min))) }
    #expect(fake.clock().now.seconds == 0)
    #expect(fake.send("GET", "/orders", headers: Headers(shopper)).status == 200)
  }
}
