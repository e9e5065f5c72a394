import DoubletEngine
import DoubletJSON
import Testing

extension RebillyTests {
  @Suite struct Writing {
    @Test(arguments: Transport.allCases)
    func `what is put is answered, members left out as null, with the headers of the document`(
      transport: Transport
    ) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        let body: JSON = [
          "medium": "display", "clickId": "", "referrer": "https://ads.example.com/?q=%C3%BC", "term": nil,
        ]
        let put = try await client.send("PUT", "/customers/new/lead-source", json: body)
        #expect(put.status == 201)
        #expect(put.headers["X-RateLimit-Limit"] == "3000")
        #expect(put.headers["X-RateLimit-Remaining"] == "2999")
        #expect(put.members == Rebilly.members)
        let get = try await client.get("/customers/new/lead-source")
        #expect(get.json == put.json)
        for name in Rebilly.texts { #expect(get["/\(name)"] == body[name] ?? .null, "\(name)") }
        #expect(get["/createdTime"] == "2026-01-31T12:00:00Z")
        #expect(get["/updatedTime"] == "2026-01-31T12:00:00Z")
      }
    }

    @Test(arguments: Transport.allCases)
    func `a replacement is 201 too, keeps createdTime and original, and is later once a second has passed`(
      transport: Transport
    ) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        let first = try await client.send("PUT", "/customers/new/lead-source", json: ["medium": "a", "source": "s"])
        let soon = try await client.send("PUT", "/customers/new/lead-source", json: ["medium": "b"])
        #expect(soon["/updatedTime"] == first["/updatedTime"])
        client.time.advance(seconds: 1)
        let second = try await client.send("PUT", "/customers/new/lead-source", json: ["medium": "c"])
        #expect([first.status, soon.status, second.status] == [201, 201, 201])
        #expect(second["/medium"] == "c")
        #expect(second["/source"] == .null)
        #expect(second["/createdTime"] == first["/createdTime"])
        #expect(second["/updatedTime"] == "2026-01-31T12:00:01Z")
        #expect(second["/original/medium"] == "a")
        #expect(second["/original/source"] == "s")
        #expect(second["/original/original"] == nil)
        #expect(second["/original/createdTime"] == first["/createdTime"])
        #expect(second["/original/updatedTime"] == first["/updatedTime"])
      }
    }

    @Test(arguments: Transport.allCases)
    func `after a DELETE there is nothing, and the next PUT sets a new original`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        let deleted = try await client.send("DELETE", Rebilly.source)
        #expect(deleted.status == 204)
        #expect(deleted.body.isEmpty)
        #expect(deleted.headers["Content-Type"] == nil)
        #expect(deleted.headers["Location"] == nil)
        #expect(deleted.headers["X-RateLimit-Limit"] == "3000")
        #expect(deleted.headers["X-RateLimit-Remaining"] == "2999")
        #expect(try await client.get(Rebilly.source).status == 404)
        let again = try await client.send("DELETE", Rebilly.source)
        #expect(again.status == 404)
        #expect(again.members == Rebilly.problem)
        let put = try await client.send("PUT", Rebilly.source, json: ["medium": "fresh"])
        #expect(put["/original/medium"] == "fresh")
        #expect(put["/createdTime"] == "2026-01-31T12:00:00Z")
      }
    }

    @Test(arguments: Transport.allCases)
    func `a client may send back the whole body that it was given`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        let before = try await client.get(Rebilly.source)
        client.time.advance(seconds: 60)
        var expected = try #require(before.json)
        let put = try await client.send("PUT", Rebilly.source, json: expected)
        #expect(put.status == 201)
        #expect(client.lastExchange?.violations.isEmpty == true)
        expected["updatedTime"] = "2026-01-31T12:01:00Z"
        #expect(put.json == expected)
      }
    }

    @Test(arguments: Transport.allCases)
    func `read-only and unknown members are ignored, whatever they hold`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        let body: JSON = [
          "medium": "m", "createdTime": 5, "updatedTime": "never", "_links": "none", "original": ["medium": "forged"],
          "ipAddress": "127.0.0.1", "currency": "USD", "amount": 25.5,
        ]
        let put = try await client.send("PUT", "/customers/new/lead-source", json: body)
        #expect(put.status == 201)
        #expect(put.members == Rebilly.members)
        #expect(put["/original/medium"] == "m")
        #expect(put["/createdTime"] == "2026-01-31T12:00:00Z")
      }
    }

    @Test(arguments: Transport.allCases)
    func `where a scenario lists the customers, PUT for any other is 404`(transport: Transport) async throws {
      let scenario = try Scenario(
        ["description": "d", "state": ["customers": ["cus_01": [:]]]],
        name: "listed",
        api: "rebilly"
      )
      try await Client.with(transport, start: ["listed"], scenarios: [scenario]) { client in
        let client = client.with(Rebilly.key)
        #expect(try await client.send("PUT", Rebilly.source, json: [:]).status == 201)
        let other = try await client.send("PUT", "/customers/cus_02/lead-source", json: [:])
        #expect(other.status == 404)
        #expect(other.members == Rebilly.problem)
        #expect(client.lastExchange?.isUndocumented == false)
        #expect(try await client.get("/customers/cus_02").status == 404)
        #expect(try await client.get("/customers/cus_01").status == 200)
      }
    }
  }
}
