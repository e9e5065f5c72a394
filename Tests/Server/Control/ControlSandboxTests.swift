import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ControlSandboxTests {
  let source = "/customers/cus_01/lead-source"

  @Test func `a sandbox is made under a name`() throws {
    let steer = try Steering()
    let answer = try steer("POST", "/sandboxes", ["name": "a", "seed": 7], headers: ["Host": "localhost:4010"])
    #expect(answer.status == 201)
    #expect(answer.json?["baseURL"] == "http://localhost:4010/~a")
    #expect(answer.json?["seed"] == 7)
    #expect(steer.fake.sandboxNames == ["default", "a"])
  }

  @Test func `a sandbox without a name gets one`() throws {
    let steer = try Steering()
    _ = try steer("POST", "/sandboxes", ["name": "s1"])
    #expect(try steer("POST", "/sandboxes").json?["name"] == "s2")
  }

  @Test func `a name that is taken is a conflict`() throws {
    let steer = try Steering()
    _ = try steer("POST", "/sandboxes", ["name": "a"])
    let answer = try steer("POST", "/sandboxes", ["name": "a"])
    #expect(answer.status == 409)
    #expect(answer.detail == "There is a sandbox 'a' already; delete it first, or take another name.")
  }

  @Test(arguments: [["name": "a b"], ["seed": -1], ["clock": "noon"], ["scenarios": "x"]] as [JSON])
  func `a sandbox that cannot be is refused`(body: JSON) throws {
    let steer = try Steering()
    #expect(try steer("POST", "/sandboxes", body).status == 422)
    #expect(steer.fake.sandboxNames == ["default"])
  }

  @Test func `a time beyond all clocks is refused`() throws {
    #expect(try Steering()("POST", "/sandboxes", ["clock": "9999-12-31T00:00:00Z"]).status == 422)
    #expect(try Steering()("POST", "/sandboxes", ["clock": "1960-12-31T00:00:00Z"]).status == 422)
  }

  @Test func `a sandbox starts as its scenario, and a reset takes it back there`() throws {
    let steer = try Steering()
    let made = try steer("POST", "/sandboxes", ["name": "a", "scenario": "rebilly/second-start"]).json
    #expect(made?["scenario"] == "rebilly/second-start")
    #expect(made?["clock"] == ["now": "2030-01-01T00:00:00.000Z", "mode": "fixed"])
    #expect(made?["seed"] == 5)
    #expect(steer.ask("GET", "/~a\(source)").status == 403)
    _ = try steer("DELETE", "/~a/__doublet/faults")
    _ = try steer("DELETE", "/~a/__doublet/state/rebilly/leadSources")
    #expect(steer.ask("GET", "/~a/customers/cus_02/lead-source").status == 404)
    #expect(try steer("POST", "/~a/__doublet/reset").status == 204)
    #expect(try steer("GET", "/~a/__doublet/state/rebilly/leadSources").json?.object?.keys == ["cus_01", "cus_02"])
    #expect(steer.ask("GET", "/~a\(source)").status == 403)
    #expect(steer.ask("GET", source).status == 200)
  }

  @Test func `an unknown scenario is told with the nearest`() throws {
    let answer = try Steering()("POST", "/sandboxes", ["scenario": "rebilly/secnd-start"])
    #expect(answer.status == 404)
    #expect(answer.detail.contains("did you mean 'rebilly/second-start'"))
  }

  @Test func `two sandboxes do not see each other`() throws {
    let steer = try Steering()
    steer.ask("PUT", "/~a/customers/x/lead-source", ["medium": "mail"])
    _ = try steer("POST", "/~a/__doublet/clock", ["advance": "1h"])
    _ = try steer("POST", "/~a/__doublet/faults", ["operation": "*", "status": 500])
    #expect(steer.ask("GET", "/~b/customers/x/lead-source").status == 404)
    #expect(try steer("GET", "/~b/__doublet/state/rebilly/leadSources/x").status == 404)
    #expect(try steer("GET", "/~b/__doublet/clock").json?["now"] == "2026-01-31T12:00:00.000Z")
    #expect(try steer("GET", "/~b/__doublet/faults").json?["faults"] == [])
    #expect(try steer("GET", "/~b/__doublet/journal").json?["exchanges"]?.array?.count == 1)
    #expect(try steer("GET", "/faults", headers: ["Doublet-Sandbox": "a"]).json?["faults"]?.array?.count == 1)
  }

  @Test func `a dropped sandbox is gone`() throws {
    let steer = try Steering()
    steer.ask("PUT", "/~a/customers/x/lead-source", ["medium": "mail"])
    #expect(try steer("DELETE", "/sandboxes/a").status == 204)
    #expect(try steer("GET", "/sandboxes").json?["sandboxes"]?.array?.map { $0["name"] } == ["default"])
    #expect(steer.ask("GET", "/~a/customers/x/lead-source").status == 404)
    let unknown = try steer("DELETE", "/sandboxes/b")
    #expect(unknown.status == 404)
    #expect(unknown.detail == "There is no sandbox 'b'.")
  }

  @Test func `a reset of some parts leaves the others`() throws {
    let steer = try Steering()
    steer.ask("PUT", source, ["medium": "mail"])
    _ = try steer("POST", "/clock", ["advance": "1h"])
    #expect(try steer("POST", "/reset", ["only": ["state"]]).status == 204)
    #expect(try steer("GET", "/state/rebilly/leadSources/cus_01").json?["medium"] == "search")
    #expect(try steer("GET", "/clock").json?["now"] == "2026-01-31T13:00:00.000Z")
    #expect(steer.fake.journal().count == 1)
    #expect(try steer("POST", "/reset", ["only": ["stat"]]).codes == ["body.enum"])
  }

  @Test func `a reset of all sandboxes is one request`() throws {
    let steer = try Steering()
    steer.ask("GET", "/~a\(source)")
    steer.ask("GET", source)
    #expect(try steer("POST", "/reset?sandbox=*").status == 204)
    #expect(try steer("GET", "/journal?sandbox=*").json?["exchanges"] == [])
    #expect(try steer("POST", "/reset?sandbox=a").codes == ["query.const"])
  }
}
