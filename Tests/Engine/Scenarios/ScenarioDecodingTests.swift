import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ScenarioDecodingTests {
  @Test(arguments: [
    (#"{"descripton":"d"}"#, "/descripton"), (#"{"from":"start"}"#, "/from"),
    (#"{"problemStatus":"HTTP"}"#, "/problemStatus"),
    (#"{"clock":"noon"}"#, "/clock"), (#"{"clock":5}"#, "/clock"), (#"{"seed":"0"}"#, "/seed"),
    (#"{"state":[]}"#, "/state"),
    (#"{"state":{"orders":[]}}"#, "/state/orders"), (#"{"credentials":[{"value":"k"}]}"#, "/credentials/0/scheme"),
    (#"{"credentials":[{"scheme":"Key","value":""}]}"#, "/credentials/0/value"),
    (#"{"credentials":[{"scheme":"Key","value":"k","scope":[]}]}"#, "/credentials/0/scope"),
    (#"{"quotas":{"writes":{"window":"1m"}}}"#, "/quotas/writes/limit"),
    (#"{"quotas":{"writes":{"limit":-1}}}"#, "/quotas/writes/limit"),
    (#"{"quotas":{"writes":{"limit":1,"window":"10"}}}"#, "/quotas/writes/window"),
    (#"{"quotas":{"writes":{"limit":1,"window":"10ms"}}}"#, "/quotas/writes/window"),
    (#"{"faults":[{"operation":"*"}]}"#, "/faults/0/problem"), (#"{"steps":[{}]}"#, "/steps/0/send"),
    (#"{"steps":[{"send":{}}]}"#, "/steps/0/send/path"), (#"{"steps":[{"advance":"5"}]}"#, "/steps/0/advance"),
    (#"{"steps":[{"send":{"path":"/"},"answer":{"problem":"forbiden"}}]}"#, "/steps/0/answer/problem"),
    (#"{"steps":[{"send":{"path":"/"},"answer":{"code":1}}]}"#, "/steps/0/answer/code"),
    (#"{"steps":[{"send":{"path":"/"},"save":{"a":"b"}}]}"#, "/steps/0/save/a"),
    (#"{"expect":[{"never":{"problem":"forbiden"}}]}"#, "/expect/0/never/problem"),
    (#"{"expect":[{"exchange":{},"count":1,"max":2}]}"#, "/expect/0/count"), ("[]", ""),
  ])
  func `what is no scenario is refused at its place`(text: String, pointer: String) throws {
    let json = try JSON(parsing: text)
    let error = #expect(throws: DecodingError.self) { try Scenario(json, name: "s", api: "shop") }
    #expect(error?.pointer.description == pointer)
  }

  @Test(arguments: [
    (#"{"state":{"order":{}}}"#, "has no resource 'order'"),
    (#"{"credentials":[{"scheme":"key","value":"k"}]}"#, "has no security scheme 'key'"),
    (#"{"credentials":[{"scheme":"Key","value":"k","operations":["PutOrdr"]}]}"#, "has no operation 'PutOrdr'"),
    (#"{"quotas":{"write":{"limit":1}}}"#, "has no quota 'write'"),
    (#"{"faults":[{"operation":"PutOrdr","status":429}]}"#, "'PutOrdr'"),
    (#"{"expect":[{"never":{"operation":"PutOrdr"}}]}"#, "has no operation 'PutOrdr'"),
  ])
  func `what names something that the contract lacks is told with the nearest names`(
    text: String,
    message: String
  ) throws {
    let scenario = try Scenario(JSON(parsing: text), name: "s", api: "shop")
    let mistakes = scenario.mistakes(in: try compiled(shop))
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.message.contains(message) == true)
  }

  @Test func `a fake that starts as a scenario with a mistake is refused`() throws {
    let error = #expect(throws: FakeError.self) { try Fake(shop, as: ["state": ["order": [:]]]) }
    #expect(error?.description.contains("'order'") == true)
    #expect(error?.description.contains("orders") == true)
  }

  @Test func `an unknown scenario is refused with the names there are, two of one API with both`() throws {
    let contract = try compiled(shop)
    let scenarios = try ["one", "two"].map { try Scenario(["description": "d"], name: $0, api: "shop") }
    let unknown = #expect(throws: FakeError.self) { try Fake([contract], scenarios: scenarios, start: ["on"]) }
    #expect(unknown?.description.contains("one") == true)
    let both = #expect(throws: FakeError.self) {
      try Fake([contract], scenarios: scenarios, start: ["one", "shop/two"])
    }
    #expect(both?.description == "'one' and 'two' are both scenarios of shop; name one.")
  }

  @Test func `a scenario stands on the baseline unless it says otherwise, and null removes a record`() throws {
    let contract = try compiled(shop)
    let baseline: JSON = ["description": "d", "state": ["orders": ["1": ["id": "1"], "2": ["id": "2"]]]]
    let over: JSON = ["description": "d", "state": ["orders": ["1": nil, "3": ["id": "3"]]]]
    var alone = over
    alone["from"] = "nothing"
    let scenarios = [
      try Scenario(baseline, name: "baseline", api: "shop"), try Scenario(over, name: "over", api: "shop"),
      try Scenario(alone, name: "alone", api: "shop"),
    ]
    func ids(_ start: [String]) throws -> [String] {
      let fake = try Fake([contract], scenarios: scenarios, start: start)
      return fake.send("GET", "/orders", headers: Headers(shopper)).json?.array?.compactMap { $0["id"]?.string } ?? []
    }
    #expect(try ids([]) == ["1", "2"])
    #expect(try ids(["over"]) == ["2", "3"])
    #expect(try ids(["shop/alone"]) == ["3"])
  }
}
