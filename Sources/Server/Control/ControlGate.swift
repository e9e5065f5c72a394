internal import DoubletEngine

/// Who may steer. A page under test must not: a foreign `Origin` is refused, and so is a `Host` that is not this
/// machine's (a foreign name that was made to resolve to it). Off loopback a token is asked.
struct ControlGate: Sendable {
  let token: String?
  let allowedHosts: [String]

  init(token: String? = nil, allowedHosts: [String] = []) {
    self.token = token
    self.allowedHosts = allowedHosts.map { $0.lowercased() }
  }

  /// The answer to a request that may not steer; nil for one that may.
  func refusal(of request: Request) -> Answer? {
    let host = request.headers["Host"]
    for authority in [host, ControlGate.authority(of: request.target)].compactMap({ $0 }) where !admits(authority) {
      return problem(
        403,
        "The Host '\(authority)' is neither loopback nor allow-listed; steer through localhost, or allow the host.",
        request
      )
    }
    if let origin = request.headers["Origin"], origin.lowercased() != host.map({ "http://\($0.lowercased())" }) {
      return problem(
        403,
        "The Origin '\(origin)' is foreign: a page of another origin must not steer this fake.",
        request
      )
    }
    guard let token, !ControlGate.carries(token, request) else { return nil }
    var answer = problem(
      401,
      "Steering this fake takes its control token; send Authorization: Bearer and the token.",
      request
    )
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer
  }

  private func problem(_ status: Int, _ detail: String, _ request: Request) -> Answer {
    OwnAnswer.problem(status: status, detail: detail, instance: Target(request.target).path)
  }

  /// Whether an authority, `name` or `name:port`, is this machine's or allowed.
  private func admits(_ authority: String) -> Bool {
    guard let name = ControlGate.name(of: authority.lowercased()) else { return false }
    return name == "localhost" || name == "[::1]" || ControlGate.isLoopback(name) || allowedHosts.contains(name)
  }

  /// The name of an authority without its port; nil where it is none.
  private static func name(of authority: String) -> String? {
    let end =
      authority.hasPrefix("[")
      ? authority.firstIndex(of: "]").map { authority.index(after: $0) }
      : authority.firstIndex(of: ":") ?? authority.endIndex
    guard let end, end > authority.startIndex else { return nil }
    let port = authority[end...]
    guard port.isEmpty || (port.first == ":" && port.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return String(authority[..<end])
  }

  /// Whether a name is an address of 127.0.0.0/8.
  private static func isLoopback(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        part.allSatisfy { $0.isASCII && $0.isNumber } && (UInt8(part).map { String($0) == part } ?? false)
      }
  }

  /// The authority of a target in absolute form; nil for one in origin form.
  private static func authority(of target: String) -> String? {
    guard !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") else { return nil }
    return String(target[scheme.upperBound...].prefix { !"/?#".contains($0) })
  }

  /// Whether a request carries the token. It takes as long for a wrong one as for the right one.
  private static func carries(_ token: String, _ request: Request) -> Bool {
    guard let field = request.headers["Authorization"] else { return false }
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return false }
    let (given, wanted) = (Array(parts[1].utf8), Array(token.utf8))
    guard given.count == wanted.count else { return false }
    return zip(given, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
