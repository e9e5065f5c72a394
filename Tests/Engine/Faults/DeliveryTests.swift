import DoubletContracts
import DoubletEngine
import DoubletJSON
import Testing

@Suite struct DeliveryTests {
  private func fake(_ faults: JSON...) throws -> Fake {
    try Fake(shop, configuration: FakeConfiguration(faults: try faults.map { try Fault($0) }))
  }

  private let delay: JSON = ["operation": "ListOrders", "deliver": ["delay": "2s"], "times": ["first": 1]]

  @Test func `a delay holds back the answer that the request deserves, and is told in the exchange`() throws {
    let fake = try fake(delay)
    let list = Request("GET", "/orders", headers: Headers(shopper))
    let late = fake.begin(list)
    #expect(late.delivery == Delivery(delayMilliseconds: 2000))
    let prompt = fake.begin(list)
    #expect(prompt.delivery == .whole)
    #expect(late.answer == prompt.answer)
    #expect(fake.journal().map(\.fault) == ["f1", nil])
  }

  @Test func `a delay wraps a problem too, and other operations are not held back`() throws {
    let fake = try fake(delay)
    #expect(fake.begin(Request("GET", "/orders/1", headers: Headers(shopper))).delivery == .whole)
    let refused = fake.begin(Request("GET", "/orders"))
    #expect(refused.answer.status == 401)
    #expect(refused.delivery.delayMilliseconds == 2000)
  }

  @Test func `the fault that made the answer is the one that is told`() throws {
    let fake = try fake(delay, ["id": "down", "operation": "*", "status": 503])
    let reply = fake.begin(Request("GET", "/orders", headers: Headers(shopper)))
    #expect((reply.answer.status, reply.delivery.delayMilliseconds) == (503, 2000))
    #expect(fake.journal()[0].fault == "down")
  }

  @Test(arguments: [
    (#"{"operation":"*","deliver":{"delay":"0s"}}"#, "must be 1ms to 10m"),
    (#"{"operation":"*","deliver":{"delay":"11m"}}"#, "must be 1ms to 10m"),
    (#"{"operation":"*","deliver":{}}"#, "is required, such as 50ms"),
    (#"{"operation":"*","deliver":{"delay":"1s"},"status":500}"#, "give one of problem, status and deliver"),
    (
      #"{"operation":"*","deliver":{"delay":"1s"},"details":{"reason":"r"}}"#,
      "has no meaning for a delivery, which leaves the words to the request"
    ),
  ])
  func `a delivery that makes no sense is refused`(text: String, message: String) throws {
    let json = try JSON(parsing: text)
    let error = try #require(throws: DecodingError.self) { try Fault(json) }
    #expect(error.message == message)
  }
}
