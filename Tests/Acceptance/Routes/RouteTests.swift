import DoubletContracts
import DoubletEngine
import DoubletJSON
import Testing

@Suite struct RouteTests {
  @Test(arguments: Transport.allCases)
  func `a method that a path lacks is 405 with the methods it has, in the API's words`(transport: Transport)
    async throws
  {
    try await Client.with(transport) { client in
      let cases = [
        ("PATCH", Rebilly.source, "DELETE, GET, HEAD, PUT"), ("POST", "/customers/c", "GET, HEAD"),
        ("DELETE", Leadping.source, "GET, HEAD"), ("GET", "/authentication/token", "POST"),
        ("TRACE", "/leads/show", "GET, HEAD"), ("get", Rebilly.source, "DELETE, GET, HEAD, PUT"),
        ("PUT", "/crmapi/rest/v2/leads/show", "GET, HEAD"),
      ]
      for (method, path, allowed) in cases {
        let answer = try await client.send(method, path)
        #expect(answer.status == 405, "\(method) \(path)")
        #expect(answer.headers["Allow"] == allowed, "\(method) \(path)")
        #expect(client.lastExchange?.problem?.rawValue == "methodNotAllowed")
      }
      let rebilly = try await client.send("PATCH", Rebilly.source)
      #expect(rebilly.members == Rebilly.problem)
      #expect(rebilly.type == "application/json")
      CRMCOMTests.expectError(
        try await client.send("DELETE", "/leads/show"),
        "WEBAPI.HTTPMETHODNOTALLOWED",
        status: 405
      )
    }
  }

  @Test(arguments: Transport.allCases)
  func `a path of no operation is worded by the API whose server it names, else by Doublet`(
    transport: Transport
  ) async throws {
    try await Client.with(transport) { client in
      for path in ["/customer/cus_01/lead-source", "/customers/cus_01/lead-source/", "/customers//lead-source", "/x"] {
        let answer = try await client.get(path, Rebilly.key)
        #expect(answer.status == 404, "\(path)")
        #expect(answer.type == "application/problem+json", "\(path)")
        #expect(answer["/instance"] == .string(path))
        #expect(client.lastExchange?.problem?.rawValue == "unknownPath")
        #expect(client.lastExchange?.operation == nil)
      }
      let near = try await client.get("/customer/cus_01/lead-source", Rebilly.key)
      #expect(near["/detail"]?.string?.contains("/customers/{id}/lead-source") == true)
      let own = try await client.get("/organizations/o/invoices", Rebilly.key)
      #expect(own.type == "application/json")
      #expect(own.members == Rebilly.problem)
      let crm = try await client.get("/crmapi/rest/v2/leads/list")
      CRMCOMTests.expectError(crm, "WEBAPI.UNKNOWNMETHOD", status: 404)
    }
  }

  @Test(arguments: Transport.allCases)
  func `bare paths, organizations and every spelling of a path reach the same state`(transport: Transport) async throws
  {
    try await Client.with(transport) { client async throws in
      let client = client.with(Rebilly.key)
      #expect(
        try await client.send("PUT", "/organizations/o/customers/same/lead-source", json: ["medium": "m"]).status == 201
      )
      for path in [
        "/customers/same/lead-source", "/organizations/other/customers/same/lead-source",
        "/customers/%73ame/lead-source", "/customers/same/lead%2Dsource",
      ] {
        #expect(try await client.get(path)["/medium"] == "m", "\(path)")
      }
    }
  }

  @Test(arguments: Transport.allCases)
  func `only what the client accepts is answered`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      for accept in ["*/*", "application/json", "application/*;q=0.1", "text/html, */*;q=0.8"] {
        #expect(try await client.get(Rebilly.source, ["REB-APIKEY": "k", "Accept": accept]).status == 200, "\(accept)")
      }
      let refused = try await client.get(Rebilly.source, ["REB-APIKEY": "k", "Accept": "text/html"])
      #expect(refused.status == 406)
      #expect(refused.type == "application/json")
      #expect(refused.members == Rebilly.problem)
    }
  }

  @Test(arguments: Transport.allCases)
  func `sandboxes do not see each other`(transport: Transport) async throws {
    try await Client.with(transport) { client in
      let client = client.with(Rebilly.key)
      _ = try await client.inSandbox("a").send("DELETE", Rebilly.source)
      _ = try await client.inSandbox("b").send("PUT", Rebilly.source, json: ["medium": "b"])
      #expect(try await client.inSandbox("a").get(Rebilly.source).status == 404)
      #expect(try await client.inSandbox("b").get(Rebilly.source)["/medium"] == "b")
      #expect(try await client.get(Rebilly.source)["/medium"] == "search")
      #expect(try await client.get(Rebilly.source, ["Doublet-Sandbox": "b"])["/medium"] == "b")
      #expect(try await client.get("/~a/customers/c", ["Doublet-Sandbox": "b"]).status == 400)
    }
  }
}
