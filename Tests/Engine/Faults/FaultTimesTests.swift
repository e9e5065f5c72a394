import DoubletEngine
import DoubletJSON
import Testing

@Suite struct FaultTimesTests {
  /// Which of ten requests a fault fires on.
  private func fired(_ times: JSON, id: String = "f", seed: Int = 0, sandbox: String = "default") throws -> [Int] {
    let fault: JSON = ["id": .string(id), "operation": "ListOrders", "status": 503, "times": times]
    let fake = try Fake(shop, configuration: FakeConfiguration(seed: seed, faults: [try Fault(fault)]))
    return (1...10).filter { _ in
      fake.send("GET", "/~\(sandbox)/orders", headers: Headers(shopper)).status == 503
    }
  }

  @Test(arguments: [
    (#"{"first":3}"#, [1, 2, 3]), (#"{"every":3}"#, [3, 6, 9]), (#"{"every":1}"#, Array(1...10)),
    (#"{"after":7}"#, [8, 9, 10]), (#"{"after":0}"#, Array(1...10)), (#"{"between":[2,4]}"#, [2, 3, 4]),
    (#"{"between":[1,1]}"#, [1]), (#"{"probability":1}"#, Array(1...10)),
  ])
  func `a fault fires on the requests that its times say`(times: String, expected: [Int]) throws {
    #expect(try fired(JSON(parsing: times)) == expected)
  }

  @Test func `chance is a function of seed, sandbox, fault and count`() throws {
    let half: JSON = ["probability": 0.5]
    let drawn = try fired(half)
    #expect(try fired(half) == drawn)
    let others = [
      try fired(half, id: "g"), try fired(half, seed: 1), try fired(half, sandbox: "other"),
    ]
    #expect(others.contains { $0 != drawn })
  }

  @Test func `about as many of many requests are hit as the chance says`() throws {
    let fault = Fault(id: "f", scope: .all, answer: .status(503), times: .probability(0.25))
    let fake = try Fake(shop, configuration: FakeConfiguration(faults: [fault]))
    let hits = (0..<2000).count { _ in fake.send("GET", "/orders", headers: Headers(shopper)).status == 503 }
    #expect((430...570).contains(hits))
  }

  @Test func `only requests that match and reach the stage are counted`() throws {
    let fault: JSON = [
      "id": "f", "operation": "PutOrder", "status": 429, "times": ["first": 1],
      "where": ["headers": ["X-Which": "this"]],
    ]
    let fake = try Fake(shop, configuration: FakeConfiguration(faults: [try Fault(fault)]))
    let this = Headers(shopper + [("X-Which", "this")])
    fake.send("PUT", "/orders/1", [:], headers: ["X-Which": "this"])
    fake.send("PUT", "/orders/1", [:], headers: Headers(shopper))
    #expect(fake.faults().map(\.reached) == [0], "one was refused before, the other is not meant")
    #expect(fake.send("PUT", "/orders/1", [:], headers: this).status == 429)
    #expect(fake.send("PUT", "/orders/1", [:], headers: this).status == 200)
    #expect(fake.faults().map(\.reached) == [2])
    #expect(fake.faults().map(\.fired) == [1])
    #expect(fake.journal().map(\.fault) == [nil, nil, "f", nil])
  }

  @Test func `of two faults for a request the first declared that fires wins`() throws {
    let faults = [
      Fault(id: "a", scope: .all, answer: .status(503), times: .first(1)),
      Fault(id: "b", scope: .operation("ListOrders"), answer: .status(500), times: .first(2)),
    ]
    let fake = try Fake(shop, configuration: FakeConfiguration(faults: faults))
    let statuses = (0..<4).map { _ in fake.send("GET", "/orders", headers: Headers(shopper)).status }
    #expect(statuses == [503, 500, 500, 200])
  }

  @Test func `each sandbox counts for itself`() throws {
    let fake = try Fake(
      shop,
      configuration: FakeConfiguration(faults: [Fault(scope: .all, answer: .status(503), times: .first(1))])
    )
    let statuses = ["a", "b", "a", "b"].map { fake.send("GET", "/~\($0)/orders", headers: Headers(shopper)).status }
    #expect(statuses == [503, 503, 200, 200])
  }
}
