import DoubletContracts
import DoubletJSON
import DoubletSpecs
import Synchronization
import Testing

@testable import DoubletEngine

@Suite struct SandboxSteeringTests {
  let fake: Fake

  init() throws {
    let scenario: JSON = ["description": "Two leads.", "seed": 3, "clock": "2030-01-01T00:00:00Z"]
    fake = try Fake(Specs.bundled, scenarios: [Scenario(scenario, name: "later", api: "crmcom")])
  }

  @Test func `a sandbox is made once`() throws {
    #expect(try fake.makeSandbox(SandboxPlan(name: "a")) == "a")
    let error = #expect(throws: FakeError.self) { try fake.makeSandbox(SandboxPlan(name: "a")) }
    #expect(error?.kind == .conflict)
    #expect(throws: FakeError.self) { try fake.makeSandbox(SandboxPlan(name: "no name")) }
    #expect(try fake.makeSandbox() == "s1")
    #expect(fake.sandboxNames == ["default", "a", "s1"])
  }

  @Test func `a plan stands before its scenario`() throws {
    try fake.makeSandbox(SandboxPlan(name: "a", scenario: "later"))
    try fake.makeSandbox(SandboxPlan(name: "b", scenario: "crmcom/later", seed: 9, clock: .fixed(Instant(seconds: 60))))
    #expect(fake.status(of: "a").seed == 3)
    #expect(fake.status(of: "a").now == Instant("2030-01-01T00:00:00Z"))
    #expect(fake.status(of: "b").seed == 9)
    #expect(fake.status(of: "b").now == Instant(seconds: 60))
    #expect(fake.status(of: "b").scenario == "crmcom/later")
  }

  @Test func `ids depend on the seed and the name only`() throws {
    let login = Request(
      "POST",
      "/authentication/token",
      headers: ["Content-Type": "application/json"],
      body: Array(#"{"username":"u","password":"p","organisation":"o"}"#.utf8)
    )
    func token(of sandbox: String) -> JSON? {
      var request = login
      request.headers[SandboxName.header] = sandbox
      return fake.answer(request).json?["data"]?["token"]
    }
    try fake.makeSandbox(SandboxPlan(name: "a", seed: 1))
    let first = token(of: "a")
    fake.dropSandbox("a")
    try fake.makeSandbox(SandboxPlan(name: "a", seed: 1))
    #expect(first != nil)
    #expect(token(of: "a") == first)
    fake.dropSandbox("a")
    try fake.makeSandbox(SandboxPlan(name: "a", seed: 2))
    #expect(token(of: "a") != first)
  }

  @Test func `a dropped sandbox gives its bytes back`() throws {
    for _ in 1...3 { _ = fake.answer(Request("GET", "/~a/x")) }
    #expect(fake.budget.withLock { $0.heldBytes } > 0)
    let reply = fake.begin(Request("GET", "/~a/x"))
    #expect(fake.dropSandbox("a"))
    #expect(fake.budget.withLock { $0.heldBytes } == 0)
    #expect(fake.finish(try #require(reply.ticket), .sent) == nil)
    #expect(!fake.dropSandbox("a"))
  }

  @Test func `a sandbox holds none of the bytes of one that was dropped before it`() throws {
    var dropped: [Reply] = []
    for _ in 1...5 {
      dropped.append(fake.begin(Request("GET", "/~a/x")))
      fake.dropSandbox("a")
      _ = fake.answer(Request("GET", "/~b/x"))
    }
    let bytes = fake.budget.withLock { $0.heldBytes }
    for reply in dropped { fake.complete(try #require(reply.ticket), .sent) }
    #expect(fake.budget.withLock { $0.heldBytes } == bytes)
    #expect(fake.journal(of: "b").count == 5)
    #expect(fake.existing("b")?.world.withLock { $0.journal.weight } == bytes)
    #expect(fake.budget.withLock { $0.fullest() }?.name == "b")
  }

  @Test func `a record with a unique value of another is a conflict`() throws {
    let lead: JSON = ["id": "1", "number": "7"]
    let other: JSON = ["id": "2", "number": "7"]
    let schema = fake.contracts[0].contract.resources[0].name
    #expect(throws: FakeError.self) {
      try fake.setRecords([("a", lead), ("b", other)], of: schema, "crmcom")
    }
    #expect(try fake.records(of: schema, "crmcom").isEmpty)
  }

  @Test(arguments: ["2262-04-12T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
  func `a time that nanoseconds cannot count is none`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `the latest moment has none after it`() {
    #expect(Instant(seconds: 0).advanced(bySeconds: .max) == Instant(nanoseconds: .max))
  }
}
