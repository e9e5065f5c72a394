import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecs
import Testing

@Suite struct BaselineTests {
  @Test func `the operations that the tests know are all that are served`() {
    let served = Specs.bundled.flatMap { $0.operations.map(\.id) }
    #expect(Set(served) == Set(Known.all.map(\.operation)))
  }

  @Test(arguments: Transport.allCases)
  func `each API has what its clients look for first`(transport: Transport) async throws {
    try await Client.with(transport) { client async throws in
      #expect(try await client.get(Rebilly.source, Rebilly.key).status == 200)
      #expect(try await client.get("/sources/src_01", Leadping.key)["/id"] == "src_01")
      #expect(try await client.get("/sources/src_02", Leadping.key)["/id"] == "src_02")
      #expect(try await client.lead("lead_identifier=number=116")["/data/id"] == .string(CRM.lead116))
      #expect(try await client.lead("lead_identifier=number=19")["/data/number"] == "19")
      #expect(client.fake.journal().allSatisfy { $0.violations.isEmpty && !$0.isUndocumented })
    }
  }

  @Test(arguments: Transport.allCases)
  func `any credential of a declared scheme is good for everything, its scheme's name in any case`(
    transport: Transport
  ) async throws {
    try await Client.with(transport) { client async throws in
      let good: [Headers] = [
        ["REB-APIKEY": "x"], ["reb-apikey": "x"], ["Authorization": "Bearer x"], ["Authorization": "bearer x"],
        ["authorization": "BEARER x"], ["REB-APIKEY": "", "Authorization": "Bearer x"],
      ]
      for headers in good { #expect(try await client.get(Rebilly.source, headers).status == 200, "\(headers)") }
      let bad: [Headers] = [
        [:], ["REB-APIKEY": ""], ["Authorization": "Bearer"], ["Authorization": "Bearer "],
        ["Authorization": "Basic eDp5"],
        ["REB-API-KEY": "x"], ["Authorization": "x"],
      ]
      for headers in bad { #expect(try await client.get(Rebilly.source, headers).status == 401, "\(headers)") }
    }
  }

  @Test(arguments: Transport.allCases)
  func `a credential that a scenario lists may do what it says and no more`(transport: Transport) async throws {
    let scenario = try Scenario(
      [
        "description": "d",
        "credentials": [
          ["scheme": "SecretApiKey", "value": "reader", "operations": ["GetCustomerLeadSource"]],
          ["scheme": "SecretApiKey", "value": "owner"],
        ],
      ],
      name: "listed",
      api: "rebilly"
    )
    try await Client.with(transport, start: ["listed"], scenarios: [scenario]) { client async throws in
      let reader = client.with(["REB-APIKEY": "reader"])
      #expect(try await reader.send("PUT", "/customers/c/lead-source", json: [:]).status == 403)
      #expect(try await reader.get("/customers/c/lead-source").status == 404)
      #expect(
        try await client.with(["REB-APIKEY": "owner"]).send("PUT", "/customers/c/lead-source", json: [:]).status == 201
      )
      #expect(try await client.with(["REB-APIKEY": "other"]).get("/customers/c/lead-source").status == 401)
      #expect(try await reader.get("/customers/c/lead-source").status == 200)
    }
  }
}
