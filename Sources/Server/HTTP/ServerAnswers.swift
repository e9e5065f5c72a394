internal import DoubletContracts
internal import DoubletEngine

/// What the server answers by itself: none of it is an exchange.
struct ServerAnswers: Sendable {
  let ownsRoot: Bool
  let index: @Sendable () -> String

  /// The server's own answer to a request, or nil where the request is the responder's.
  func answer(_ request: Request) -> Answer? {
    switch request.method {
    case "GET", "HEAD": page(request.target)
    case "OPTIONS" where request.target == "*": Answer(status: 204, headers: ["Allow": ServerAnswers.methods])
    case "CONNECT": ServerAnswers.problem(501, "this is no proxy: CONNECT is not served")
    default: nil
    }
  }

  private func page(_ target: String) -> Answer? {
    // Most targets are neither: they are told apart by their length and first bytes.
    let bytes = target.utf8
    guard bytes.count == 1 || bytes.first != UInt8(ascii: "/") || target.hasPrefix("/?") || target.hasPrefix("/fav")
    else { return nil }
    switch RequestTarget(target).path {
    case "/" where !ownsRoot:
      return Answer(status: 200, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array(index().utf8))
    case "/favicon.ico": return Answer(status: 204)
    default: return nil
    }
  }

  /// A problem in Doublet's own words, for bytes that no API was asked with.
  static func problem(_ status: Int, _ detail: String) -> Answer {
    let title = HTTPStatus.phrase(status)
    // Both texts are this module's own: they hold nothing that JSON would escape.
    let body = #"{"type":"about:blank","title":"\#(title)","status":\#(status),"detail":"\#(detail)"}"#
    return Answer(status: status, headers: ["Content-Type": "application/problem+json"], body: Array(body.utf8))
  }

  private static let methods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"
}

extension ReadFailure {
  /// The answer where there is no request to refuse.
  var answer: Answer {
    switch kind {
    case .unreadable: ServerAnswers.problem(400, reason)
    case .version: ServerAnswers.problem(505, reason)
    case .refused(let kind): ServerAnswers.problem(kind.status, reason)
    }
  }
}
