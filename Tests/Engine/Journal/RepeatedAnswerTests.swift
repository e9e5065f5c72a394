import DoubletContracts
import DoubletJSON
import DoubletScenarios
import DoubletSpecs
import Testing

@testable import DoubletEngine

/// A remembered answer that comes again and again is written into a page of the journal once. Nobody must see that: the
/// journal holds as many exchanges, and each has its answer.
@Suite struct RepeatedAnswerTests {
  private func exchange(_ number: Int, _ answer: Answer, isRemembered: Bool = true) -> Exchange {
    var exchange = Exchange.plain(number, Request("GET", "/orders/\(number)"))
    exchange.api = "shop"
    exchange.answer = answer
    exchange.isAnswerRemembered = isRemembered
    return exchange
  }

  private func answer(_ byte: UInt8, count: Int = 500) -> Answer {
    Answer(
      status: 200,
      headers: ["Content-Type": "text/plain", "X-A": "\(byte)"],
      body: Array(repeating: byte, count: count)
    )
  }

  private var journal: Journal { Journal(of: "box", pageBytes: 16384, memory: JournalMemory()) }

  private func expect(_ answers: [Answer], in journal: Journal) {
    #expect(journal.exchanges(after: 0, atMost: journal.count).map(\.answer) == answers)
    for (index, answer) in answers.enumerated() {
      let exchange = journal[index + 1]
      #expect(exchange?.answer == answer)
      #expect(exchange?.request.target == "/orders/\(index + 1)")
      #expect(exchange?.api == "shop", "what stands behind the answer is read too")
    }
  }

  @Test(arguments: [0, 1, 4096, 4097]) func `it is read each time as it was answered`(count: Int) {
    let (one, other) = (answer(1, count: count), answer(2, count: count))
    let answers = [one, one, one, other, one, one, other, other]
    var journal = self.journal
    for (index, answer) in answers.enumerated() { _ = journal.append(exchange(index + 1, answer)) }
    expect(answers, in: journal)
  }

  @Test func `one that differs in status, header fields or body is told from it`() {
    let one = answer(1)
    var (created, named, cut) = (one, one, one)
    created.status = 201
    named.headers["X-B"] = ""
    cut.body.removeLast()
    let answers = [one, created, one, named, one, cut, one, answer(1)]
    var journal = self.journal
    for (index, answer) in answers.enumerated() { _ = journal.append(exchange(index + 1, answer)) }
    expect(answers, in: journal)
  }

  @Test func `others between do not change it`() {
    let (one, other) = (answer(1), answer(2))
    var journal = self.journal
    for number in 1...60 {
      _ = journal.append(exchange(number, number % 3 == 0 ? other : one, isRemembered: number % 3 != 0))
    }
    expect((1...60).map { $0 % 3 == 0 ? other : one }, in: journal)
  }

  @Test func `it takes room as if it were written, and each page has it`() {
    let answer = answer(1)
    var (journal, plain) = (self.journal, self.journal)
    for number in 1...500 {
      _ = journal.append(exchange(number, answer))
      _ = plain.append(exchange(number, answer, isRemembered: false))
    }
    expect(Array(repeating: answer, count: 500), in: journal)
    // It takes room as if it were written each time: a bound means as many exchanges.
    #expect(plain.weight > 500 * 500)
    #expect((plain.weight - plain.weight / 8...plain.weight + 4096).contains(journal.weight))
    // Where it was written first is lost with the oldest page; the others have it too.
    let freed = journal.evict()
    #expect(freed > 0)
    #expect(journal.evicted > 0)
    #expect(journal[journal.evicted] == nil)
    for number in [journal.evicted + 1, 300, 500] { #expect(journal[number]?.answer == answer) }
  }

  @Test func `it is read from its page once for all that are read together`() {
    var journal = self.journal
    let (one, other) = (answer(1), answer(2))
    for number in 1...600 { _ = journal.append(exchange(number, number < 400 ? one : other)) }
    let answers = journal.exchanges(after: 0, atMost: 600).map(\.answer)
    #expect(answers == Array(repeating: one, count: 399) + Array(repeating: other, count: 201))
    // Once a page: small pages come first.
    let changes = zip(answers, answers.dropFirst()).filter { !$0.isSame(as: $1) }.count
    #expect(changes < 60)
  }

  @Test func `the one that a page holds on to is counted as long as it does`() {
    var journal = self.journal
    var held = 0
    for number in 1...300 {
      held += journal.append(exchange(number, answer(UInt8(number % 7), count: number * 10)))
      #expect(journal.weight == held)
    }
    #expect(journal.append(exchange(301, answer(1, count: 4096))) >= 4096 - 3000)
    held = journal.weight
    var freed = 0
    while journal.count > 0 { freed += journal.evict() }
    #expect((freed, journal.weight) == (held, 0))
  }

  @Test func `a record that is read again and again is in the journal each time`() throws {
    let fake = try Fake(
      Specs.bundled,
      scenarios: Scenarios.bundled,
      configuration: FakeConfiguration(liftsQuotas: true)
    )
    let (path, headers): (String, Headers) = ("/customers/cus_01/lead-source", ["REB-APIKEY": "any"])
    fake.send("PUT", path, ["medium": "email"], headers: headers)
    let answers = (1...1499).map { _ in fake.send("GET", path, headers: headers) }
    #expect(answers[0].status == 200)
    #expect(Set(answers).count == 1)
    let exchanges = fake.journal()
    #expect(exchanges.map(\.sequence) == Array(1...1500))
    let reads = exchanges.dropFirst()
    #expect(reads.allSatisfy { $0.answer == answers[0] && $0.end == .sent })
    let shared = zip(reads, reads.dropFirst()).filter { $0.answer.isSame(as: $1.answer) }.count
    #expect(shared > reads.count / 2, "most are read from where one stands")
  }
}
