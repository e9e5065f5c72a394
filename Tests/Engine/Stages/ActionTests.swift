import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ActionTests {
  private let time = ManualTime(seconds: 0)

  private func fake() throws -> Fake { try Fake(shop, configuration: FakeConfiguration(time: time.source)) }

  @Test func `what is created is listed, read, changed, replaced and dropped`() throws {
    let fake = try fake()
    let headers = Headers(shopper)
    let made = fake.send("POST", "/orders", ["note": "a"], headers: headers)
    #expect(made.status == 201)
    let id = try #require(made["/id"]?.string)
    #expect(id.utf8.count == 16)
    let location = try #require(made.headers["Location"])
    #expect(fake.send("GET", location, headers: headers).json == made.json)
    #expect(fake.send("GET", "/orders", headers: headers).json == .array([made.json ?? .null]))

    time.seconds = 5
    let changed = fake.send("PATCH", "/orders/\(id)", ["note": nil, "buyer": ["name": "Ada"]], headers: headers)
    #expect(changed.status == 200)
    #expect(changed["/note"] == nil)
    #expect(changed["/buyer/name"] == "Ada")
    #expect(changed["/made"] == "1970-01-01T00:00:00Z")
    #expect(changed["/changed"] == "1970-01-01T00:00:05Z")

    let replaced = fake.send("PUT", "/orders/\(id)", ["note": "c"], headers: headers)
    #expect(replaced.status == 200)
    #expect(replaced["/buyer"] == nil)
    #expect(replaced["/made"] == "1970-01-01T00:00:00Z")

    let dropped = fake.send("DELETE", "/orders/\(id)", headers: headers)
    #expect(dropped.status == 204)
    #expect(dropped.body.isEmpty)
    #expect(dropped.headers["Content-Type"] == nil)
    #expect(fake.send("GET", "/orders/\(id)", headers: headers).status == 404)
    #expect(fake.send("DELETE", "/orders/\(id)", headers: headers).status == 404)
    #expect(fake.send("GET", "/orders", headers: headers).json == [])
    #expect(fake.journal().compactMap(\.effect).map { $0.first } == ["+", "~", "~", "-"])
  }

  @Test func `a record that is there already is in the way of a new one`() throws {
    let fake = try fake()
    #expect(fake.send("POST", "/orders", ["id": "7"], headers: Headers(shopper)).status == 201)
    let conflict = fake.send("POST", "/orders", ["id": "7"], headers: Headers(shopper))
    #expect(conflict.status == 409)
    #expect(conflict["/detail"] == "There is a record '7' in orders already.")
  }

  @Test func `a change of what is not there is a 404, a replacement makes it`() throws {
    let fake = try fake()
    #expect(fake.send("PATCH", "/orders/7", [:], headers: Headers(shopper)).status == 404)
    #expect(fake.send("PUT", "/orders/7", [:], headers: Headers(shopper)).status == 201)
    #expect(fake.send("PATCH", "/orders/7", [:], headers: Headers(shopper)).status == 200)
  }

  @Test func `a list is in the order of insertion, and a replaced record stays in its place`() throws {
    let fake = try fake()
    for id in ["c", "a", "b"] { fake.send("PUT", "/orders/\(id)", ["id": .string(id)], headers: Headers(shopper)) }
    fake.send("PUT", "/orders/c", ["id": "c"], headers: Headers(shopper))
    fake.send("DELETE", "/orders/a", headers: Headers(shopper))
    fake.send("PUT", "/orders/a", ["id": "a"], headers: Headers(shopper))
    let ids = fake.send("GET", "/orders", headers: Headers(shopper)).json?.array?.compactMap { $0["id"]?.string }
    #expect(ids == ["c", "b", "a"])
  }
}
