import DoubletContracts
import Testing

@testable import DoubletEngine

/// What remembered answers hold at most.
@Suite struct RememberedBoundTests {
  private func question(_ record: Int, operation: Int = 0, host: String? = nil) -> RememberedAnswers.Question {
    RememberedAnswers.Question(
      operation: operation,
      resource: 0,
      key: String(record),
      way: .init(base: LinkBase(host: host, serverPath: ""))
    )
  }

  /// An answer that counts so many bytes with a key of one digit.
  private func answer(_ length: Int) -> Answer {
    Answer(status: 200, body: [UInt8](repeating: 0x20, count: length - 1))
  }

  @Test func `large answers are let go of in turn, and never hold more than the bound`() {
    var remembered = RememberedAnswers(mostBytes: 1000)
    for record in 0..<300 {
      remembered.keep(answer(100), to: question(record))
      #expect(remembered.weight <= 1000)
      #expect(remembered[question(record)] != nil)
    }
    #expect((0..<300).count { remembered[question($0)] != nil } == 9)
  }

  @Test func `of small ones none is lost to another record`() {
    var remembered = RememberedAnswers()
    for record in 0..<10_000 { remembered.keep(answer(100), to: question(record)) }
    #expect((0..<10_000).allSatisfy { remembered[question($0)] != nil })
  }

  @Test func `of those that stay none is lost where others are forgotten`() {
    var remembered = RememberedAnswers()
    var kept: [Int: Int] = [:]
    var random = RandomStream(seed: 7)
    for _ in 0..<20_000 {
      let record = Int(random.next() % 300)
      if random.next() % 2 == 0 {
        let length = 1 + Int(random.next() % 100)
        remembered.keep(answer(length), to: question(record))
        kept[record] = length - 1
      } else {
        remembered.forget(String(record), of: 0)
        kept[record] = nil
      }
      let other = Int(random.next() % 300)
      #expect(remembered[question(other)]?.body.count == kept[other])
    }
    for record in 0..<300 { remembered.forget(String(record), of: 0) }
    #expect(remembered.weight == 0)
  }

  @Test func `a record has four answers at most`() {
    var remembered = RememberedAnswers()
    for host in 0..<6 { remembered.keep(answer(100), to: question(1, host: "\(host)")) }
    #expect((0..<6).map { remembered[question(1, host: "\($0)")] != nil } == [false, false, true, true, true, true])
    #expect(remembered.weight == 400)
  }

  @Test func `each operation has its own answer, and each way to ask`() {
    var remembered = RememberedAnswers()
    for operation in 0..<2 {
      for host in ["a", "b"] {
        remembered.keep(answer(100 + operation), to: question(1, operation: operation, host: host))
      }
    }
    for operation in 0..<2 {
      for host in ["a", "b"] {
        #expect(remembered[question(1, operation: operation, host: host)]?.body.count == 99 + operation)
      }
    }
    #expect(remembered[question(1)] == nil)
    #expect(remembered[question(2, host: "a")] == nil)
    remembered.forget("2", of: 0)
    remembered.forget("1", of: 1)
    #expect(remembered[question(1, host: "a")] != nil)
    remembered.forget("1", of: 0)
    #expect(remembered.weight == 0)
    #expect(remembered[question(1, host: "a")] == nil)
  }

  @Test func `as many ways are remembered as clients come by`() {
    var remembered = RememberedAnswers()
    for _ in 1...2 {
      for way in 0..<1000 { remembered.keep(answer(100), to: question(way, host: "\(way).test")) }
    }
    #expect((0..<1000).count { remembered[question($0, host: "\($0).test")] != nil } == 1000)
  }

  @Test func `a client that comes in another way each time does not fill the memory`() {
    var remembered = RememberedAnswers(mostBytes: 8000)
    var kept = 0
    for way in 0..<10_000 {
      remembered.keep(answer(100), to: question(way % 10, host: "\(way)"))
      kept += remembered[question(way % 10, host: "\(way)")] == nil ? 0 : 1
      #expect(remembered.weight <= 8000)
    }
    #expect(kept > 100)
    let long = String(repeating: "x", count: 200)
    remembered.forgetAll()
    remembered.keep(answer(100), to: question(1, host: long))
    #expect(remembered[question(1, host: long)] == nil)
  }

  @Test func `a record that is answered again and again holds one answer`() {
    var remembered = RememberedAnswers(mostBytes: 1000)
    for _ in 0..<50 { remembered.keep(answer(100), to: question(1)) }
    #expect(remembered.weight == 100)
    #expect(remembered[question(1)] != nil)
  }

  @Test func `an answer that leaves hardly any room for others is not kept`() {
    var remembered = RememberedAnswers(mostBytes: 1000)
    for record in 0..<5 { remembered.keep(answer(100), to: question(record)) }
    remembered.keep(answer(500), to: question(5))
    #expect(remembered[question(5)] == nil)
    #expect(remembered.weight == 500)
  }
}
