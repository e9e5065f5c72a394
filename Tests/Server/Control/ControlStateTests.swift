import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ControlStateTests {
  @Test func `a record that is stored is answered`() throws {
    let steer = try Steering()
    #expect(try steer("PUT", "/state/rebilly/leadSources/x", ["medium": "mail"]).status == 204)
    #expect(try steer("GET", "/state/rebilly/leadSources/x").json == ["medium": "mail"])
    #expect(steer.ask("GET", "/customers/x/lead-source").json?["medium"] == "mail")
    #expect(try steer("DELETE", "/state/rebilly/leadSources/x").status == 204)
    #expect(steer.ask("GET", "/customers/x/lead-source").status == 404)
    #expect(try steer("DELETE", "/state/rebilly/leadSources/x").status == 404)
  }

  @Test func `the records of a collection are replaced together`() throws {
    let steer = try Steering()
    let records: JSON = ["b": ["medium": "1"], "a": ["medium": "2"]]
    #expect(try steer("PUT", "/state/rebilly/leadSources", records).status == 204)
    let stored = try steer("GET", "/state/rebilly/leadSources").json
    #expect(stored == records)
    #expect(stored?.object?.keys == ["b", "a"])
    #expect(try steer("DELETE", "/state/rebilly/leadSources").status == 204)
    #expect(try steer("GET", "/state/rebilly/leadSources").json == .object(JSONObject()))
  }

  @Test func `a record that the API could not answer is refused, and nothing changes`() throws {
    let steer = try Steering()
    let records: JSON = ["a": ["medium": "fine"], "b": ["medium": 5]]
    let answer = try steer("PUT", "/state/rebilly/leadSources", records)
    #expect(answer.status == 422)
    #expect(answer.codes == ["body.type"])
    #expect(answer.json?["violations"]?[0]?["pointer"] == "/body/b/medium")
    #expect(answer.json?["violations"]?[0]?["place"]?.string?.hasPrefix("specs/rebilly.yaml:") == true)
    #expect(try steer("GET", "/state/rebilly/leadSources").json?.object?.keys == ["cus_01"])
    #expect(try steer("PUT", "/state/rebilly/leadSources/b", ["medium": 5]).codes == ["body.type"])
  }

  @Test func `an unknown API or collection is told with the nearest`() throws {
    let steer = try Steering()
    let api = try steer("GET", "/state/rebily/leadSources")
    #expect(api.status == 404)
    #expect(api.detail == "There is no API 'rebily' (did you mean 'rebilly'?).")
    let collection = try steer("GET", "/state/rebilly/leadSource")
    #expect(collection.status == 404)
    #expect(collection.detail == "rebilly has no collection 'leadSource' (did you mean 'leadSources'?).")
    let record = try steer("GET", "/state/rebilly/leadSources/nobody")
    #expect(record.detail == "There is no record 'nobody' in leadSources of rebilly.")
  }

  @Test func `a record that is no object is refused`() throws {
    #expect(try Steering()("PUT", "/state/rebilly/leadSources/x", [1]).codes == ["body.type"])
  }

  @Test func `a key may be anything that a path can hold`() throws {
    let steer = try Steering()
    #expect(try steer("PUT", "/state/rebilly/leadSources/a%2Fb%20c", ["medium": "mail"]).status == 204)
    #expect(try steer("GET", "/state/rebilly/leadSources").json?["a/b c"] == ["medium": "mail"])
  }
}
