import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ControlAccessTests {
  let source = "/customers/cus_01/lead-source"

  @Test func `listed credentials are the only good ones`() throws {
    let steer = try Steering()
    let listed: JSON = [["scheme": "SecretApiKey", "value": "key-1", "operations": ["GetCustomerLeadSource"]]]
    #expect(try steer("PUT", "/credentials/rebilly", listed).status == 204)
    #expect(try steer("GET", "/credentials/rebilly").json == listed)
    #expect(steer.ask("GET", source).status == 401)
    #expect(steer.ask("GET", source, headers: ["REB-APIKEY": "key-1"]).status == 200)
    #expect(steer.ask("DELETE", source, headers: ["REB-APIKEY": "key-1"]).status == 403)
    #expect(try steer("PUT", "/credentials/rebilly", []).status == 204)
    #expect(steer.ask("GET", source).status == 200)
  }

  @Test func `a credential of nothing that there is is refused`() throws {
    let steer = try Steering()
    let scheme = try steer("PUT", "/credentials/rebilly", [["scheme": "SecretApiKy", "value": "k"]])
    #expect(scheme.status == 422)
    #expect(scheme.detail.contains("did you mean 'SecretApiKey'"))
    let operation = try steer(
      "PUT",
      "/credentials/rebilly",
      [["scheme": "JWT", "value": "k", "operations": ["GetCustomr"]]]
    )
    #expect(operation.detail.contains("did you mean 'GetCustomer'"))
    #expect(try steer("PUT", "/credentials/rebilly", [["scheme": "JWT"]]).codes == ["body.required"])
    #expect(try steer("PUT", "/credentials/nobody", []).status == 404)
    #expect(try steer("GET", "/credentials/nobody").status == 404)
  }

  @Test func `a quota is lowered, lifted and put back`() throws {
    let steer = try Steering()
    #expect(try steer("GET", "/quotas/rebilly").json == ["writes": ["limit": 3000, "window": "10m"]])
    #expect(try steer("PUT", "/quotas/rebilly", ["writes": ["limit": 1, "window": "90s"]]).status == 204)
    #expect(try steer("GET", "/quotas/rebilly").json == ["writes": ["limit": 1, "window": "90s"]])
    #expect((1...2).map { _ in steer.ask("PUT", source, ["medium": "m"]).status } == [201, 429])
    #expect(try steer("PUT", "/quotas/rebilly", ["writes": nil]).status == 204)
    #expect(try steer("GET", "/quotas/rebilly").json == ["writes": nil])
    #expect((1...2).map { _ in steer.ask("PUT", source, ["medium": "m"]).status } == [201, 201])
    #expect(try steer("PUT", "/quotas/rebilly", .object(JSONObject())).status == 204)
    #expect(try steer("GET", "/quotas/rebilly").json == ["writes": ["limit": 3000, "window": "10m"]])
  }

  @Test func `a quota that is none is refused`() throws {
    let steer = try Steering()
    let unknown = try steer("PUT", "/quotas/rebilly", ["wrtes": ["limit": 1]])
    #expect(unknown.status == 422)
    #expect(unknown.detail.contains("did you mean 'writes'"))
    #expect(try steer("PUT", "/quotas/rebilly", ["writes": ["window": "1m"]]).status == 422)
    #expect(try steer("PUT", "/quotas/rebilly", ["writes": ["limit": 1, "window": "0s"]]).status == 422)
    #expect(try steer("GET", "/quotas/rebily").detail == "There is no API 'rebily' (did you mean 'rebilly'?).")
  }

  @Test func `a quota of a window beyond all clocks does no harm`() throws {
    let steer = try Steering()
    _ = try steer("PUT", "/quotas/rebilly", ["writes": ["limit": 1, "window": "106000d"]])
    #expect((1...2).map { _ in steer.ask("PUT", source, ["medium": "m"]).status } == [201, 429])
  }
}
