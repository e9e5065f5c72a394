import DoubletEngine
import DoubletJSON
import Testing

@Suite struct PreferenceTests {
  private let key: Headers = ["REB-APIKEY": "k"]

  @Test(arguments: Transport.allCases)
  func `a status that no kind of problem has is worded by the default words`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      let answer = try await client.with(key).get("/customers/cus_01/lead-source", ["Prefer": "code=410"])
      #expect(answer.status == 410)
      #expect(answer["/title"] == "Gone")
      #expect(answer["/status"] == 410)
    }
  }

  @Test(arguments: Transport.allCases)
  func `a preference for the success that an action has anyway changes nothing`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      let client = client.with(key)
      let put = try await client.send(
        "PUT",
        "/customers/cus_02/lead-source",
        ["Prefer": "code=201"],
        json: ["medium": "email"]
      )
      #expect(put.status == 201)
      #expect(try await client.get("/customers/cus_02/lead-source")["/medium"] == "email")
    }
  }
}
