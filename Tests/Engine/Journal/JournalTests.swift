import DoubletContracts
import DoubletJSON
import DoubletValidation
import Synchronization
import Testing

@testable import DoubletEngine

@Suite struct JournalTests {
  @Test func `every exchange is there in order, refused and unmatched ones too`() throws {
    let fake = try Fake(shop)
    fake.send("GET", "/nowhere")
    fake.send("TRACE", "/orders")
    fake.send("GET", "/orders")
    fake.send("PUT", "/orders/1", ["note": 5], headers: Headers(shopper + [("Doublet-Test", "t")]))
    fake.send("PUT", "/~box/v1/x/orders/1?q=1", ["note": "a"], headers: Headers(shopper))
    fake.send("DELETE", "/orders/1", headers: Headers(shopper))
    let exchanges = fake.journal()
    #expect(exchanges.map(\.sequence) == [1, 2, 3, 4, 5])
    #expect(exchanges.map(\.operation) == [nil, nil, "ListOrders", "PutOrder", "DropOrder"])
    #expect(exchanges.map(\.problem) == [.unknownPath, .methodNotAllowed, .unauthenticated, .invalid, .notFound])
    #expect(exchanges.map(\.answer.status) == [404, 405, 401, 422, 404])
    #expect(exchanges[3].violations.map(\.code) == ["body.type"])
    #expect(exchanges[3].violations[0].position.line > 0, "it tells the line of the document")
    #expect(exchanges[3].test == "t")
    #expect(exchanges[3].effect == nil)
    let box = fake.journal(of: "box")[0]
    #expect((box.path, box.query, box.sandbox, box.effect) == ("/v1/x/orders/1", "q=1", "box", "+orders/1"))
    #expect(exchanges.allSatisfy { $0.end == .sent })
  }

  @Test func `an exchange is in the journal before it is complete, and is completed once`() throws {
    let fake = try Fake(shop)
    let reply = fake.begin(Request("GET", "/nowhere"))
    let ticket = try #require(reply.ticket)
    #expect(fake.journal().map(\.end) == [nil])
    #expect(fake.finish(ticket, .clientClosed)?.end == .clientClosed)
    #expect(fake.finish(ticket, .sent) == nil)
    #expect(fake.journal().map(\.end) == [.clientClosed])
  }

