import DoubletEngine
import DoubletJSON
import Testing

/// Names and values of the bundled specs that many tests need.
enum Rebilly {
  static let key: Headers = ["REB-APIKEY": "key-1"]
  static let source = "/customers/cus_01/lead-source"
  /// The eleven text fields.
  static let texts = [
    "medium", "source", "campaign", "term", "content", "affiliate", "subAffiliate", "salesAgent", "clickId", "path",
    "referrer",
  ]
  /// What is answered of a lead source.
  static let members = Set(texts + ["createdTime", "updatedTime", "_links", "original"])
  /// What every problem has.
  static let problem: Set = ["type", "title", "status", "detail", "instance"]
}

enum Leadping {
  static let key: Headers = ["Authorization": "Bearer key-1"]
  static let source = "/sources/src_01"
}

enum CRM {
  static let login: JSON = ["username": "ada", "password": "secret", "organisation": "acme"]
  static let ok: JSON = ["code": "OK", "description": "", "message": ""]
  static let lead116 = "68B216C3A0E14173B48ED3FF4EB11182"
}

extension Client {
  /// Logs in to CRM.COM; the token.
  func token() async throws -> String {
    let answer = try await send("POST", "/authentication/token", json: CRM.login)
    return try #require(answer["/data/token"]?.string, "\(answer.text)")
  }

  /// Shows a lead of CRM.COM with a token of its own.
  func lead(_ query: String) async throws -> Answer {
    try await get("/leads/show?token=\(try await token())&\(query)")
  }
}

/// Every operation of the bundled specs, with a request that reaches it.
struct Known: Sendable, CustomTestStringConvertible {
  var operation: String
  var method: String
  var path: String
  var body: JSON?

  var testDescription: String { operation }

  static let all = [
    Known(operation: "GetCustomer", method: "GET", path: "/customers/cus_01"),
    Known(operation: "GetCustomerLeadSource", method: "GET", path: Rebilly.source),
    Known(operation: "PutCustomerLeadSource", method: "PUT", path: Rebilly.source, body: ["medium": "email"]),
    Known(operation: "DeleteCustomerLeadSource", method: "DELETE", path: Rebilly.source),
    Known(operation: "Sources_Get", method: "GET", path: Leadping.source),
    Known(operation: "AuthenticationToken", method: "POST", path: "/authentication/token", body: CRM.login),
    Known(operation: "LeadsShow", method: "GET", path: "/leads/show?lead_identifier=number=116"),
  ]

  /// Sends the request with whatever credentials it needs.
  func send(_ client: Client, _ more: Headers = [:], token: String = "") async throws -> Answer {
    var headers = more
    headers["REB-APIKEY"] = "key-1"
    headers["Authorization"] = "Bearer key-1"
    let path = operation == "LeadsShow" ? "\(path)&token=\(token)" : path
    if let body { return try await client.send(method, path, headers, json: body) }
    return try await client.send(method, path, headers)
  }
}
