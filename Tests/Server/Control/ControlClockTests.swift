import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ControlClockTests {
  @Test func `a live clock is advanced`() throws {
    let steer = try Steering()
    #expect(try steer("GET", "/clock").json == ["now": "2026-01-31T12:00:00.000Z", "mode": "live"])
    #expect(
      try steer("POST", "/clock", ["advance": "61m"]).json == ["now": "2026-01-31T13:01:00.000Z", "mode": "live"]
    )
  }

  @Test func `a clock stands where it is set, until it is live again`() throws {
    let steer = try Steering()
    let set = try steer("POST", "/clock", ["set": "2030-01-01T01:00:00+01:00"])
    #expect(set.json == ["now": "2030-01-01T00:00:00.000Z", "mode": "fixed"])
    _ = try steer("POST", "/clock", ["advance": "500ms"])
    #expect(try steer("GET", "/clock").json?["now"] == "2030-01-01T00:00:00.500Z")
    #expect(try steer("POST", "/clock", ["mode": "live"]).json?["mode"] == "live")
  }

  @Test(
    arguments: [
      .object(JSONObject()), ["advance": "1h", "mode": "live"], ["mode": "fixed"], ["set": "tomorrow"], ["advance": -5],
    ] as [JSON]
  )
  func `a change that is none is refused`(change: JSON) throws {
    #expect(try Steering()("POST", "/clock", change).status == 422)
  }

  @Test(
    arguments: [
      ["advance": "99999999999999999999d"], ["advance": "106000d"], ["set": "9999-12-31T23:59:59Z"],
      ["set": "1969-12-31T23:59:59Z"],
    ] as [JSON]
  )
  func `a time that no clock can tell is refused`(change: JSON) throws {
    let steer = try Steering()
    let answer = try steer("POST", "/clock", change)
    #expect(answer.status == 422)
    #expect(answer.detail.contains("1970 to 2261"))
    #expect(try steer("GET", "/clock").json?["now"] == "2026-01-31T12:00:00.000Z")
  }

  @Test func `all clocks are moved by one request`() throws {
    let steer = try Steering()
    steer.ask("GET", "/~a/customers/x")
    #expect(try steer("POST", "/clock?sandbox=*", ["set": "2030-01-01T00:00:00Z"]).status == 204)
    #expect(try steer("GET", "/~a/__doublet/clock").json?["now"] == "2030-01-01T00:00:00.000Z")
    #expect(try steer("GET", "/clock").json?["now"] == "2030-01-01T00:00:00.000Z")
  }
}