  @Test func `what the server could not read whole is an exchange`() throws {
    let fake = try Fake(shop)
    let reply = fake.begin(Request("PUT", "/orders/1"), refused: .contentTooLarge)
    #expect(reply.answer.status == 413)
    #expect(reply.answer["/kind"] == "contentTooLarge")
    #expect(fake.journal().map(\.problem) == [.contentTooLarge])
    #expect(fake.begin(Request("PUT", "/nowhere"), refused: .uriTooLong).answer.status == 414, "before it has no path")
    #expect(fake.begin(Request("PUT", "/orders/1"), refused: .malformed).answer.status == 400)
    let refused = ReadRefusal(.malformed, "line 2: a header field is NAME: VALUE")
    _ = fake.begin(Request("PUT", "/orders/1"), refused: refused)
    #expect(
      fake.journal().last?.detail == "The request could not be read: line 2: a header field is NAME: VALUE."
    )
  }

  @Test func `a journal that is read of a sandbox that is gone is empty, and the sandbox stays gone`() throws {
    let fake = try Fake(shop)
    _ = fake.begin(Request("GET", "/~gone/orders/1"))
    let walk = fake.exchanges(of: "gone")
    fake.dropSandbox("gone")
    #expect(Array(walk).isEmpty)
    #expect(Array(fake.exchanges(of: "gone")).isEmpty)
    #expect(fake.evicted(of: "gone") == 0)
    #expect(try fake.judge([], in: ["gone"]).isEmpty)
    fake.reset("gone")
    #expect(fake.sandboxNames == [SandboxName.default])
    #expect(fake.statuses.map(\.name) == [SandboxName.default])
  }

  @Test func `the oldest exchanges go when there are too many bytes, and are counted`() throws {
    let fake = try Fake(shop, configuration: FakeConfiguration(journalBytes: 100_000))
    let note = String(repeating: "x", count: 5000)
    for index in 1...100 {
      fake.send("PUT", "/orders/\(index)", ["note": .string(note)], headers: Headers(shopper))
      let held = fake.journal().reduce(0) { $0 + $1.request.body.count }
      #expect(held <= 100_000)
    }
    let exchanges = fake.journal()
    #expect(exchanges.last?.sequence == 100)
    #expect(exchanges.count >= 5)
    #expect(fake.evicted() == 100 - exchanges.count)
    #expect(exchanges.map(\.sequence) == Array((fake.evicted() + 1)...100))
  }

  @Test func `a full journal loses little at a time`() throws {
    let fake = try Fake(shop, configuration: FakeConfiguration(journalBytes: 1_000_000))
    let note = String(repeating: "x", count: 1000)
    var lost: [Int] = []
    for _ in 1...1000 {
      let before = fake.evicted()
      fake.send("PUT", "/orders/1", ["note": .string(note)], headers: Headers(shopper))
      lost.append(fake.evicted() - before)
    }
    #expect(lost.contains { $0 > 0 })
    #expect(lost.allSatisfy { $0 <= 4 }, "\(lost)")
  }

  @Test func `a journal without room holds nothing, and counts what it lost`() throws {
    let fake = try Fake(shop, configuration: FakeConfiguration(journalBytes: 0))
    for _ in 1...3 { #expect(fake.send("GET", "/orders", headers: Headers(shopper)).status == 200) }
    #expect(fake.journal().isEmpty)
    #expect(fake.evicted() == 3)
    #expect(fake.budget.withLock { $0.heldBytes } == 0)
  }

  @Test func `header fields weigh what they hold`() throws {
    let fake = try Fake(shop, configuration: FakeConfiguration(journalBytes: 100_000))
    let long = String(repeating: "x", count: 8000)
    for _ in 1...50 { fake.send("GET", "/orders", headers: ["X-Long": long]) }
    #expect(fake.journal().count < 13)
    #expect(fake.evicted() > 37)
  }

  @Test func `the sandbox that holds most loses first`() throws {
    let fake = try Fake(shop, configuration: FakeConfiguration(journalBytes: 100_000))
    fake.send("GET", "/~small/orders", headers: Headers(shopper))
    let note = String(repeating: "x", count: 5000)
    for _ in 1...60 { fake.send("PUT", "/~big/orders/1", ["note": .string(note)], headers: Headers(shopper)) }
    #expect(fake.journal(of: "small").count == 1)
    #expect(fake.evicted(of: "small") == 0)
    #expect(fake.evicted(of: "big") > 0)
  }

  @Test func `of sandboxes that hold nearly as much none loses all`() throws {
    let fake = try Fake(shop, configuration: FakeConfiguration(journalBytes: 200_000))
    let note = String(repeating: "x", count: 1000)
    let names = (1...8).map { "s\($0)" }
    for _ in 1...40 {
      for name in names { fake.send("PUT", "/~\(name)/orders/1", ["note": .string(note)], headers: Headers(shopper)) }
    }
    let counts = names.map { fake.journal(of: $0).count }
    #expect(names.allSatisfy { fake.evicted(of: $0) > 0 })
    #expect(counts.max()! - counts.min()! <= 2, "\(counts)")
    #expect(counts.min()! >= 5, "\(counts)")
  }

  @Test func `what a reset forgets makes room and counts as no loss`() throws {
    let fake = try Fake(shop, configuration: FakeConfiguration(journalBytes: 100_000))
    let note = String(repeating: "x", count: 5000)
    for _ in 1...20 {
      for _ in 1...10 { fake.send("PUT", "/orders/1", ["note": .string(note)], headers: Headers(shopper)) }
      #expect(fake.journal().count == 10)
      fake.reset(only: [.journal])
    }
    #expect(fake.evicted() == 0)
    #expect(fake.send("GET", "/orders", headers: Headers(shopper)).status == 200)
    #expect(fake.journal().map(\.sequence) == [201])
  }
}
