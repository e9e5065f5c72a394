import DoubletContracts

extension Engine {
  /// The header fields that HTTP itself asks for in a problem.
  func addHeaders(of problem: Problem, to answer: inout Answer, _ call: Call, _ now: Instant) {
    if let retryAt = problem.retryAt, answer.status == 429 || answer.status == 503,
      answer.headers["Retry-After"] == nil
    {
      answer.headers["Retry-After"] = String(Engine.seconds(from: now, to: retryAt))
    }
    for (name, value) in problem.headers where answer.headers[name] == nil { answer.headers[name] = value }
    if !problem.allowed.isEmpty { answer.headers["Allow"] = problem.allowed.joined(separator: ", ") }
    if answer.headers["WWW-Authenticate"] == nil, let challenge = Challenge.text(of: problem, answer.status, call) {
      answer.headers["WWW-Authenticate"] = challenge
    }
  }
}
