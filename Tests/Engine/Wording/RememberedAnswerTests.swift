import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletScenarios
import DoubletSpecs
import DoubletValidation
import Testing

/// An answer that is given a second time without being made again must be the one that would be made.
@Suite struct RememberedAnswerTests {
  private let path = "/customers/cus_01/lead-source"

  private func fake() throws -> Fake {
    try Fake(Specs.bundled, scenarios: Scenarios.bundled, configuration: FakeConfiguration(liftsQuotas: true))
  }

  private func headers(_ more: (String, String)...) -> Headers {
    Headers([("Host", "localhost:4010"), ("REB-APIKEY", "any")] + more)
  }

  @Test func `a record that is read again has the same bytes, and is in the journal again`() throws {
    let fake = try fake()
    let answers = (1...3).map { _ in fake.send("GET", path, headers: headers()) }
    #expect(Set(answers).count == 1)
    #expect(answers[0].status == 200)
    #expect(fake.journal().map(\.sequence) == [1, 2, 3])
    #expect(fake.journal().map(\.answer) == answers)
    #expect(fake.journal().allSatisfy { $0.operation == "GetCustomerLeadSource" && $0.violations.isEmpty })
  }

  @Test func `a record that was written since is read as it is now`() throws {
    let fake = try fake()
    let first = fake.send("GET", path, headers: headers())
    fake.send("PUT", path, ["medium": "post"], headers: headers())
    #expect(fake.send("GET", path, headers: headers())["/medium"] == "post")
    fake.send("PUT", path, ["medium": "email"], headers: headers())
    #expect(fake.send("GET", path, headers: headers())["/medium"] == "email")
    fake.reset(only: [.state])
    #expect(fake.send("GET", path, headers: headers()) == first)
    fake.send("DELETE", path, headers: headers())
    #expect(fake.send("GET", path, headers: headers()).status == 404)
    try fake.setRecord(["medium": "radio"], "cus_01", of: "leadSources", "rebilly")
    #expect(fake.send("GET", path, headers: headers())["/medium"] == "radio")
  }

  @Test func `links have the base of the request that asks`() throws {
    let fake = try fake()
    let bases = [
      "": "localhost:4010", "/~box": "localhost:4010/~box", "/organizations/o1": "localhost:4010/organizations/o1",
    ]
    for _ in 1...2 {
      for (prefix, base) in bases {
        let answer = fake.send("GET", prefix + path, headers: headers())
        #expect(answer["/_links/0/href"] == .string("http://\(base)\(path)"))
      }
    }
    let elsewhere = fake.send("GET", path, headers: ["Host": "fake.test", "REB-APIKEY": "any"])
    #expect(elsewhere["/_links/0/href"] == .string("http://fake.test\(path)"))
  }

  @Test func `what a client accepts and who it is are asked each time`() throws {
    let fake = try fake()
    #expect(fake.send("GET", path, headers: headers()).status == 200)
    #expect(fake.send("GET", path, headers: headers(("Accept", "text/plain"))).status == 406)
    #expect(fake.send("GET", path, headers: ["Host": "localhost:4010"]).status == 401)
    #expect(fake.send("GET", path, headers: headers(("Prefer", "code=429"))).status == 429)
    #expect(fake.send("GET", path, headers: headers()).status == 200)
  }

  @Test func `an answer that breaks its contract is a violation each time`() throws {
    let fake = try Fake(shop, as: ["description": "d", "state": ["orders": ["1": ["note": "far too long"]]]])
    for _ in 1...3 { fake.send("GET", "/orders/1", headers: Headers(shopper)) }
    #expect(fake.journal().map { $0.violations.map(\.code) } == Array(repeating: ["body.maxLength"], count: 3))
  }

  @Test func `a sandbox's writes are not read in another one`() throws {
    let fake = try fake()
    for box in ["a", "b"] {
      fake.send("PUT", "/~\(box)\(path)", ["medium": .string(box)], headers: headers())
    }
    for _ in 1...2 {
      for box in ["a", "b"] {
        #expect(fake.send("GET", "/~\(box)\(path)", headers: headers())["/medium"] == .string(box))
      }
    }
    #expect(fake.send("GET", path, headers: headers())["/medium"] == "search")
  }

  @Test func `of many records each is read as it is, while they grow and change`() throws {
    let fake = try fake()
    func path(_ index: Int) -> String { "/customers/c\(index)/lead-source" }
    for round in ["a", "b"] {
      for index in 0..<300 {
        fake.send("PUT", path(index), ["medium": .string("\(round)\(index)")], headers: headers())
        #expect(fake.send("GET", path(index / 2), headers: headers())["/medium"] == .string("\(round)\(index / 2)"))
      }
      for index in 0..<300 {
        #expect(fake.send("GET", path(index), headers: headers())["/medium"] == .string("\(round)\(index)"))
      }
    }
  }
}
