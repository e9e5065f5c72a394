import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ControlFaultTests {
  let source = "/customers/cus_01/lead-source"

  @Test func `a fault fires as often as it says, and its counts are told`() throws {
    let steer = try Steering()
    let fault: JSON = ["operation": "GetCustomerLeadSource", "problem": "tooManyRequests", "times": ["first": 2]]
    let made = try steer("POST", "/faults", fault)
    #expect(made.status == 201)
    #expect(made.json == ["id": "f1"])
    #expect((1...3).map { _ in steer.ask("GET", source).status } == [429, 429, 200])
    let state = try steer("GET", "/faults/f1").json
    #expect(state?["reached"] == 3)
    #expect(state?["fired"] == 2)
    #expect(state?["sandbox"] == "default")
    var kept = fault
    kept["id"] = "f1"
    #expect(state?["fault"] == kept)
  }

  @Test func `a fault that can never fire is refused with the nearest operation`() throws {
    let answer = try Steering()("POST", "/faults", ["operation": "GetCustomerLeadSorce", "status": 429])
    #expect(answer.status == 422)
    #expect(answer.detail.contains("did you mean 'GetCustomerLeadSource'"))
  }

  @Test(
    arguments: [
      ["operation": "*"], ["status": 429], ["operation": "*", "status": 200], ["operation": "*", "problem": "teapot"],
      ["operation": "*", "status": 429, "times": ["first": 0]],
      ["operation": "*", "status": 429, "tims": ["first": 1]],
    ] as [JSON]
  )
  func `a fault that is none is refused`(fault: JSON) throws {
    let steer = try Steering()
    let answer = try steer("POST", "/faults", fault)
    #expect(answer.status == 422)
    #expect(!answer.codes.isEmpty)
    #expect(steer.fake.faults().isEmpty)
  }

  @Test func `an id that is taken is a conflict`() throws {
    let steer = try Steering()
    let fault: JSON = ["id": "mine", "operation": "*", "status": 500]
    #expect(try steer("POST", "/faults", fault).status == 201)
    #expect(try steer("POST", "/faults", fault).status == 409)
  }

  @Test func `a fault is withdrawn by its id, or with all`() throws {
    let steer = try Steering()
    _ = try steer("POST", "/faults", ["operation": "*", "status": 500])
    _ = try steer("POST", "/faults", ["operation": "*", "status": 503])
    #expect(try steer("DELETE", "/faults/f1").status == 204)
    #expect(steer.ask("GET", source).status == 503)
    let unknown = try steer("DELETE", "/faults/f1")
    #expect(unknown.status == 404)
    #expect(unknown.detail == "There is no fault 'f1' in the sandbox 'default'; there are f2.")
    #expect(try steer("DELETE", "/faults").status == 204)
    #expect(steer.ask("GET", source).status == 200)
    #expect(try steer("GET", "/faults/f2").status == 404)
  }

  @Test func `a fault for all sandboxes has one id in each`() throws {
    let steer = try Steering()
    _ = try steer("POST", "/~a/__doublet/faults", ["operation": "*", "status": 500])
    #expect(try steer("POST", "/faults?sandbox=*", ["operation": "*", "status": 503]).json == ["id": "f2"])
    let faults = try steer("GET", "/faults?sandbox=*").json?["faults"]?.array ?? []
    #expect(
      faults.map { "\($0["sandbox"]?.string ?? "")/\($0["id"]?.string ?? "")" } == ["default/f2", "a/f1", "a/f2"]
    )
    #expect(try steer("POST", "/faults?sandbox=*", ["id": "f1", "operation": "*", "status": 503]).status == 409)
    #expect(steer.fake.faults().count == 1)
    #expect(try steer("DELETE", "/faults?sandbox=*").status == 204)
    #expect(try steer("GET", "/faults?sandbox=*").json?["faults"] == [])
  }
}
