import DoubletContracts
import DoubletEngine
import DoubletJSON
import Testing

/// A request with several faults gets the first problem of the order: tested for every pair of faults, natural and
/// injected.
@Suite struct StageOrderTests {
  /// Something wrong with a request, in the order in which it is found.
  enum Wrong: Int, CaseIterable, Comparable {
    case path, method, credentials, permission, quota, contentType, accept, body, record

    static func < (first: Wrong, second: Wrong) -> Bool { first.rawValue < second.rawValue }

    var kind: ProblemKind {
      switch self {
      case .path: .unknownPath
      case .method: .methodNotAllowed
      case .credentials: .unauthenticated
      case .permission: .forbidden
      case .quota: .tooManyRequests
      case .contentType: .unsupportedMediaType
      case .accept: .notAcceptable
      case .body: .invalid
      case .record: .notFound
      }
    }
  }

  /// The problem of `PATCH /orders/1` with those things wrong.
  private func problem(_ wrong: Set<Wrong>, fault: ProblemKind? = nil) throws -> ProblemKind? {
    let quotas: JSON = wrong.contains(.quota) ? ["writes": ["limit": 0]] : [:]
    let fake = try Fake(
      shop,
      as: [
        "description": "d", "quotas": quotas,
        "state": ["orders": wrong.contains(.record) ? [:] : ["1": ["id": "1"]]],
        "credentials": [
          ["scheme": "Key", "value": "k"], ["scheme": "Key", "value": "weak", "operations": ["ReadOrder"]],
        ],
      ]
    )
    if let fault { try fake.inject(Fault(scope: .all, answer: .problem(fault))) }
    var headers: Headers = ["X-Key": wrong.contains(.permission) ? "weak" : "k"]
    if !wrong.contains(.credentials) { headers["Cookie"] = "sid=s" }
    headers["Content-Type"] = wrong.contains(.contentType) ? "text/plain" : "application/json"
    headers["Accept"] = wrong.contains(.accept) ? "text/html" : "application/json"
    let path = wrong.contains(.path) ? "/order/1" : "/orders/1"
    let body: JSON = wrong.contains(.body) ? ["note": 5] : ["note": "a"]
    fake.send(wrong.contains(.method) ? "TRACE" : "PATCH", path, body, headers: headers)
    return try #require(fake.journal().first).problem
  }

  @Test func `a request with nothing wrong has no problem`() throws {
    #expect(try problem([]) == nil)
  }

  @Test(arguments: Wrong.allCases)
  func `a request with one thing wrong has that problem`(wrong: Wrong) throws {
    #expect(try problem([wrong]) == wrong.kind)
  }

  @Test(arguments: Wrong.allCases, Wrong.allCases)
  func `of two things wrong the first of the order is answered`(first: Wrong, second: Wrong) throws {
    #expect(try problem([first, second]) == min(first, second).kind)
  }

  @Test func `with everything wrong at once they are answered one after another`() throws {
    var wrong = Set(Wrong.allCases)
    for expected in Wrong.allCases {
      #expect(try problem(wrong) == expected.kind)
      wrong.remove(expected)
    }
  }

  @Test(arguments: Wrong.allCases, ProblemKind.allCases)
  func `an injected problem comes at the start of its stage`(wrong: Wrong, fault: ProblemKind) throws {
    let naturalStage = wrong.kind.stage
    // What is injected needs the operation, so the route stage's own problems come first.
    let isInjected = naturalStage > .route && fault.stage <= naturalStage
    #expect(try problem([wrong], fault: fault) == (isInjected ? fault : wrong.kind))
  }

  @Test func `no refused request changes the state`() throws {
    for wrong in Wrong.allCases where wrong != .record {
      let fake = try Fake(shop, as: ["description": "d", "state": ["orders": ["1": ["id": "1", "note": "a"]]]])
      try fake.inject(Fault(scope: .all, answer: .problem(wrong.kind)))
      fake.send("PATCH", "/orders/1", ["note": "b"], headers: Headers(shopper))
      fake.send("DELETE", "/orders/1", headers: Headers(shopper))
      #expect(fake.journal().allSatisfy { $0.effect == nil && $0.fault == "f1" }, "\(wrong)")
      fake.removeFaults()
      #expect(fake.send("GET", "/orders/1", headers: Headers(shopper))["/note"] == "a", "\(wrong)")
    }
  }
}
