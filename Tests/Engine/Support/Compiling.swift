import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler
import Testing

/// The contract of a document that must be right.
func compiled(_ yaml: String, named name: String = "api") throws -> Contract {
  let result = SpecCompiler.compile(SourceFile(path: "\(name).yaml", bytes: Array(yaml.utf8)))
  return try #require(result.contract, "\(result.diagnostics.map(\.description))")
}

extension Fake {
  /// A fake of one document, which starts as a scenario.
  convenience init(
    _ yaml: String,
    as scenario: JSON? = nil,
    configuration: FakeConfiguration = FakeConfiguration()
  ) throws {
    let contract = try compiled(yaml)
    var scenarios: [Scenario] = []
    if let scenario { scenarios = [try Scenario(scenario, name: "start", api: contract.info.name)] }
    try self.init([contract], scenarios: scenarios, start: scenarios.map(\.name), configuration: configuration)
  }

  /// Sends JSON.
  @discardableResult
  func send(_ method: String, _ target: String, _ body: JSON, headers: Headers = [:]) -> Answer {
    var headers = headers
    if headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
    return answer(Request(method, target, headers: headers, body: Array(body.text().utf8)))
  }

  /// Sends no body.
  @discardableResult
  func send(_ method: String, _ target: String, headers: Headers = [:]) -> Answer {
    answer(Request(method, target, headers: headers))
  }
}

extension Answer {
  /// The value of a member of the body.
  subscript(pointer: String) -> JSON? { JSONPointer(pointer).flatMap { json?.value(at: $0) } }
}
