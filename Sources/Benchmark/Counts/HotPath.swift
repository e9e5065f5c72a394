import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletScenarios
import DoubletSpecs
import DoubletValidation

/// A piece of work that every request of its kind has to do.
struct HotPath {
  let name: String
  /// Does it once, all of it; false where it went wrong, so that a failure is never counted as fast.
  let run: () -> Bool
}

extension HotPath {
  /// The hot paths, from the bytes of a body to a whole exchange.
  static func all() throws -> [HotPath] {
    let configuration = FakeConfiguration(liftsQuotas: true)
    let fake = try Fake(Specs.bundled, scenarios: Scenarios.bundled, configuration: configuration)
    let leadSource = try Judging.leadSource()
    let tape = try JSONTape(parsing: body)
    let path = "/customers/cus_01/lead-source"
    let get = Request("GET", path, headers: headers)
    let put = Request("PUT", path, headers: writeHeaders, body: body)
    let invalid = Request("PUT", path, headers: writeHeaders, body: Array(#"{"medium":5}"#.utf8))
    let anonymous = Request("GET", path, headers: ["Host": "localhost:4010"])
    let unknown = Request("GET", "/nothing/here", headers: headers)
    let many = try Fake(Specs.bundled, scenarios: Scenarios.bundled, configuration: configuration)
    let sandboxes = try Spread(many, path: "/~s{}/customers/cus_01/lead-source", places: 1000)
    return [
      HotPath(name: "parse") { (try? JSONTape(parsing: body)) != nil },
      HotPath(name: "verdict") { leadSource.isValid(tape) },
      HotPath(name: "route") { fake.hasOperation("GET", path) },
      HotPath(name: "GET 200") { fake.answer(get).status == 200 },
      HotPath(name: "PUT 201") { fake.answer(put).status == 201 },
      HotPath(name: "PUT 422") { fake.answer(invalid).status == 422 },
      HotPath(name: "GET 401") { fake.answer(anonymous).status == 401 },
      HotPath(name: "GET 404") { fake.answer(unknown).status == 404 },
      HotPath(name: "GET, 1,000 sandboxes") { sandboxes.ask("GET") },
      HotPath(name: "PUT, 1,000 sandboxes") { sandboxes.ask("PUT") },
    ]
  }

  static let headers: Headers = ["Host": "localhost:4010", "REB-APIKEY": "any"]
  static let writeHeaders: Headers = [
    "Host": "localhost:4010", "REB-APIKEY": "any", "Content-Type": "application/json",
  ]

  /// Eleven fields, all that a lead source has.
  static let body = Array(
    """
    {"medium":"email","source":"newsletter","campaign":"spring-2026","term":"lead source","content":"banner-17",\
    "affiliate":"aff_19823","subAffiliate":"sub_77","salesAgent":"J. Doe","clickId":"clk_9f8e7d6c5b4a",\
    "path":"/landing/spring","referrer":"https://example.com/from"}
    """.utf8
  )
}
