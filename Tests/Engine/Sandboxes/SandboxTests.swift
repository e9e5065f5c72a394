import DoubletEngine
import DoubletJSON
import Testing

@Suite struct SandboxTests {
  private let start: JSON = [
    "description": "d",
    "state": ["orders": ["1": ["id": "1", "note": "old"], "2": ["id": "2"]]],
  ]

  private func ids(_ fake: Fake, _ sandbox: String) -> [String] {
    let answer = fake.send("GET", "/~\(sandbox)/orders", headers: Headers(shopper))
    return (answer.json?.array ?? []).compactMap { $0["id"]?.string }
  }

  @Test func `what one sandbox writes no other sees, and a new one starts as all do`() throws {
    let fake = try Fake(shop, as: start)
    fake.send("PUT", "/~a/orders/1", ["id": "1", "note": "new"], headers: Headers(shopper))
    fake.send("DELETE", "/~b/orders/2", headers: Headers(shopper))
    fake.send("PUT", "/~b/orders/3", ["id": "3"], headers: Headers(shopper))
    #expect(fake.send("GET", "/~a/orders/1", headers: Headers(shopper))["/note"] == "new")
    #expect(fake.send("GET", "/~b/orders/1", headers: Headers(shopper))["/note"] == "old")
    #expect(ids(fake, "a") == ["1", "2"])
    #expect(ids(fake, "b") == ["1", "3"])
    #expect(ids(fake, "c") == ["1", "2"])
    #expect(ids(fake, "default") == ["1", "2"])
  }

  @Test func `prefix and header name the same sandbox, and may both`() throws {
    let fake = try Fake(shop, as: start)
    fake.send("DELETE", "/orders/1", headers: Headers(shopper + [("Doublet-Sandbox", "a")]))
    #expect(ids(fake, "a") == ["2"])
    let both = fake.send("GET", "/~a/orders", headers: Headers(shopper + [("doublet-sandbox", "a")]))
    #expect(both.json?.array?.count == 1)
  }

  @Test(arguments: [
    ("/~a/orders", "b"), ("/~/orders", nil), ("/~a%20b/orders", nil),
    ("/~\(String(repeating: "a", count: 65))/orders", nil),
    ("/orders", ""), ("/orders", "a b"), ("/~é/orders", nil),
  ])
  func `a name that is none, and two that differ, are Doublet's own 400`(target: String, header: String?) throws {
    let fake = try Fake(shop)
    var headers = Headers(shopper)
    headers["Doublet-Sandbox"] = header
    let answer = fake.send("GET", target, headers: headers)
    #expect(answer.status == 400)
    #expect(answer.headers["Content-Type"] == "application/problem+json")
    #expect(answer["/detail"]?.string?.contains("name") == true)
    #expect(fake.journal().isEmpty)
  }

  @Test(arguments: ["a", "A-Z_0.9", "0", String(repeating: "a", count: 64)])
  func `a name is 1 to 64 of a few characters`(name: String) throws {
    #expect(try Fake(shop).send("GET", "/~\(name)/orders", headers: Headers(shopper)).status == 200)
  }

  @Test func `journal, faults, clock and quotas are a sandbox's own`() throws {
    let fake = try Fake(shop, as: ["description": "d", "quotas": ["writes": ["limit": 1]]])
    fake.send("PUT", "/~a/orders/1", [:], headers: Headers(shopper))
    try fake.inject(Fault(scope: .all, answer: .status(503)), in: "a")
    try fake.moveClock(of: "a", .set(Instant(seconds: 9)))
    #expect(fake.send("PUT", "/~b/orders/1", [:], headers: Headers(shopper)).status == 201)
    #expect(fake.journal(of: "a").count == 1)
    #expect(fake.journal(of: "b").count == 1)
    #expect(fake.journal(of: "default").isEmpty)
    #expect(fake.faults(of: "b").isEmpty)
    #expect(fake.clock(of: "b").now.seconds == 0)
  }

  @Test func `a reset takes back the parts that it names and no others`() throws {
    let fake = try Fake(shop, as: start)
    fake.send("DELETE", "/orders/1", headers: Headers(shopper))
    try fake.inject(Fault(scope: .all, answer: .status(503)))
    try fake.moveClock(.set(Instant(seconds: 9)))
    fake.reset(only: [.state])
    #expect(fake.faults().count == 1)
    #expect(fake.clock().now.seconds == 9)
    #expect(fake.journal().count == 1)
    fake.reset(only: [.faults, .journal])
    #expect(ids(fake, "default") == ["1", "2"])
    #expect(fake.journal().map(\.sequence) == [2], "numbers go on")
    fake.reset()
    #expect(fake.clock().now.seconds == 0)
    #expect(fake.journal().isEmpty)
  }

  @Test func `links lead back by the prefix that the request came by, and templates never hold it`() throws {
    let fake = try Fake(shop)
    let headers = Headers(shopper + [("Host", "h.test:81")])
    let prefixed = fake.send("POST", "/~a/v1/t1/orders", ["id": "x/y"], headers: headers)
    #expect(prefixed.headers["Location"] == "http://h.test:81/~a/v1/t1/orders/x%2Fy")
    let bare = fake.send("POST", "/orders", ["id": "1"], headers: Headers(shopper))
    #expect(bare.headers["Location"] == "http://localhost/orders/1")
    let named = fake.send("POST", "/orders", ["id": "1"], headers: Headers(shopper + [("Doublet-Sandbox", "b")]))
    #expect(named.headers["Location"] == "http://localhost/orders/1")
    #expect(fake.journal(of: "a")[0].path == "/v1/t1/orders")
  }
}
