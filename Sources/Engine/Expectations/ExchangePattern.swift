import DoubletContracts
public import DoubletJSON
import DoubletValidation

/// What an exchange must look like: every member that is given must match.
public struct ExchangePattern: Sendable, Hashable {
  /// The operation's id, or `api/id`.
  public var operation: String?
  /// The method.
  public var method: String?
  /// The path, with `*` for a segment and `**` for the rest.
  public var path: String?
  /// The answer's status.
  public var status: Int?
  /// The problem's kind.
  public var problem: String?
  /// The id of the fault that fired.
  public var fault: String?
  /// The test that sent it.
  public var test: String?
  /// Codes of violations that it must have.
  public var violations: [String]?
  /// Header fields, query and body of the request.
  public var request = RequestPattern()

  /// A pattern that every exchange matches.
  public init() {}

  /// Where and how an exchange does not match.
  public func differences(from exchange: Exchange) -> [JSONDifference] {
    var differences: [JSONDifference] = []
    func compare(_ name: String, _ expected: String?, _ actual: String?) {
      guard let expected, expected != actual else { return }
      differences.append(
        JSONDifference(
          pointer: JSONPointer(tokens: [name]),
          expected: .string(expected),
          actual: actual.map { .string($0) }
        )
      )
    }
    if let operation, operation != exchange.operation {
      compare("operation", operation, exchange.operation.map { "\(exchange.api ?? "")/\($0)" })
    }
    compare("method", method, exchange.request.method)
    if let path, !PathPattern.matches(path, exchange.path) { compare("path", path, exchange.path) }
    if let status, status != exchange.answer.status {
      differences.append(
        JSONDifference(
          pointer: JSONPointer(tokens: ["status"]),
          expected: .number(JSONNumber(status)),
          actual: .number(JSONNumber(exchange.answer.status))
        )
      )
    }
    compare("problem", problem, exchange.problem?.rawValue)
    compare("fault", fault, exchange.fault)
    compare("test", test, exchange.test)
    let codes = exchange.violations.map(\.code)
    for code in violations ?? [] where !codes.contains(code) {
      compare("violations", code, codes.isEmpty ? nil : codes.joined(separator: ", "))
    }
    return differences
      + request.differences(
        from: exchange.request,
        query: Target(exchange.request.target).queryItems,
        path: .none
      )
  }
}
