import DoubletJSON

/// What a request must look like: every member that is given must match.
public struct RequestPattern: Sendable, Hashable {
  /// Header fields.
  public var headers: [String: Matcher] = [:]
  /// Query parameters; of several of one name the first.
  public var query: [String: Matcher] = [:]
  /// Path parameters by name; only while a request is on its way.
  public var path: [String: Matcher] = [:]
  /// The body as JSON.
  public var body: Matcher?

  /// A pattern that every request matches.
  public init() {}

  /// Whether a request on its way matches.
  func matches(_ call: Call) -> Bool {
    differences(from: call.request, query: call.queryItems, path: call.pathValues).isEmpty
  }

  /// Where and how a request does not match.
  func differences(from request: Request, query items: [QueryItem], path values: CapturedValues) -> [JSONDifference] {
    var differences: [JSONDifference] = []
    func compare(_ part: String, _ matchers: [String: Matcher], _ value: (String) -> String?) {
      for (name, matcher) in matchers.sorted(by: { $0.key < $1.key }) {
        differences += matcher.differences(
          from: value(name).map { .string($0) },
          at: JSONPointer(tokens: [part, name])
        )
      }
    }
    compare("headers", headers) { request.headers[$0] }
    compare("query", query) { name in items.first { $0.name == name }?.value }
    compare("path", path) { values[$0] }
    if let body {
      differences += body.differences(from: try? JSON(parsing: request.body), at: JSONPointer(tokens: ["body"]))
    }
    return differences
  }
}
