import DoubletEngine
import DoubletJSON
import Testing

extension CRMCOMTests {
  @Suite struct Leads {
    /// The members that the leads of both published examples have.
    static let common: Set = [
      "actual_completion_date", "udf_float_1", "udf_float_2", "udf_float_3", "udf_float_4", "udf_string_1",
      "assigned_to", "udf_string_2", "privacy_level", "contact_information", "udf_string_3", "udf_string_4",
      "udf_string_5", "udf_string_6", "udf_string_7", "udf_string_8", "accounts_receivable", "id", "priority",
      "expected_completion_date", "users_set", "time_overdue", "time_to_completion", "log_information",
      "life_cycle_state", "type", "contact_email", "lost_reason", "target_amount", "number", "competitors_set",
      "estimated_completion_time", "lead_source", "probability_to_win", "udf_date_1", "udf_date_2", "udf_date_3",
      "start_date", "udf_date_4", "owned_by_group", "status", "importance", "description", "category",
    ]

    @Test(arguments: Transport.allCases)
    func `lead 116 is found by number and id, escaped or not, parameters in any order`(transport: Transport)
      async throws
    {
      try await Client.with(transport) { client in
        let token = try await client.token()
        let first = try await client.get("/leads/show?token=\(token)&lead_identifier=number=116")
        #expect(first.status == 200)
        for query in [
          "token=\(token)&lead_identifier=number%3D116", "lead_identifier=number=116&token=\(token)",
          "lead_identifier=id=\(CRM.lead116)&token=\(token)", "token=\(token)&lead_identifier=id%3d\(CRM.lead116)",
          "token=\(token)&lead%5Fidentifier=%6Eumber=116", "x=1&token=\(token)&lead_identifier=number=116&y",
        ] {
          #expect(try await client.get("/leads/show?\(query)").body == first.body, "\(query)")
        }
        #expect(
          try await client.get("/crmapi/rest/v2/leads/show?lead_identifier=number=116&token=\(token)").body
            == first.body
        )
      }
    }

