import DoubletContracts
import DoubletJSON
import DoubletServer
import DoubletSpecs
import DoubletValidation
import Testing

@testable import DoubletEngine

/// A fake of the bundled specs with its control API. Every answer of the control API is checked against its contract.
struct Steering {
  let fake: Fake
  let control: ControlAPI
  private let own: Fake

  init(token: String? = nil, allowedHosts: [String] = [], configuration: FakeConfiguration = .noon) throws {
    fake = try Fake(Specs.bundled, scenarios: try Steering.scenarios(), configuration: configuration)
    control = try ControlAPI(fake, token: token, allowedHosts: allowedHosts)
    own = try Fake([#require(Specs.control)])
  }

  /// Steers.
  func callAsFunction(
    _ method: String,
    _ path: String,
    _ body: JSON? = nil,
    headers: Headers = [:],
    text: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Answer {
    var headers = headers
    if body != nil, headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
    let prefix = path.hasPrefix("/~") ? "" : "/__doublet"
    let request = Request(method, prefix + path, headers: headers, body: Array((text ?? body?.text() ?? "").utf8))
    let answer = try #require(
      control.answer(request),
      "it is a request of the control API",
      sourceLocation: sourceLocation
    )
    #expect(mismatches(of: answer, to: request) == [], sourceLocation: sourceLocation)
    return answer
  }

  /// Asks the Rebilly API for the lead source of a customer, and the like.
  @discardableResult func ask(
    _ method: String,
    _ path: String,
    _ body: JSON? = nil,
    headers: Headers = [:]
  ) -> Answer {
    var headers = headers
    headers["REB-APIKEY"] = headers["REB-APIKEY"] ?? "key"
    if body != nil { headers["Content-Type"] = "application/json" }
    return fake.answer(Request(method, path, headers: headers, body: Array((body?.text() ?? "").utf8)))
  }

  /// What an answer has that `specs/control.yaml` does not allow.
  private func mismatches(of answer: Answer, to request: Request) -> [String] {
    let engine = Engine(fake: own)
    let target = Target(request.target)
    let call = Call(request, target: target)
    do { try engine.route(call) } catch { return [] }
    var exchange = Exchange(
      sequence: 1,
      sandbox: "default",
      receivedAt: Instant(seconds: 0),
      request: request,
      target: target
    )
    exchange.answer = answer
    engine.judgeAnswer(of: call, &exchange)
    return exchange.violations.map(\.description) + (exchange.isUndocumented ? ["status \(answer.status)"] : [])
  }

  private static func scenarios() throws -> [Scenario] {
    let one: JSON = ["description": "One lead source.", "state": ["leadSources": ["cus_01": ["medium": "search"]]]]
    let two: JSON = [
      "description": "Another start.", "seed": 5, "clock": "2030-01-01T00:00:00Z",
      "state": ["leadSources": ["cus_02": ["medium": "mail"]]], "faults": [["operation": "*", "problem": "forbidden"]],
    ]
    return [
      try Scenario(one, name: "baseline", api: "rebilly"), try Scenario(two, name: "second-start", api: "rebilly"),
    ]
  }
}

extension FakeConfiguration {
  /// The clock stands at a noon.
  static var noon: FakeConfiguration {
    let noon = Instant("2026-01-31T12:00:00Z") ?? Instant(seconds: 0)
    return FakeConfiguration(time: .constant(noon))
  }
}

extension Answer {
  /// The detail of a problem.
  var detail: String { json?["detail"]?.string ?? "" }
  /// The codes of a problem's violations.
  var codes: [String] { json?["violations"]?.array?.compactMap { $0["code"]?.string } ?? [] }
}
