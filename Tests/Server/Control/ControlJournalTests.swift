import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ControlJournalTests {
  let source = "/customers/cus_01/lead-source"

  @Test func `an exchange is in the journal, whole, when its answer is there`() throws {
    let steer = try Steering()
    steer.ask("PUT", "\(source)?a=b", ["medium": "mail"], headers: ["Doublet-Test": "t1"])
    let exchange = try #require(try steer("GET", "/journal").json?["exchanges"]?[0])
    #expect(exchange["seq"] == 1)
    #expect(exchange["sandbox"] == "default")
    #expect(exchange["time"] == "2026-01-31T12:00:00.000Z")
    #expect(exchange["api"] == "rebilly")
    #expect(exchange["operation"] == "PutCustomerLeadSource")
    #expect(exchange["method"] == "PUT")
    #expect(exchange["path"] == .string(source))
    #expect(exchange["query"] == "a=b")
    #expect(exchange["status"] == 201)
    #expect(exchange["problem"] == .null)
    #expect(exchange["violations"] == [])
    #expect(exchange["test"] == "t1")
    #expect(exchange["effect"] == "~leadSources/cus_01")
    #expect(exchange["undocumented"] == false)
    #expect(exchange["end"] == "sent")
    #expect(exchange["request"]?["body"] == ["medium": "mail"])
    #expect(exchange["request"]?["headers"]?.array?.contains(["Doublet-Test", "t1"]) == true)
    #expect(exchange["answer"]?["body"]?["medium"] == "mail")
    #expect(try steer("GET", "/journal/1").json == exchange)
  }

  @Test func `rejected and unmatched requests are in the journal with what was wrong`() throws {
    let steer = try Steering()
    steer.ask("PUT", source, ["medium": 5])
    steer.ask("GET", "/nowhere", headers: ["Content-Type": "text/plain"])
    let exchanges = try steer("GET", "/journal").json?["exchanges"]
    let violation = exchanges?[0]?["violations"]?[0]
    #expect(exchanges?[0]?["problem"] == "invalid")
    #expect(violation?["code"] == "body.type")
    #expect(violation?["pointer"] == "/body/medium")
    #expect(violation?["field"] == "medium")
    #expect(violation?["schemaLocation"]?.string?.hasSuffix("/properties/medium/type") == true)
    #expect(violation?["place"]?.string?.hasPrefix("specs/rebilly.yaml:") == true)
    #expect(exchanges?[1]?["operation"] == .null)
    #expect(exchanges?[1]?["problem"] == "unknownPath")
  }

  @Test func `the journal is read in pieces`() throws {
    let steer = try Steering()
    for _ in 1...5 { steer.ask("GET", source) }
    let piece = try steer("GET", "/journal?after=1&limit=2").json?["exchanges"]?.array ?? []
    #expect(piece.map { $0["seq"] } == [2, 3])
    #expect(try steer("GET", "/journal?limit=0").codes == ["query.minimum"])
  }

  @Test func `what is forgotten is gone, and the numbers go on`() throws {
    let steer = try Steering()
    steer.ask("GET", source)
    #expect(try steer("DELETE", "/journal").status == 204)
    #expect(try steer("GET", "/journal").json == ["exchanges": [], "evicted": 0])
    steer.ask("GET", source)
    #expect(try steer("GET", "/journal/2").status == 200)
    let unknown = try steer("GET", "/journal/1")
    #expect(unknown.status == 404)
    #expect(unknown.detail == "There is no exchange 1 in the sandbox 'default'.")
    #expect(try steer("GET", "/journal/x").codes == ["path.type"])
    #expect(try steer("GET", "/journal/99999999999999999999").status == 404)
  }

  @Test func `the journal tells what it has lost`() throws {
    var configuration = FakeConfiguration.noon
    configuration.journalBytes = 4000
    let steer = try Steering(configuration: configuration)
    for _ in 1...20 { steer.ask("GET", source) }
    let journal = try steer("GET", "/journal").json
    let evicted = try #require(journal?["evicted"]?.int)
    #expect(evicted > 0)
    #expect((journal?["exchanges"]?.array?.count ?? 0) + evicted == 20)
    #expect(try steer("GET", "/journal/1").detail.contains("the journal has lost its oldest \(evicted)"))
  }
}
