import DoubletEngine
import DoubletJSON
import Testing

extension RebillyTests {
  @Suite struct Reading {
    @Test(arguments: Transport.allCases)
    func `a lead source has exactly its eleven texts, its times, its links and its original`(
      transport: Transport
    ) async throws {
      try await Client.with(transport) { client in
        let answer = try await client.get(Rebilly.source, Rebilly.key)
        #expect(answer.status == 200)
        #expect(answer.type == "application/json")
        #expect(answer.members == Rebilly.members)
        for name in Rebilly.texts { #expect(answer["/\(name)"]?.string?.isEmpty == false, "\(name)") }
        #expect(answer["/createdTime"]?.string.flatMap { Instant($0) } != nil)
        #expect(answer["/updatedTime"]?.string.flatMap { Instant($0) } != nil)
        #expect(answer["/_links"]?.array?.compactMap { $0["rel"]?.string } == ["self", "customer"])
        #expect(answer["/original"]?.members == Rebilly.members.subtracting(["original"]))
      }
    }

    @Test(arguments: Transport.allCases)
    func `a customer without a lead source is 404, with and without an organization`(transport: Transport) async throws
    {
      try await Client.with(transport) { client in
        for path in ["/customers/cus_02/lead-source", "/organizations/o/customers/cus_02/lead-source"] {
          let answer = try await client.get(path, Rebilly.key)
          #expect(answer.status == 404)
          #expect(answer.type == "application/json")
          #expect(answer.members == Rebilly.problem)
          #expect(answer["/title"] == "Not Found")
          #expect(answer["/instance"] == .string(path))
          #expect(answer["/detail"]?.string?.contains("cus_02") == true)
        }
      }
    }

    @Test(arguments: Transport.allCases)
    func `links are absolute and answer when they are followed, whatever way the request came`(
      transport: Transport
    ) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        for prefix in ["", "/organizations/org_7", "/~box", "/~box/organizations/org_7"] {
          let path = "\(prefix)/customers/cus_09/lead-source"
          let put = try await client.send("PUT", path, json: ["medium": "email"])
          let location = try #require(put.headers["Location"])
          #expect(location == "http://\(client.host)\(path)")
          let read = try await client.follow(location)
          #expect(read.status == 200)
          #expect(read.json == put.json)
          let links = try #require(read["/_links"]?.array)
          #expect(links[0]["href"] == .string(location))
          #expect(links[1]["href"] == .string("http://\(client.host)\(prefix)/customers/cus_09"))
          for link in links + (read["/original/_links"]?.array ?? []) {
            #expect(try await client.follow(link["href"]?.string).status == 200)
          }
          #expect(try await client.follow(links[1]["href"]?.string)["/id"] == "cus_09")
        }
        #expect(client.fake.journal(of: "box").count == 14)
      }
    }

    @Test(arguments: Transport.allCases)
    func `every id that fits its schema may be put, and its links are escaped`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        let client = client.with(Rebilly.key)
        for id in [
          "my-second-id", "a.b~c@d_e", "9b2f6a52-7c1e-4d3a-8f00-000000000000", String(repeating: "x", count: 50),
        ] {
          let put = try await client.send("PUT", "/customers/\(id)/lead-source", json: [:])
          #expect(put.status == 201, "\(id)")
          #expect(try await client.follow(put.headers["Location"]).status == 200, "\(id)")
        }
        for id in [String(repeating: "x", count: 51), "a%20b", "a%2Fb", "%C3%BC", "a:b", "a%00"] {
          let put = try await client.send("PUT", "/customers/\(id)/lead-source", json: [:])
          #expect(put.status == 422, "\(id)")
          #expect(put["/invalidFields/0/field"] == "id", "\(id)")
        }
      }
    }

    @Test(arguments: Transport.allCases)
    func `HEAD answers what GET answers, without the body`(transport: Transport) async throws {
      try await Client.with(transport) { client in
        for path in [Rebilly.source, "/customers/cus_02/lead-source", "/customers/cus_01"] {
          let get = try await client.get(path, Rebilly.key)
          let head = try await client.send("HEAD", path, Rebilly.key)
          #expect(head.status == get.status)
          #expect(head.comparable.dropLast() == get.comparable.dropLast())
          if transport == .http {
            #expect(head.body.isEmpty)
            #expect(head.headers["Content-Length"] == "\(get.body.count)")
          }
        }
      }
    }
  }
}

/// What must be seen of Rebilly.
@Suite enum RebillyTests {}
