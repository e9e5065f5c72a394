import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ControlVerifyTests {
  let source = "/customers/cus_01/lead-source"

  @Test func `expectations that hold are 200`() throws {
    let steer = try Steering()
    steer.ask("PUT", source, ["medium": "mail"])
    steer.ask("GET", source)
    let answer = try steer(
      "POST",
      "/verify",
      [
        ["exchange": ["operation": "PutCustomerLeadSource", "status": 201, "body": ["medium": "mail"]], "count": 1],
        ["never": ["method": "DELETE"]],
        ["order": [["method": "PUT"], ["operation": "rebilly/GetCustomerLeadSource"]]],
      ]
    )
    #expect(answer.status == 200)
    #expect(answer.json?["holds"] == true)
    #expect(answer.json?["results"]?.array?.map { $0["matching"] } == [[1], [], [1, 2]])
  }

  @Test func `an expectation that does not hold is 409 with the exchanges that come closest`() throws {
    let steer = try Steering()
    steer.ask("PUT", source, ["medium": "mail", "source": "x"])
    steer.ask("GET", source)
    let expected: JSON = ["operation": "PutCustomerLeadSource", "body": ["medium": "search"]]
    let answer = try steer("POST", "/verify", [["exchange": expected, "count": 2]])
    #expect(answer.status == 409)
    #expect(
      answer.json == [
        "holds": false,
        "results": [
          [
            "expectation": ["exchange": expected, "count": 2],
            "holds": false,
            "message": "expected exactly 2 of PutCustomerLeadSource with a body, found 0",
            "matching": [],
            "closest": [
              [
                "sandbox": "default", "seq": 1, "summary": "PUT /customers/cus_01/lead-source -> 201",
                "differences": [["pointer": "/body/medium", "expected": "search", "actual": "mail"]],
              ],
              [
                "sandbox": "default", "seq": 2, "summary": "GET /customers/cus_01/lead-source -> 200",
                "differences": [
                  [
                    "pointer": "/operation", "expected": "PutCustomerLeadSource",
                    "actual": "rebilly/GetCustomerLeadSource",
                  ],
                  ["pointer": "/body", "expected": .object(JSONObject())],
                ],
              ],
            ],
          ]
        ],
        "evicted": 0,
      ]
    )
  }

  @Test func `something that should never have been is 409`() throws {
    let steer = try Steering()
    steer.ask("PUT", source, ["medium": 5])
    let answer = try steer("POST", "/verify", [["never": ["problem": "invalid"]]])
    #expect(answer.status == 409)
    #expect(answer.json?["results"]?[0]?["message"] == "expected no exchange with problem invalid, found 1")
    #expect(answer.json?["results"]?[0]?["matching"] == [1])
  }

  @Test func `an order that did not come is told`() throws {
    let steer = try Steering()
    steer.ask("GET", source)
    steer.ask("PUT", source, ["medium": "m"])
    let answer = try steer("POST", "/verify", [["order": [["method": "PUT"], ["method": "GET"]]]])
    #expect(answer.status == 409)
    #expect(
      answer.json?["results"]?[0]?["message"] == "expected GET as number 2 of 2 after exchange 2, found none"
    )
  }

  @Test func `an expectation of an operation that is not there is refused, not held`() throws {
    let answer = try Steering()("POST", "/verify", [["never": ["operation": "GetCustomr"]]])
    #expect(answer.status == 422)
    #expect(answer.detail.contains("did you mean 'GetCustomer'"))
  }

  @Test(
    arguments: [
      [], [["exchange": ["stats": 1]]], [["count": 1]], [["never": ["problem": "x"]]], [["order": [["method": "GET"]]]],
      [["exchange": ["status": 200], "min": 2, "max": 1]], [["exchange": ["body": ["$pattern": "("]]]],
    ] as [JSON]
  )
  func `an expectation that is none is refused`(expectations: JSON) throws {
    let answer = try Steering()("POST", "/verify", expectations)
    #expect(answer.status == 422)
    #expect(!answer.codes.isEmpty)
  }

  @Test func `sandboxes are judged by themselves, or all together`() throws {
    let steer = try Steering()
    steer.ask("GET", "/~a\(source)")
    steer.ask("GET", "/~b\(source)")
    let two: JSON = [["exchange": ["operation": "GetCustomerLeadSource"], "count": 2]]
    #expect(try steer("POST", "/verify", two).status == 409)
    #expect(try steer("POST", "/~a/__doublet/verify", two).json?["results"]?[0]?["matching"] == [1])
    #expect(try steer("POST", "/verify?sandbox=*", two).status == 200)
    let order = try steer("POST", "/verify?sandbox=*", [["order": [["method": "GET"], ["method": "GET"]]]])
    #expect(order.status == 422)
    #expect(order.detail == "/0: sandboxes share no order; judge each of them by itself.")
  }
}
