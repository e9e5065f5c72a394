import DoubletContracts
import DoubletEngine
import DoubletJSON
import Testing

@Suite struct InjectedStatusTests {
  @Test(arguments: 400...599)
  func `every status from 400 to 599 can be given, by fault and by preference`(status: Int) throws {
    let fake = try Fake(shop)
    let preferred = fake.send("GET", "/orders", headers: Headers(shopper + [("Prefer", "code=\(status)")]))
    try fake.inject(Fault(id: "f", scope: .all, answer: .status(status)))
    let injected = fake.send("GET", "/orders", headers: Headers(shopper))
    #expect(preferred.status == status)
    #expect(injected == preferred)
    #expect(injected["/status"] == .number(JSONNumber(status)))
    #expect(fake.journal().map(\.fault) == ["Prefer", "f"])
  }

  @Test(arguments: ProblemKind.allCases)
  func `every kind can be given, with the kind's own status`(kind: ProblemKind) throws {
    let fake = try Fake(
      shop,
      configuration: FakeConfiguration(faults: [Fault(scope: .all, answer: .problem(kind))])
    )
    let answer = fake.send("GET", "/orders/1", headers: Headers(shopper))
    #expect(answer.status == kind.status)
    #expect(answer["/kind"] == .string(kind.rawValue))
    #expect(fake.journal()[0].problem == kind)
  }

  @Test(arguments: [
    (418, "conflict"), (451, "conflict"), (502, "unavailable"), (504, "unavailable"), (599, "internalError"),
    (404, "notFound"), (400, "malformed"),
  ])
  func `a status without a kind of its own has the words of its neighbour`(status: Int, kind: String) throws {
    let fake = try Fake(shop)
    let answer = fake.send("GET", "/orders", headers: Headers(shopper + [("Prefer", "code=\(status)")]))
    #expect(answer["/kind"] == .string(kind))
  }

  @Test func `a status that borrows its words from a conflict says what it is`() throws {
    let fake = try Fake(shop)
    for status in [402, 409, 410] {
      fake.send("GET", "/orders", headers: Headers(shopper + [("Prefer", "code=\(status)")]))
    }
    #expect(
      fake.journal().map(\.detail) == [
        "Payment Required.", "The request conflicts with the state of the resource.", "Gone.",
      ]
    )
  }

  @Test func `an injected 404 says what a missing record would`() throws {
    let fake = try Fake(shop)
    let natural = fake.send("GET", "/orders/1", headers: Headers(shopper))
    fake.send("PUT", "/orders/1", [:], headers: Headers(shopper))
    try fake.inject(Fault(scope: .all, answer: .problem(.notFound)))
    #expect(fake.send("GET", "/orders/1", headers: Headers(shopper)) == natural)
  }

  @Test func `details replace what a problem would say`() throws {
    let fault: JSON = [
      "operation": "PutOrder", "problem": "invalid",
      "details": [
        "violations": [
          ["pointer": "/body/buyer/name", "code": "body.taken", "message": "is taken"], ["message": "is odd"],
        ]
      ],
    ]
    let fake = try Fake(shop, configuration: FakeConfiguration(faults: [try Fault(fault)]))
    let answer = fake.send("PUT", "/orders/1", [:], headers: Headers(shopper))
    #expect(answer.status == 422)
    #expect(answer["/detail"] == "The request breaks 2 rules. The first: 'buyer.name' is taken.")
    #expect(
      answer["/fields"] == [
        ["field": "buyer.name", "code": "body.taken", "message": "is taken"],
        ["field": "", "code": "body.invalid", "message": "is odd"],
      ]
    )
    let reason: JSON = ["operation": "*", "status": 403, "details": ["reason": "Not on Sundays."]]
    let other = try Fake(shop, configuration: FakeConfiguration(faults: [try Fault(reason)]))
    #expect(other.send("GET", "/orders", headers: Headers(shopper))["/detail"] == "Not on Sundays.")
  }

  @Test(arguments: ["code=99", "code=600", "code=abc", "code=", "code=-1", "code=4e2"])
  func `a preference for a status that there is not is refused, never ignored`(field: String) throws {
    let fake = try Fake(shop)
    let answer = fake.send("GET", "/orders", headers: Headers(shopper + [("Prefer", field)]))
    #expect(answer.status == 400)
    #expect(answer["/detail"]?.string?.contains("write a status from 200 to 599") == true)
  }

  @Test(arguments: [
    "respond-async", "wait=10", "code=\"429\"", "Code=429", "respond-async, code=429", "code=429; foo=bar",
    "foo=bar; code=429", "code = 429",
  ])
  func `a preference is read in every form of RFC 7240, others are not ours`(field: String) throws {
    let fake = try Fake(shop)
    let answer = fake.send("GET", "/orders", headers: Headers(shopper + [("Prefer", field)]))
    #expect(answer.status == (field.lowercased().contains("code") ? 429 : 200))
  }

  @Test func `a preference comes before all faults and counts nothing`() throws {
    let fault = Fault(id: "f", scope: .all, answer: .status(503), times: .first(1))
    let fake = try Fake(shop, configuration: FakeConfiguration(faults: [fault]))
    #expect(fake.send("GET", "/orders", headers: Headers(shopper + [("Prefer", "code=500")])).status == 500)
    #expect(fake.faults().map(\.reached) == [0])
    #expect(fake.send("GET", "/orders", headers: Headers(shopper)).status == 503)
  }
}