    @Test(arguments: Transport.allCases)
    func `lead 116 has exactly the members of its example, every value as it was written`(
      transport: Transport
    ) async throws {
      try await Client.with(transport) { client in
        let answer = try await client.lead("lead_identifier=number=116")
        #expect(answer.members == ["data", "status"])
        #expect(answer["/status"] == CRM.ok)
        let data = try #require(answer["/data"])
        #expect(data.members == Self.common.union(["products_set", "subscription_package", "contact_phone"]))
        #expect(data["estimated_completion_time"]?.members.isEmpty == false)
        #expect(answer.text.contains(#""time_period_value":1.1428571428571428"#))
        #expect(data["id"] == .string(CRM.lead116))
        #expect(data["number"]?.string == "116")
        #expect(data["priority"]?.number?.text == "1")
        #expect(data["start_date"] == "2018-01-16T08:39:43")
        #expect(data["expected_completion_date"] == "2018-01-30T08:39:43")
        #expect(data["log_information"]?["created_by_unit"]?["id"]?.string == "1")
        #expect(data["log_information"]?["created_by_user"]?["id"]?.string == "9A2CF58F91D94B8B981C33275BA20880")
        #expect(
          data["status"] == [
            "alternative_code": "INT", "name": "Interest", "description": nil, "id": "C5C0EEDEC510465F963E1772E56A5B9C",
            "life_cycle_state": "IN_PROGRESS",
          ]
        )
        #expect(client.lastExchange?.violations.isEmpty == true)
      }
    }

    @Test(arguments: Transport.allCases)
    func `lead 19 has exactly the members of its example`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let answer = try await client.lead("lead_identifier=number=19")
        let data = try #require(answer["/data"])
        #expect(data.members == Self.common.union(["services_set", "physical_goods_set"]))
        #expect(answer["/status"] == CRM.ok)
        #expect(data["id"] == "7E4D45DD4000EB8B71CC5656A6C93C03")
        #expect(data["number"]?.string == "19")
        #expect(data["priority"]?.number?.text == "2")
        #expect(data["start_date"] == "2015-02-13T09:52:09")
        #expect(data["time_to_completion"] == ["time_period_value": 2, "time_period_uot": "MONTHS"])
        #expect(data["status"]?.members == ["id", "name", "description", "alternative_code"])
        #expect(client.lastExchange?.violations.isEmpty == true)
      }
    }

    @Test(arguments: Transport.allCases)
    func `chosen fields are answered and no others`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        for fields in ["number,status", "number%2Cstatus", "number%2cstatus", "status,number"] {
          let answer = try await client.lead("lead_identifier=number=116&fields_set=\(fields)")
          #expect(answer["/data"]?.members == ["number", "status"], "\(fields)")
          #expect(answer["/data/number"] == "116")
          #expect(answer["/data/status/alternative_code"] == "INT")
          #expect(answer["/status"] == CRM.ok)
        }
        #expect(try await client.lead("lead_identifier=number=116&fields_set=id")["/data"]?.members == ["id"])
      }
    }

    @Test(arguments: Transport.allCases)
    func `an identifier that names no lead, or an unknown field, is an error without data`(
      transport: Transport
    ) async throws {
      let cases = [
        ("x=1", "INVALIDPARAMETER"), ("lead_identifier", "INVALIDPARAMETER"), ("lead_identifier=", "INVALIDPARAMETER"),
        ("lead_identifier=number=116&lead_identifier=number=19", "INVALIDPARAMETER"),
        ("lead_identifier=number=116&lead_identifier=number=116", "INVALIDPARAMETER"),
        ("lead_identifier=number", "INVALIDPARAMETER"), ("lead_identifier=number=", "INVALIDPARAMETER"),
        ("lead_identifier=116", "INVALIDPARAMETER"), ("lead_identifier=name=116", "INVALIDPARAMETER"),
        ("lead_identifier=Number=116", "INVALIDPARAMETER"), ("lead_identifier=number=117", "LEADNOTFOUND"),
        ("lead_identifier=id=116", "LEADNOTFOUND"), ("lead_identifier=number=116=", "LEADNOTFOUND"),
        ("lead_identifier=number=116&fields_set=colour", "INVALIDPARAMETER"),
        ("lead_identifier=number=116&fields_set=number,colour", "INVALIDPARAMETER"),
        ("lead_identifier=number=116&fields_set=", "INVALIDPARAMETER"),
        ("lead_identifier=number=116&fields_set=number,,status", "INVALIDPARAMETER"),
        ("lead_identifier=number=116&fields_set=Number", "INVALIDPARAMETER"),
      ]
      try await Client.with(transport) { client in
        for (query, name) in cases { expectError(try await client.lead(query), "LEADS.\(name)", query) }
      }
    }

    @Test(arguments: Transport.allCases)
    func `with HTTP's statuses the same errors are 401, 404 and 422`(transport: Transport) async throws {
      let scenario = try Scenario(["description": "d", "problemStatus": "http"], name: "http", api: "crmcom")
      try await Client.with(transport, start: ["http"], scenarios: [scenario]) { client in
        let token = try await client.token()
        let lead = "/leads/show?token=\(token)&lead_identifier"
        expectError(try await client.get("/leads/show?lead_identifier=number=1"), "LEADS.INVALIDTOKEN", status: 401)
        expectError(try await client.get("\(lead)=number=117"), "LEADS.LEADNOTFOUND", status: 404)
        expectError(try await client.get("\(lead)=name=1"), "LEADS.INVALIDPARAMETER", status: 422)
        expectError(
          try await client.send("POST", "/authentication/token", json: [:]),
          "AUTHENTICATION.INVALIDLOGIN",
          status: 422
        )
        #expect(client.fake.journal().allSatisfy { !$0.isUndocumented })
      }
      try await Client.with(transport, configuration: FakeConfiguration(usesHTTPStatuses: true)) { client in
        expectError(try await client.lead("lead_identifier=number=117"), "LEADS.LEADNOTFOUND", status: 404)
      }
    }
  }
}
