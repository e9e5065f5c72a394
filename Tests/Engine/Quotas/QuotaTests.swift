import DoubletEngine
import DoubletJSON
import Testing

@Suite struct QuotaTests {
  private let time = ManualTime(seconds: 1000)

  private func fake(limit: Int) throws -> Fake {
    try Fake(
      shop,
      as: ["description": "d", "quotas": ["writes": ["limit": .number(JSONNumber(limit))]]],
      configuration: FakeConfiguration(time: time.source)
    )
  }

  private func put(_ fake: Fake, _ target: String = "/orders/1", _ body: JSON = [:]) -> Answer {
    fake.send("PUT", target, body, headers: Headers(shopper))
  }

  @Test func `a window starts with its first counted request and ends after its length`() throws {
    let fake = try fake(limit: 2)
    time.seconds = 1003
    #expect(put(fake).status == 201)
    time.seconds = 1012
    #expect(put(fake).status == 200)
    #expect(put(fake)["/detail"] == "The 2 requests of the quota 'writes' are used up; there is room again in 1 s.")
    time.seconds = 1013
    #expect((0..<3).map { _ in put(fake).status } == [200, 200, 429])
    time.seconds = 1022
    #expect(put(fake).status == 429)
    time.seconds = 1023
    #expect(put(fake).status == 200)
  }

  @Test func `an answer that declares the header fields tells what is left`() throws {
    let fake = try fake(limit: 2)
    let post = fake.send("POST", "/orders", [:], headers: Headers(shopper))
    #expect(post.headers["X-Left"] == "1")
    #expect(post.headers["X-Limit"] == nil, "the 201 does not declare it")
    #expect(put(fake).headers["X-Left"] == nil, "the answer to PUT does not declare it")
    #expect(put(fake).status == 429)
  }

  @Test func `only the methods of the quota count, and only what came as far as the quota`() throws {
    let fake = try fake(limit: 3)
    fake.send("GET", "/orders", headers: Headers(shopper))
    fake.send("DELETE", "/orders/9", headers: Headers(shopper))
    fake.send("PUT", "/orders/1", [:])
    #expect(put(fake, "/orders/1", ["note": "too long"]).status == 422)
    #expect(fake.send("PATCH", "/orders/9", [:], headers: Headers(shopper)).status == 404)
    #expect(put(fake, "/orders/1").status == 201)
    #expect(put(fake, "/orders/1").status == 429, "a 422 and a 404 were counted, a 401 was not")
  }

  @Test func `each owner and each sandbox has a window of its own`() throws {
    let fake = try fake(limit: 1)
    for path in ["/orders/1", "/v1/a/orders/1", "/v1/b/orders/1", "/~box/v1/a/orders/1"] {
      #expect([put(fake, path).status, put(fake, path).status].last == 429, "\(path)")
      #expect(fake.journal(of: path.hasPrefix("/~") ? "box" : "default").dropLast().last?.problem == nil, "\(path)")
    }
  }

  @Test func `a refused request does not count`() throws {
    let fake = try fake(limit: 1)
    #expect((0..<4).map { _ in put(fake).status } == [201, 429, 429, 429])
    time.seconds += 10
    #expect(put(fake).status == 200)
  }

  @Test func `a limit of 0 lets nothing through, and null lifts the quota`() throws {
    #expect(try put(fake(limit: 0)).status == 429)
    let lifted = try Fake(shop, as: ["description": "d", "quotas": ["writes": nil]])
    #expect((0..<1001).allSatisfy { _ in put(lifted).status < 300 })
  }

  @Test func `the quota of the document is kept where no scenario changes it, unless all are lifted`() throws {
    let kept = try Fake(shop)
    #expect((0..<1001).count { _ in put(kept).status == 429 } == 1)
    let lifted = try Fake(shop, configuration: FakeConfiguration(liftsQuotas: true))
    #expect((0..<1001).count { _ in put(lifted).status == 429 } == 0)
  }

  @Test func `a window of another length is kept`() throws {
    let fake = try Fake(
      shop,
      as: ["description": "d", "quotas": ["writes": ["limit": 1, "window": "2s"]]],
      configuration: FakeConfiguration(time: time.source)
    )
    #expect(put(fake).status == 201)
    time.seconds += 1
    #expect(put(fake).status == 429)
    time.seconds += 1
    #expect(put(fake).status == 200)
  }

  @Test func `whole seconds to wait are rounded up`() throws {
    let fake = try Fake(
      shop,
      as: ["description": "d", "quotas": ["writes": ["limit": 1]], "clock": "2026-01-31T12:00:00.25Z"]
    )
    #expect(put(fake).status == 201)
    try fake.moveClock(.advance(nanoseconds: 8_500_000_000))
    #expect(put(fake)["/detail"]?.string?.hasSuffix("there is room again in 2 s.") == true)
    try fake.moveClock(.advance(nanoseconds: 1_499_999_999))
    #expect(put(fake)["/detail"]?.string?.hasSuffix("there is room again in 1 s.") == true)
    try fake.moveClock(.advance(nanoseconds: 1))
    #expect(put(fake).status == 200)
  }
}
