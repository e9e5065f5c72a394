import DoubletContracts
import DoubletJSON
import Testing

@testable import DoubletEngine

@Suite struct DeterminismTests {
  /// The bytes that a series of requests is answered by.
  private func run(seed: Int = 0, sandbox: String = "a", beside others: [String] = []) throws -> [Answer] {
    let fault = Fault(id: "f", scope: .all, answer: .status(503), times: .probability(0.3))
    let fake = try Fake(
      shop,
      configuration: FakeConfiguration(clock: .fixed(Instant(seconds: 1)), seed: seed, faults: [fault])
    )
    return (0..<20).map { index in
      for other in others { fake.send("POST", "/~\(other)/orders", [:], headers: Headers(shopper)) }
      return fake.send("POST", "/~\(sandbox)/orders", ["note": "\(index)"], headers: Headers(shopper))
    }
  }

  @Test func `two runs of the same input are the same byte for byte`() throws {
    #expect(try run() == run())
  }

  @Test func `what runs beside a sandbox does not change it`() throws {
    #expect(try run(beside: ["b", "c"]) == run())
  }

  @Test func `another seed and another sandbox give other ids`() throws {
    func ids(_ answers: [Answer]) -> Set<String> { Set(answers.compactMap { $0["/id"]?.string }) }
    let (first, second, third) = (ids(try run()), ids(try run(seed: 1)), ids(try run(sandbox: "b")))
    #expect(first.count > 5)
    #expect(first.isDisjoint(with: second))
    #expect(first.isDisjoint(with: third))
  }

  @Test func `ids start anew after a reset`() throws {
    let fake = try Fake(shop)
    let first = fake.send("POST", "/orders", [:], headers: Headers(shopper))["/id"]
    fake.reset()
    #expect(fake.send("POST", "/orders", [:], headers: Headers(shopper))["/id"] == first)
    fake.reset(only: [.journal])
    #expect(fake.send("POST", "/orders", [:], headers: Headers(shopper))["/id"] != first)
  }

  @Test func `a stream is that of SplitMix64, so that it stays the same from one release to the next`() {
    var stream = RandomStream(seed: 0, "default")
    let first = stream.text(length: 8, alphabet: "0123456789ABCDEF")
    var again = RandomStream(seed: 0, "default")
    #expect(again.text(length: 8, alphabet: "0123456789ABCDEF") == first)
    #expect(RandomStream(seed: 0, "ab", "c").peek != RandomStream(seed: 0, "a", "bc").peek, "words are told apart")
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(stream.fraction()) })
  }
}

extension RandomStream {
  fileprivate var peek: UInt64 {
    var copy = self
    return copy.next()
  }
}
