import DoubletEngine
import DoubletJSON
import Synchronization
import Testing

@Suite struct FaultCheckTests {
  private func refusal(_ fault: Fault) throws -> String? {
    let fake = try Fake(shop)
    do {
      try fake.inject(fault)
      return nil
    } catch {
      #expect(fake.faults().isEmpty)
      return error.description
    }
  }

  @Test func `an operation that is not there is refused with the nearest names`() throws {
    let message = try #require(try refusal(Fault(scope: .operation("PutOrdr"), answer: .status(429))))
    #expect(message.contains("'PutOrdr'"))
    #expect(message.contains("PutOrder"))
    let foreign = try #require(try refusal(Fault(scope: .operation("store/PutOrder"), answer: .status(429))))
    #expect(foreign.contains("shop/PutOrder"))
  }

  @Test func `a path that no operation answers is refused`() throws {
    for path in ["/order/*", "/orders/*/lines", "/v2/*/orders", "orders"] {
      let fault = Fault(scope: .match(method: nil, path: path), answer: .status(429))
      #expect(try refusal(fault)?.contains("the fault would never fire") == true, "\(path)")
    }
    let method = Fault(scope: .match(method: "PUT", path: "/orders"), answer: .status(429))
    #expect(try refusal(method)?.hasPrefix("No operation answers PUT /orders") == true)
  }

  @Test(arguments: ["/orders/*", "/orders/{id}", "/orders/7", "/**", "/v1/*/orders/*", "/v1/t1/orders/7"])
  func `a path that an operation answers is taken, and fires`(path: String) throws {
    let fault = Fault(scope: .match(method: "GET", path: path), answer: .status(503))
    let fake = try Fake(shop, configuration: FakeConfiguration(faults: [fault]))
    #expect(fake.send("GET", "/v1/t1/orders/7", headers: Headers(shopper)).status == 503)
  }

  @Test(arguments: [Fault.Times.first(0), .every(0), .between(4, 2), .between(0, 2), .probability(0), .first(-1)])
  func `times that no request has are refused`(times: Fault.Times) throws {
    #expect(try refusal(Fault(scope: .all, answer: .status(503), times: times))?.contains("never fire") == true)
  }

  @Test func `an id that is taken is refused, and one is given where there is none`() throws {
    let fake = try Fake(shop)
    let fault = Fault(scope: .all, answer: .status(503))
    var named = fault
    named.id = "f2"
    #expect(try fake.inject(fault) == "f1")
    #expect(try fake.inject(named) == "f2")
    #expect(try fake.inject(fault) == "f3")
    let error = #expect(throws: FakeError.self) { try fake.inject(named) }
    #expect(error?.description == "There is a fault 'f2' already; delete it first, or leave the id out.")
    #expect(fake.removeFaults("f2"))
    #expect(!fake.removeFaults("f2"))
    #expect(fake.faults().map(\.fault.id) == ["f1", "f3"])
  }

  @Test(arguments: [
    (#"{"status":429}"#, "/operation"), (#"{"operation":"*","match":{"path":"/a"},"status":429}"#, "/operation"),
    (#"{"operation":"*"}"#, "/problem"), (#"{"operation":"*","status":429,"problem":"invalid"}"#, "/problem"),
    (#"{"operation":"*","status":200}"#, "/status"), (#"{"operation":"*","status":"429"}"#, "/status"),
    (#"{"operation":"*","problem":"unauthorised"}"#, "/problem"), (#"{"operation":"*","stauts":429}"#, "/stauts"),
    (#"{"operation":"*","status":429,"times":{}}"#, "/times"),
    (#"{"operation":"*","status":429,"times":{"first":1,"after":2}}"#, "/times"),
    (#"{"operation":"*","status":429,"times":{"first":0}}"#, "/times/first"),
    (#"{"operation":"*","status":429,"times":{"every":1.5}}"#, "/times/every"),
    (#"{"operation":"*","status":429,"times":{"between":[4,2]}}"#, "/times/between"),
    (#"{"operation":"*","status":429,"times":{"probability":0}}"#, "/times/probability"),
    (#"{"operation":"*","status":429,"times":{"once":1}}"#, "/times/once"),
    (#"{"match":{"method":"GET"},"status":429}"#, "/match/path"),
    (#"{"operation":"*","status":422,"details":{"violations":[{"pointer":"body"}]}}"#, "/details/violations/0/pointer"),
    (#"{"operation":"*","status":422,"details":{"because":"x"}}"#, "/details/because"), ("[]", ""),
  ])
  func `what is no fault is refused at its place`(text: String, pointer: String) throws {
    let json = try JSON(parsing: text)
    let error = #expect(throws: DecodingError.self) { try Fault(json) }
    #expect(error?.pointer.description == pointer)
  }
}

/// A clock that goes on with each look at it.
private final class Ticks: Sendable {
  private let count = Mutex(0)

  func next() -> Instant {
    count.withLock { count in
      count += 1
      return Instant(nanoseconds: count * 1_000)
    }
  }
}

@Suite struct RetryTests {
  private let ticks = Ticks()

  @Test func `a document that says nothing of Retry-After has it on 429 and 503 all the same`() throws {
    let fake = try Fake(shop)
    for status in [429, 503] {
      var fault = Fault(scope: .all, answer: .status(status), times: .first(1))
      fault.retryAfter = 7
      try fake.inject(fault)
      #expect(fake.send("GET", "/orders", headers: Headers(shopper)).headers["Retry-After"] == "7")
    }
  }

  @Test func `time that passes while a request is answered is not added to Retry-After`() throws {
    let fake = try Fake(shop, configuration: FakeConfiguration(time: TimeSource { [ticks] in ticks.next() }))
    var fault = Fault(scope: .all, answer: .status(429), times: .first(1))
    fault.retryAfter = 7
    try fake.inject(fault)
    #expect(fake.send("GET", "/orders", headers: Headers(shopper)).headers["Retry-After"] == "7")
  }

  @Test func `a kind that cannot tell when to come back is refused a retryAfter`() throws {
    var fault = Fault(scope: .all, answer: .status(401))
    fault.retryAfter = 7
    let error = #expect(throws: FakeError.self) { try Fake(shop).inject(fault) }
    #expect(
      error?.description
        == "Only a 429 and a 503 can tell when to come back; retryAfter has no meaning for 'unauthenticated'."
    )
  }
}

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("orders", "must begin with '/'"), ("/orders?x=1", "is a path, without a query; use 'query' for that"),
    ("/orders/o*", "has '*' inside of a segment; it stands for a whole one"),
    ("/**/orders", "has '**' before its end; it stands for all the rest"),
  ])
  func `a pattern that no path can have is refused`(pattern: String, message: String) {
    let error = #expect(throws: DoubletEngine.DecodingError.self) {
      try DoubletEngine.Expectation(["never": ["path": .string(pattern)]])
    }
    #expect(error?.description == "/never/path: \(message); is \"\(pattern)\"")
  }
}
