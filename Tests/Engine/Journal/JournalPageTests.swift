import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

@testable import DoubletEngine

@Suite struct JournalPageTests {
  /// An exchange in which every member differs from what a new one has.
  private func exchange(_ number: Int, body: Int = 20) -> Exchange {
    let violation = Violation(
      side: .request,
      code: "body.type",
      pointer: JSONPointer(tokens: ["a", "é/~"]),
      message: "must be a number"
    )
    let target = "/~box/orders/\(number)?q=%C3%A9"
    var exchange = Exchange(
      sequence: number,
      sandbox: "box",
      receivedAt: Instant(nanoseconds: -number),
      request: Request(
        "PÜT",
        target,
        headers: ["X-A": "", "x-a": "ü🧪", "Doublet-Test": "t \(number)"],
        body: Array(repeating: UInt8(number & 0xFF), count: body)
      ),
      target: Target(target)
    )
    exchange.api = "shop"
    exchange.operation = "PutOrder"
    exchange.answer = Answer(status: 599, headers: ["Set-Cookie": "a", "set-cookie": "b"], body: [0, 0xFF, 0x0A])
    exchange.delivery = Delivery(delayMilliseconds: 600_000)
    exchange.problem = .invalid
    exchange.detail = ""
    exchange.violations = [violation]
    exchange.warnings = [violation, violation]
    exchange.fault = "f\(number)"
    exchange.change = Effect(kind: .removed, resource: "orders", key: "\(number)")
    exchange.isUndocumented = true
    exchange.end = .truncated
    return exchange
  }

  /// All that a journal holds.
  private func all(_ journal: Journal) -> [Exchange] { journal.exchanges(after: 0, atMost: journal.count) }

  private func texts(of exchange: Exchange?) -> [String] {
    guard let exchange else { return [] }
    return Mirror(reflecting: exchange).children.map { "\($0.label ?? ""): \($0.value)" }
  }

  @Test(arguments: [0, 1, 127, 128, 4096, 4097, 100_000])
  func `an exchange is read as it was written, whatever the length of its body`(body: Int) throws {
    var journal = Journal(of: "box", pageBytes: 0, memory: JournalMemory())
    for number in 1...3 { _ = journal.append(exchange(number, body: body)) }
    for number in 1...3 {
      let written = exchange(number, body: body)
      #expect(texts(of: journal[number]) == texts(of: written))
      #expect(journal[number]?.request.headers == written.request.headers)
      #expect(journal[number]?.effect == "-orders/\(number)")
    }
    #expect(texts(of: exchange(1)).count >= 18, "every member is compared")
  }

  @Test func `an exchange of which nothing is known is read so`() throws {
    var journal = Journal(of: "box", pageBytes: 0, memory: JournalMemory())
    let plain = Exchange.plain(1, Request("GET", "/"))
    _ = journal.append(plain)
    #expect(texts(of: journal[1]) == texts(of: plain))
  }

  @Test(arguments: [0, 1024, 3000, 16384])
  func `every exchange is found by its number, and those that were lost are not`(pageBytes: Int) throws {
    var journal = Journal(of: "box", pageBytes: pageBytes, memory: JournalMemory())
    for number in 1...200 { _ = journal.append(exchange(number, body: number * 7)) }
    #expect(all(journal).map(\.sequence) == Array(1...200))
    #expect(all(journal).allSatisfy { $0.request.body.count == $0.sequence * 7 })
    _ = journal.evict()
    _ = journal.evict()
    let lost = journal.evicted
    #expect(lost > 1)
    #expect(journal.count == 200 - lost)
    for number in -1...201 { #expect(journal[number]?.sequence == (lost < number && number <= 200 ? number : nil)) }
    #expect(journal.exchanges(after: 0, atMost: 3).map(\.sequence) == [lost + 1, lost + 2, lost + 3])
    #expect(journal.exchanges(after: 198, atMost: 9).map(\.sequence) == [199, 200])
    #expect(journal.exchanges(after: 200, atMost: 9).isEmpty)
    #expect(journal.exchanges(after: 999, atMost: 9).isEmpty)
  }

  @Test func `an exchange ends once, in an older page too`() throws {
    var journal = Journal(of: "box", pageBytes: 0, memory: JournalMemory())
    for number in 1...50 {
      var exchange = exchange(number)
      exchange.end = nil
      _ = journal.append(exchange)
    }
    for number in stride(from: 50, through: 1, by: -1) {
      let (isFirst, isSecond) = (journal.complete(number, .reset), journal.complete(number, .sent))
      #expect((isFirst, isSecond) == (true, false))
    }
    #expect(all(journal).map(\.end) == Array(repeating: .reset, count: 50))
    let (isAhead, isBefore) = (journal.complete(51, .sent), journal.complete(0, .sent))
    #expect((isAhead, isBefore) == (false, false))
  }

  @Test func `what a journal holds is what it says it has more and less`() throws {
    var journal = Journal(of: "box", pageBytes: 16384, memory: JournalMemory())
    var held = 0
    for number in 1...300 {
      held += journal.append(exchange(number, body: number % 3 == 0 ? 9000 : 10))
      #expect(journal.weight == held)
    }
    var freed = 0
    while journal.count > 0 { freed += journal.evict() }
    let more = journal.evict()
    #expect((freed, more) == (held, 0))
    #expect((journal.weight, journal.evicted, journal.upcoming) == (0, 300, 301))
    _ = journal.append(exchange(301))
    #expect(all(journal).map(\.sequence) == [301])
  }

  @Test func `what a journal holds is hardly more than what its exchanges are`() throws {
    var journal = Journal(of: "box", pageBytes: 16384, memory: JournalMemory())
    let request = exchange(1, body: 1000).request
    for number in 1...1000 { _ = journal.append(.plain(number, request)) }
    #expect(journal.weight > 1_000_000)
    #expect(journal.weight < 1_300_000)
  }

  @Test(arguments: [4200, 9000, 70_000])
  func `what a journal of long bodies holds is hardly more than they are`(body: Int) throws {
    var journal = Journal(of: "box", pageBytes: 16384, memory: JournalMemory())
    for number in 1...1000 {
      _ = journal.append(.plain(number, Request("PUT", "/", body: Array(repeating: 0, count: body))))
    }
    #expect(journal.weight > 1000 * body)
    #expect(journal.weight < 1000 * (body + 600))
    for number in [1, 2, 500, 998, 1000] { #expect(journal[number]?.request.body.count == body) }
    let isNoted = journal.complete(3, .sent)
    #expect(isNoted)
    #expect(journal[3]?.end == .sent)
  }

  @Test func `a small journal takes small pages, and loses part of itself at most`() throws {
    var journal = Journal(of: "box", pageBytes: 16384, memory: JournalMemory())
    let first = journal.append(exchange(1))
    #expect(first < 2048)
    for number in 2...100 { _ = journal.append(exchange(number)) }
    let held = journal.weight
    let lost = journal.evict()
    #expect(lost * 3 <= held)
  }
}
