internal import DoubletEngine

/// Cross-origin sharing, so that a front end on another port can use the fake: every origin may do everything, and is
/// named (`*` would exclude credentials). The control API has none of it: a page under test must not steer the fake.
enum CORS {
  /// The answer to a preflight, or nil where the request is none.
  static func preflight(_ request: Request) -> Answer? {
    guard request.method == "OPTIONS", let origin = request.headers["Origin"],
      let method = request.headers["Access-Control-Request-Method"], !RequestTarget.isControl(request.target)
    else { return nil }
    var headers: Headers = [
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Allow-Credentials": "true",
      "Access-Control-Allow-Methods": method,
    ]
    if let names = request.headers["Access-Control-Request-Headers"] {
      headers.append("Access-Control-Allow-Headers", names)
    }
    if let network = request.headers["Access-Control-Request-Private-Network"], network == "true" {
      headers.append("Access-Control-Allow-Private-Network", "true")
    }
    headers.append("Access-Control-Max-Age", "600")
    headers.append("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers")
    return Answer(status: 204, headers: headers)
  }

  /// Lets the origin of a request read its answer, with all of the answer's header fields.
  static func share(_ answer: inout Answer, with request: Request) {
    guard let origin = request.headers["Origin"], !RequestTarget.isControl(request.target) else { return }
    let exposed = exposedNames(answer.headers)
    answer.headers["Access-Control-Allow-Origin"] = origin
    answer.headers["Access-Control-Allow-Credentials"] = "true"
    answer.headers["Access-Control-Expose-Headers"] = exposed.isEmpty ? nil : exposed.joined(separator: ", ")
    answer.headers["Vary"] = varyingByOrigin(answer.headers["Vary"])
  }

  /// The names that a script may not read unless they are exposed, each once.
  private static func exposedNames(_ headers: Headers) -> [String] {
    var exposed: [String] = []
    for (name, value) in headers {
      // A document that exposes names of its own is heard.
      if Headers.matches(name, "Access-Control-Expose-Headers") {
        for more in value.split(separator: ",") { add(String(more.drop { $0 == " " }), to: &exposed) }
      } else if !name.lowercased().hasPrefix("access-control-"), !isSafelisted(name) {
        add(name, to: &exposed)
      }
    }
    return exposed
  }

  private static func add(_ name: String, to names: inout [String]) {
    if !names.contains(where: { Headers.matches($0, name) }) { names.append(name) }
  }

  /// Whether every script may read the field (Fetch standard, CORS-safelisted response-header names); `Set-Cookie` none may.
  private static func isSafelisted(_ name: String) -> Bool {
    safelist.contains { Headers.matches($0, name) }
  }

  private static let safelist = [
    "Cache-Control", "Content-Language", "Content-Length", "Content-Type", "Expires", "Last-Modified", "Pragma",
    "Set-Cookie",
  ]

  private static func varyingByOrigin(_ vary: String?) -> String {
    guard let vary, !vary.isEmpty else { return "Origin" }
    let names = vary.split(separator: ",").map { $0.trimmingSpaces }
    return names.contains { $0 == "*" || Headers.matches($0, "Origin") } ? vary : "\(vary), Origin"
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
